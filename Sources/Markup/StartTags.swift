internal import Foundation

/// Reads a page's start tags as libxml2 does: an attribute's value may stand in quotes, and hold `>` there; what stands in a comment,
/// a declaration, a script or a style sheet is no tag.
struct StartTags {
    enum Find {
        /// What an attribute's quotes hold.
        case value(Range<Int>)
        /// The value of an attribute whose name libxml2 cannot read: it would end at the first blank or ">" in it.
        case lostValue(Range<Int>)
        /// The attributes of a tag beyond the limit, and how many they are.
        case excess(Range<Int>, count: Int)
        /// What a script or a style sheet holds.
        case rawText(Range<Int>)
    }

    /// libxml2's buffer for a name: what goes on behind it is another one.
    private static let longestName = 100

    private let page: UnsafeBufferPointer<UInt8>
    private let limit: Int
    private var at = 0

    init(_ page: UnsafeBufferPointer<UInt8>, attributes limit: Int) {
        self.page = page
        self.limit = limit
    }

    /// Hands over what there is in the page, in its order.
    mutating func read(_ found: (Find) -> Void) {
        while let open = find(0x3C, from: at), open + 1 < page.count {
            at = open + 1
            switch page[at] {
            case 0x21 where isNamed("--", at + 1, endsThere: false) || isNamed("doctype", at + 1, endsThere: false): passOverComment()
            // Processing instructions and end tags end at the first ">", whatever is in them.
            case 0x3F where at + 1 < page.count && isLetter(page[at + 1]), 0x2F where at + 1 < page.count && isNameStart(page[at + 1]): at = find(0x3E, from: at) ?? page.count
            case let first where isLetter(first):
                let isEmpty = readTag(found)
                guard !isEmpty, at < page.count, first | 0x20 == 0x73, let name = ["script", "style"].first(where: { isNamed($0, open + 1, endsThere: true) }) else { break }
                let start = at + 1
                passOverRaw(name)
                if at > start { found(.rawText(start..<at)) }
            default: break
            }
        }
    }

    /// Reads to the ">" of a tag; says whether it is one that ends with "/>".
    private mutating func readTag(_ found: (Find) -> Void) -> Bool {
        passOverName()
        var count = 0, cut = 0, isEmpty = false
        while true {
            passOverBlanks()
            guard at < page.count, page[at] != 0x3E else { break }
            if isEmptyEnd(at) {
                at += 1
                isEmpty = true
                break
            }
            guard isNameStart(page[at]) else {
                passOverLostName(found)
                continue
            }
            if count == limit { cut = at }
            count += 1
            passOverName()
            passOverBlanks()
            guard at < page.count, page[at] == 0x3D else { continue }
            at += 1
            passOverBlanks()
            guard at < page.count else { break }
            if page[at] == 0x22 || page[at] == 0x27 {
                let end = find(page[at], from: at + 1)
                if let end, count <= limit { found(.value(at + 1..<end)) }
                at = end.map { $0 + 1 } ?? page.count
            } else {
                while at < page.count, !isBlank(page[at]), page[at] != 0x3E { at += 1 }
            }
        }
        if count > limit { found(.excess(cut..<min(at, page.count), count: count - limit)) }
        return isEmpty
    }

    /// What begins no name is passed over as far as the next blank, quotes and all; but names that templates give ("@click", "(change)",
    /// "[class]", "*ngIf") have values as others have (WHATWG HTML, 13.2.5.33, "attribute name state").
    private mutating func passOverLostName(_ found: (Find) -> Void) {
        let isTemplates = StartTags.templateSigns.contains(page[at])
        while at < page.count, !isBlank(page[at]), page[at] != 0x3E, !isEmptyEnd(at) {
            at += 1
            guard isTemplates, page[at - 1] == 0x3D, at < page.count, page[at] == 0x22 || page[at] == 0x27, let end = find(page[at], from: at + 1) else { continue }
            found(.lostValue(at + 1..<end))
            at = end + 1
        }
    }

    private static let templateSigns = Array("@([#*{$".utf8)

    private mutating func passOverName() {
        let most = min(page.count, at + StartTags.longestName)
        while at < most, isNameByte(page[at]) { at += 1 }
    }

    private mutating func passOverBlanks() {
        while at < page.count, isBlank(page[at]) { at += 1 }
    }

    /// To the end of `<!-- … -->`, or of `<!DOCTYPE …>`. The dashes that open a comment do not close it.
    private mutating func passOverComment() {
        let isComment = page[at + 1] == 0x2D
        let start = at + 3
        while let end = find(0x3E, from: at) {
            at = end + 1
            let dashes = page[end - 1] == 0x21 ? end - 3 : end - 2
            if !isComment || dashes >= start && page[dashes] == 0x2D && page[dashes + 1] == 0x2D { return }
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
        for index in 0..<name.utf8CodeUnitCount where page[from + index] | 0x20 != name.utf8Start[index] | 0x20 { return false }
        return !endsThere || end == page.count || !isNameByte(page[end])
    }

    private func isEmptyEnd(_ at: Int) -> Bool { page[at] == 0x2F && at + 1 < page.count && page[at + 1] == 0x3E }

    private func isNameByte(_ byte: UInt8) -> Bool { isNameStart(byte) || byte &- 0x30 < 10 || byte == 0x2D }

    private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    private func isNameStart(_ byte: UInt8) -> Bool { isLetter(byte) || byte == 0x5F || byte == 0x3A || byte == 0x2E }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

    private func find(_ byte: UInt8, from: Int) -> Int? {
        guard from < page.count, let base = page.baseAddress, let found = memchr(base + from, Int32(byte), page.count - from) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
}
