internal import Foundation

/// The next character reference in a stretch of a page that libxml2 loses, does not know or takes for a control character: nearly always none.
///
/// Numeric references are read as HTML does (WHATWG HTML, 13.2.5.80, "numeric character reference end state"): 0, surrogates and numbers
/// beyond Unicode are U+FFFD, and 128 to 159 mean what windows-1252 has there (`&#146;` is an apostrophe). Names: `NamedReferences`.
func lostReference(in page: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> (meaning: [UInt8], range: Range<Int>)? {
    var at = range.lowerBound
    while at < range.upperBound, let found = memchr(page.baseAddress! + at, 0x26, range.upperBound - at) {
        let start = UnsafeRawPointer(found) - UnsafeRawPointer(page.baseAddress!)
        if let (character, end) = meaning(page, start) { return (character, start..<end) }
        at = start + 1
    }
    return nil
}

/// The UTF-8 of the reference that begins at a place, where it is one to be written out, and where it ends.
private func meaning(_ page: UnsafeBufferPointer<UInt8>, _ start: Int) -> (bytes: [UInt8], end: Int)? {
    guard let (number, end) = numericReference(page, start) else { return NamedReferences.meaning(page, at: start + 1) }
    return meaning(of: number).map { ($0, end) }
}

/// The number of the reference that begins at a place, and where it ends; numbers beyond Unicode are one more than its last.
private func numericReference(_ page: UnsafeBufferPointer<UInt8>, _ start: Int) -> (number: UInt32, end: Int)? {
    var at = start + 1
    guard at < page.count, page[at] == 0x23 else { return nil }
    at += 1
    let isHexadecimal = at < page.count && page[at] | 0x20 == 0x78
    if isHexadecimal { at += 1 }
    let first = at
    var number: UInt32 = 0
    while at < page.count {
        let digit: UInt32
        switch page[at] {
        case 0x30...0x39: digit = UInt32(page[at] - 0x30)
        case 0x41...0x46 where isHexadecimal, 0x61...0x66 where isHexadecimal: digit = UInt32(page[at] | 0x20) - 0x57
        default:
            return at > first ? (number, page[at] == 0x3B ? at + 1 : at) : nil
        }
        number = min(number * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
        at += 1
    }
    return at > first ? (number, at) : nil
}

/// The UTF-8 of what a number means where libxml2 reads it otherwise.
private func meaning(of number: UInt32) -> [UInt8]? {
    switch number {
    case 0, 0xD800...0xDFFF, 0x11_0000...: Array("\u{FFFD}".utf8)
    case 0x80...0x9F: Unicode.Scalar(windows1252[Int(number) - 0x80]).map { Array(String(Character($0)).utf8) }
    default: nil
    }
}

/// WHATWG's table of the same section; what windows-1252 leaves open stays a control character.
private let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
]
