internal import Foundation

/// Blanks the attributes of each start tag beyond a limit, so that the parser never sees them and every offset stays what it was.
///
/// It reads start tags as libxml2 does: an attribute's value may stand in quotes, and hold `>` there; what stands in a comment,
/// a script or a style sheet is no tag.
///
/// - Returns: the page with blanks, and how many attributes are not in it; `nil` where no tag has so many, which is nearly always.
func withoutExcessAttributes(_ page: UnsafeBufferPointer<UInt8>, limit: Int) -> (page: [UInt8], dropped: Int)? {
    // An attribute takes two bytes at least.
    guard page.count > 2 * limit else { return nil }
    var blanked: [UInt8]?
    var dropped = 0
    var tags = StartTags(page: page, limit: limit)
    while let excess = tags.nextExcess() {
        if blanked == nil { blanked = Array(page) }
        for at in excess.range { blanked?[at] = 0x20 }
        dropped += excess.count
    }
    return blanked.map { ($0, dropped) }
}

private struct StartTags {
    let page: UnsafeBufferPointer<UInt8>
    let limit: Int
    var at = 0

    /// Goes on to the next start tag with too many attributes: the bytes of those beyond the limit, and their number.
    mutating func nextExcess() -> (range: Range<Int>, count: Int)? {
        while let open = find(0x3C, from: at), open + 1 < page.count {
            at = open + 1
            let first = page[at]
            if first == 0x21 {
                passOverComment()
            } else if first | 0x20 >= 0x61, first | 0x20 <= 0x7A {
                let excess = readTag()
                if isNamed("script", open + 1) { passOverRaw("script") } else if isNamed("style", open + 1) { passOverRaw("style") }
                if let excess { return excess }
            }
        }
        return nil
    }

    private mutating func readTag() -> (range: Range<Int>, count: Int)? {
        while at < page.count, !isBlank(page[at]), page[at] != 0x3E, page[at] != 0x2F { at += 1 }
        var count = 0, cut = 0
        while true {
            while at < page.count, isBlank(page[at]) || page[at] == 0x2F { at += 1 }
            guard at < page.count, page[at] != 0x3E else { break }
            if count == limit { cut = at }
            count += 1
            // Where a name begins with a sign that ends one, the sign is passed over.
            repeat { at += 1 } while at < page.count && !isBlank(page[at]) && page[at] != 0x3D && page[at] != 0x3E && page[at] != 0x2F
            var value = at
            while value < page.count, isBlank(page[value]) { value += 1 }
            guard value < page.count, page[value] == 0x3D else { continue }
            value += 1
            while value < page.count, isBlank(page[value]) { value += 1 }
            guard value < page.count else { break }
            if page[value] == 0x22 || page[value] == 0x27 {
                at = find(page[value], from: value + 1).map { $0 + 1 } ?? page.count
            } else {
                at = value
                while at < page.count, !isBlank(page[at]), page[at] != 0x3E { at += 1 }
            }
        }
        return count > limit ? (cut..<min(at, page.count), count - limit) : nil
    }

    /// To the end of `<!-- … -->`, or of a declaration.
    private mutating func passOverComment() {
        let isComment = at + 2 < page.count && page[at + 1] == 0x2D && page[at + 2] == 0x2D
        var from = at + 1
        while let end = find(0x3E, from: from) {
            at = end + 1
            if !isComment || page[end - 1] == 0x2D && page[end - 2] == 0x2D { return }
            from = end + 1
        }
        at = page.count
    }

    /// To the end tag of an element that holds no markup.
    private mutating func passOverRaw(_ name: StaticString) {
        while let open = find(0x3C, from: at) {
            at = open + 1
            if at < page.count, page[at] == 0x2F, isNamed(name, at + 1) { return }
        }
        at = page.count
    }

    private func isNamed(_ name: StaticString, _ from: Int) -> Bool {
        guard from + name.utf8CodeUnitCount <= page.count else { return false }
        for index in 0..<name.utf8CodeUnitCount where page[from + index] | 0x20 != name.utf8Start[index] { return false }
        return true
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

    private func find(_ byte: UInt8, from: Int) -> Int? {
        guard from < page.count, let base = page.baseAddress, let found = memchr(base + from, Int32(byte), page.count - from) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
}
