internal import Foundation

/// Reads a page's start tags as libxml2 does: an attribute's value may stand in quotes, and hold `>` there; what stands in a comment,
/// a declaration, a script or a style sheet is no tag.
struct StartTags {
    /// What a page is better parsed without.
    enum Find {
        /// The attributes of a tag beyond the limit, and how many they are.
        case excess(Range<Int>, count: Int)
        /// What a script or a style sheet holds.
        case rawText(Range<Int>)
    }

    private let page: UnsafeBufferPointer<UInt8>
    private let limit: Int
    private var at = 0
    /// The element of raw text that was opened last and is not yet passed over.
    private var rawName: StaticString?
    /// Whether the tag that was read last ends with "/>".
    private var isEmptyTag = false

    init(_ page: UnsafeBufferPointer<UInt8>, attributes limit: Int) {
        self.page = page
        self.limit = limit
    }

    /// Goes on to the next find, in page order.
    mutating func next() -> Find? {
        if let found = rawText() { return found }
        while let open = find(0x3C, from: at), open + 1 < page.count {
            at = open + 1
            switch page[at] {
            case 0x21: passOverComment()
            // A processing instruction ends at the first ">".
            case 0x3F where at + 1 < page.count && isLetter(page[at + 1]): at = find(0x3E, from: at) ?? page.count
            case let first where isLetter(first):
                let excess = readTag()
                if !isEmptyTag { rawName = ["script", "style"].first { isNamed($0, open + 1, endsThere: true) } }
                if let excess { return .excess(excess.range, count: excess.count) }
                if let found = rawText() { return found }
            default: break
            }
        }
        return nil
    }

    /// What the element that was just opened holds, where it is one of raw text.
    private mutating func rawText() -> Find? {
        guard let name = rawName, at < page.count else { return nil }
        rawName = nil
        let start = at + 1
        passOverRaw(name)
        return at > start ? .rawText(start..<at) : nil
    }

    /// Reads to the ">" of a tag. What is more than the limit allows: where it stands, and how many attributes it is.
    private mutating func readTag() -> (range: Range<Int>, count: Int)? {
        isEmptyTag = false
        while at < page.count, !isBlank(page[at]), page[at] != 0x3E, page[at] != 0x2F { at += 1 }
        var count = 0, cut = 0
        while true {
            let gap = at
            while at < page.count, isBlank(page[at]) || page[at] == 0x2F { at += 1 }
            guard at < page.count, page[at] != 0x3E else {
                isEmptyTag = at > gap && page[at - 1] == 0x2F
                break
            }
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
            let last = page[end - 1] == 0x21 ? end - 2 : end - 1
            if !isComment || page[last] == 0x2D && page[last - 1] == 0x2D { return }
            from = end + 1
        }
        at = page.count
    }

    /// To the end tag of an element that holds no markup.
    private mutating func passOverRaw(_ name: StaticString) {
        while let open = find(0x3C, from: at) {
            at = open
            if open + 1 < page.count, page[open + 1] == 0x2F, isNamed(name, open + 2, endsThere: false) { return }
            at = open + 1
        }
        at = page.count
    }

    private func isNamed(_ name: StaticString, _ from: Int, endsThere: Bool) -> Bool {
        let end = from + name.utf8CodeUnitCount
        guard end <= page.count else { return false }
        for index in 0..<name.utf8CodeUnitCount where page[from + index] | 0x20 != name.utf8Start[index] { return false }
        return !endsThere || end == page.count || isBlank(page[end]) || page[end] == 0x2F || page[end] == 0x3E
    }

    private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

    private func find(_ byte: UInt8, from: Int) -> Int? {
        guard from < page.count, let base = page.baseAddress, let found = memchr(base + from, Int32(byte), page.count - from) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
}
