import Markup
import TimeExpressions

/// What stands before a comment's words in their own line: its number ("#3 We took the ferry.") where such lines count up, or who speaks
/// ("Jo: We took the ferry.") where the line below says when.
struct LeadingParts {
    /// Where the words begin, by line, in bytes.
    private(set) var cuts: [Int: Int] = [:]

    private static let fewest = 3
    private static let origins = Vocabulary.origins.map { Array($0.utf8) }

    init(_ document: TextDocument, reader: TimeReader) {
        document.bytes.withUnsafeBufferPointer { bytes in
            var headers = 0
            var numbers: [(line: Int, number: Int, cut: Int)] = [], names: [(line: Int, name: String, cut: Int)] = []
            for (index, line) in document.lines.enumerated() where line.range.count >= 8 {
                // "#3 · 5 May 2024" is a header, and no one's words.
                if let (number, cut) = LeadingParts.number(bytes, line.range), !LeadingParts.isTime(bytes, cut..<line.range.upperBound, reader) {
                    numbers.append((index, number, cut))
                    if LeadingParts.endsWithTime(bytes, cut..<line.range.upperBound, reader) { headers += 1 }
                } else if index + 1 < document.lines.count, let (name, cut) = LeadingParts.name(bytes, line.range), LeadingParts.isTime(bytes, document.lines[index + 1].range, reader) {
                    names.append((index, name, cut))
                }
            }
            let steps = zip(numbers, numbers.dropFirst()).count { $1.number == $0.number + 1 || $1.number == $0.number - 1 }
            // "#3 Updated by Jo 2 days ago" is one, too, where most are such.
            if numbers.count >= LeadingParts.fewest, headers * 2 <= numbers.count, steps * 10 >= (numbers.count - 1) * 8 { for one in numbers { cuts[one.line] = one.cut } }
            if names.count >= LeadingParts.fewest, Set(names.map(\.name)).count * 2 >= names.count { for one in names { cuts[one.line] = one.cut } }
        }
    }

    /// "#3 " before words.
    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> (Int, Int)? {
        guard bytes[range.lowerBound] == 0x23 else { return nil }
        var at = range.lowerBound + 1, number = 0
        while at < range.upperBound, at - range.lowerBound <= 6, (0x30...0x39).contains(bytes[at]) {
            number = number * 10 + Int(bytes[at] - 0x30)
            at += 1
        }
        guard at > range.lowerBound + 1, at + 4 < range.upperBound, bytes[at] == 0x20 else { return nil }
        return (number, at)
    }

    /// "Jo: ", "小雨点：", "小雨点回复@江边：": few words that no page has for anything else, up to a colon with words behind it.
    private static func name(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> (String, Int)? {
        var at = range.lowerBound
        while at < range.upperBound, at - range.lowerBound <= 60, bytes[at] != 0x3A, !(bytes[at] == 0xEF && at + 2 < range.upperBound && bytes[at + 1] == 0xBC && bytes[at + 2] == 0x9A) { at += 1 }
        guard at > range.lowerBound, at - range.lowerBound <= 60, at + 6 < range.upperBound else { return nil }
        let cut = bytes[at] == 0x3A ? at + 1 : at + 3
        // 「小雨点:渡轮又晚了」 has no blank; "10:12" and "https:" neither.
        guard bytes[at] != 0x3A || bytes[cut] == 0x20 || bytes[at - 1] >= 0x80 || bytes[cut] >= 0xE3 else { return nil }
        let tokens = LineToken.split(bytes, range.lowerBound..<at)
        guard let first = tokens.first, first.isUnknownWord, tokens.count <= 7, tokens.count(where: { $0.kind == .word }) <= 5, !tokens.contains(where: { $0.kind == .mark && !"@_-.'".contains($0.folded) })
        else { return nil }
        return (tokens.map(\.folded).joined(), cut)
    }

    /// A short line that ends by saying when.
    private static func endsWithTime(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ reader: TimeReader) -> Bool {
        guard range.count <= 80, let found = reader.first(in: String(decoding: bytes[range], as: UTF8.self)) else { return false }
        return found.range.upperBound + 4 >= range.count
    }

    /// A short line that says when, and hardly more.
    private static func isTime(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ reader: TimeReader) -> Bool {
        guard range.count <= 80, bytes[range].contains(where: { (0x30...0x39).contains($0) }), let found = reader.first(in: String(decoding: bytes[range], as: UTF8.self)) else { return false }
        // "21-5-12 10:11 来自广东": where from.
        let place = bytes[range.lowerBound + found.range.upperBound..<range.upperBound]
        return found.range.lowerBound <= 4 && (found.range.count * 2 >= range.count || LeadingParts.origins.contains { place.firstRange(of: $0) != nil })
    }
}
