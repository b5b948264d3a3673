internal import CUchardet
internal import Foundation

/// A page's bytes as UTF-8, and how they were read.
struct Decoded {
    var utf8: [UInt8]
    /// WHATWG name of the encoding, in lower case.
    var encoding: String
    /// Bytes that could not be decoded and NULs: each became U+FFFD.
    var replaced: Int
    /// Whether nothing stated the encoding and it had to be guessed from the bytes.
    var isGuessed = false
}

/// Decodes a page: by its byte order mark, else the transport's charset, else its `<meta>` or XML declaration, else by a guess from its bytes.
///
/// Valid UTF-8 beats a label that says otherwise: text in a one-byte encoding is practically never valid UTF-8 by chance,
/// while pages saved by a browser keep the `<meta>` of the original, and servers are set up wrongly.
func decode(_ bytes: [UInt8], headerCharset: String?) -> Decoded {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(Array(bytes.dropFirst(3))) }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), bigEndian: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), bigEndian: true) }
    if let bigEndian = utf16Order(bytes) { return utf16(bytes[...], bigEndian: bigEndian) }
    let isUTF8 = isValidUTF8(bytes)
    // ISO-2022-JP is seven bits, and valid UTF-8 for that; it has escapes.
    if isUTF8, !contains(0x1B, in: bytes) { return Decoded(utf8: bytes, encoding: "utf-8", replaced: 0) }
    let stated = [headerCharset, statedCharset(bytes)].compactMap { $0.flatMap(canonicalCharset) }.first { $0 != "utf-8" }
    if stated == "iso-2022-jp", contains(0x1B, in: bytes), let text = convert(bytes, from: "iso-2022-jp") { return text }
    if isUTF8 { return Decoded(utf8: bytes, encoding: "utf-8", replaced: 0) }
    let asUTF8 = repairedUTF8(bytes)
    let (whole, broken) = multibyteCensus(bytes)
    // Whatever its label: much UTF-8 with a few broken bytes is UTF-8.
    if broken == 0 || whole >= 10 * broken { return asUTF8 }
    if let stated, let text = convert(bytes, from: stated) { return text }
    // Nothing else is stated. Two encodings in one page are read as UTF-8, where that is most of it.
    if whole >= broken { return asUTF8 }
    for guess in [guessCharset(bytes).flatMap(canonicalCharset), "windows-1252"] {
        if let guess, guess != "utf-8", var text = convert(bytes, from: guess), text.replaced * 50 <= broken, isMostlyLetters(text.utf8) {
            text.isGuessed = true
            return text
        }
    }
    return asUTF8
}

/// Whether what lies beyond ASCII is writing: bytes that were read in a wrong encoding give signs and controls.
private func isMostlyLetters(_ utf8: [UInt8]) -> Bool {
    var letters = 0, others = 0
    for scalar in String(decoding: utf8.prefix(1 << 18), as: UTF8.self).unicodeScalars where scalar.value >= 0x80 {
        if scalar.properties.isAlphabetic || (0x2010...0x203A).contains(scalar.value) || scalar.value == 0xA0 || (0x3000...0x303F).contains(scalar.value)
            || (0xFF00...0xFF65).contains(scalar.value)
        { letters += 1 } else { others += 1 }
    }
    return letters >= 3 * others
}

/// Bytes beyond ASCII: how many belong to well-formed UTF-8 sequences, and how many do not.
private func multibyteCensus(_ bytes: [UInt8]) -> (whole: Int, broken: Int) {
    var whole = 0, high = 0
    var at = 0
    while at < bytes.count {
        guard bytes[at] >= 0x80 else {
            at += 1
            continue
        }
        let size = bytes[at] >= 0xF0 ? 4 : bytes[at] >= 0xE0 ? 3 : 2
        if bytes[at] >= 0xC2, at + size <= bytes.count, (try? UTF8Span(validating: bytes.span.extracting(at..<at + size))) != nil {
            whole += size
            high += size
            at += size
        } else {
            high += 1
            at += 1
        }
    }
    return (whole, high - whole)
}

/// The charset that the page itself states, in its head or its XML declaration, as it stands there.
private func statedCharset(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: "<?xml".utf8), let declaration = bytes.prefix(200).split(separator: 0x3E).first,
        let mark = String(decoding: declaration, as: UTF8.self).components(separatedBy: "encoding=").dropFirst().first
    {
        let name = mark.drop { $0 == "\"" || $0 == "'" }.prefix { $0 != "\"" && $0 != "'" && $0 != "?" }
        if !name.isEmpty { return String(name) }
    }

    let head = bytes.prefix(16_384).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let mark = Array("charset=".utf8)
    guard head.count > mark.count else { return nil }
    for at in 0..<head.count - mark.count where head[at] == 0x63 && head[at..<at + mark.count].elementsEqual(mark) {
        let rest = head[(at + mark.count)...].drop { $0 == 0x22 || $0 == 0x27 || $0 == 0x20 }
        let name = rest.prefix { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F }
        if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
    }
    return nil
}

private func guessCharset(_ bytes: [UInt8]) -> String? {
    guard let detector = uchardet_new() else { return nil }
    defer { uchardet_delete(detector) }
    bytes.prefix(1 << 20).withUnsafeBytes {
        _ = uchardet_handle_data(detector, $0.bindMemory(to: CChar.self).baseAddress, $0.count)
    }
    uchardet_data_end(detector)
    guard let name = uchardet_get_charset(detector) else { return nil }
    let text = String(cString: name)
    return text.isEmpty || text == "ASCII" ? nil : text
}

/// Whether the bytes are UTF-8 without NUL.
func isValidUTF8(_ bytes: [UInt8]) -> Bool {
    guard !contains(0, in: bytes) else { return false }
    return (try? UTF8Span(validating: bytes.span)) != nil
}

private func contains(_ byte: UInt8, in bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { $0.baseAddress.map { start in memchr(start, Int32(byte), bytes.count) != nil } ?? false }
}

func utf8(_ bytes: [UInt8]) -> Decoded {
    isValidUTF8(bytes) ? Decoded(utf8: bytes, encoding: "utf-8", replaced: 0) : repairedUTF8(bytes)
}

/// UTF-8 with U+FFFD for every maximal part that is none, as the Encoding Standard has it, and for NUL.
private func repairedUTF8(_ bytes: [UInt8]) -> Decoded {
    let before = bytes.count { $0 == 0 }
    let repaired = Array(String(decoding: bytes, as: UTF8.self).utf8)
    let mended = replacingNUL(repaired)
    return Decoded(utf8: mended, encoding: "utf-8", replaced: before + max(0, replacements(repaired) - replacements(bytes)))
}

private func replacements(_ bytes: some Collection<UInt8>) -> Int {
    var count = 0
    var last: (UInt8, UInt8) = (0, 0)
    for byte in bytes {
        if byte == 0xBD, last == (0xEF, 0xBF) { count += 1 }
        last = (last.1, byte)
    }
    return count
}

private func replacingNUL(_ bytes: [UInt8]) -> [UInt8] {
    bytes.contains(0) ? bytes.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] } : bytes
}

/// Whether text without a mark is UTF-16 all the same: NULs in one half of its bytes only.
func utf16Order(_ bytes: [UInt8]) -> Bool? {
    let head = bytes.prefix(1_024)
    guard head.count >= 8 else { return nil }
    var even = 0, odd = 0
    for (index, byte) in head.enumerated() where byte == 0 { if index % 2 == 0 { even += 1 } else { odd += 1 } }
    if even * 3 > head.count, odd == 0 { return true }
    if odd * 3 > head.count, even == 0 { return false }
    return nil
}

private func utf16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> Decoded {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var at = bytes.startIndex
    while at + 1 < bytes.endIndex {
        units.append(bigEndian ? UInt16(bytes[at]) << 8 | UInt16(bytes[at + 1]) : UInt16(bytes[at + 1]) << 8 | UInt16(bytes[at]))
        at += 2
    }
    let nul = units.count { $0 == 0 }
    let text = Array(String(decoding: units, as: UTF16.self).utf8)
    let bad = max(0, replacements(text) - units.count { $0 == 0xFFFD })
    return Decoded(utf8: replacingNUL(text), encoding: bigEndian ? "utf-16be" : "utf-16le", replaced: nul + bad + bytes.count % 2)
}

/// Converts by the C library's iconv; undecodable bytes become U+FFFD, one each. `nil` where iconv does not know the encoding.
private func convert(_ bytes: [UInt8], from label: String) -> Decoded? {
    let descriptor = iconv_open("UTF-8", iconvName(label))
    guard descriptor != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(descriptor) }
    var output = [UInt8](repeating: 0, count: bytes.count * 3 + 64)
    var replaced = 0
    var written = 0
    var input = bytes
    input.withUnsafeMutableBytes { input in
        output.withUnsafeMutableBytes { output in
            var from = input.bindMemory(to: CChar.self).baseAddress, left = input.count
            var to = output.bindMemory(to: CChar.self).baseAddress, room = output.count
            while left > 0 {
                if iconv(descriptor, &from, &left, &to, &room) != -1 { break }
                guard errno == EILSEQ || errno == EINVAL, room >= 3 else { break }
                // windows-1252 as WHATWG has it gives its five unused bytes as C1 controls; nobody wants to see them.
                for byte in [0xEF, 0xBF, 0xBD] as [UInt8] {
                    to?.pointee = CChar(bitPattern: byte)
                    to = to?.advanced(by: 1)
                }
                room -= 3
                from = from?.advanced(by: 1)
                left -= 1
                replaced += 1
            }
            written = output.count - room
        }
    }
    output.removeLast(output.count - written)
    let nul = output.count { $0 == 0 }
    return Decoded(utf8: replacingNUL(output), encoding: label, replaced: replaced + nul)
}
