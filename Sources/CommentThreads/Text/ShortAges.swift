import DiscourseModel
import Markup

/// Ages of a number and a letter or two, as pages for small screens write them among buttons: "2y", "3d", "1 yr".
extension TextLine {
    /// "Like · Reply · 2y": an age of a number and a letter or two, behind a mark that parts it from buttons.
    static func shortAge(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> (range: Range<Int>, stamp: Timestamp?, isRelative: Bool)? {
        var unit = range.upperBound
        while unit > range.lowerBound, (0x61...0x7A).contains(bytes[unit - 1]) { unit -= 1 }
        let word = String(decoding: bytes[unit..<range.upperBound], as: UTF8.self)
        guard range.count <= 60, shortAges.contains(word) else { return nil }
        // "1 yr", alone in its line.
        let digits = range.count <= 6 && lineAges.contains(word) && bytes[unit - 1] == 0x20 ? unit - 1 : unit
        var start = digits
        while start > range.lowerBound, (0x30...0x39).contains(bytes[start - 1]) { start -= 1 }
        if start == range.lowerBound, (1...2).contains(digits - start), lineAges.contains(word) { return (range, nil, true) }
        guard (1...3).contains(digits - start), start - range.lowerBound >= 4, bytes[start - 1] == 0x20 else { return nil }
        // "|", U+00B7 ·, U+2022 •, U+2013 – or U+2014 —, before a space.
        let isBar = bytes[start - 2] == 0x7C
        let isDot = bytes[start - 3] == 0xC2 && bytes[start - 2] == 0xB7
        let isBullet = start - range.lowerBound >= 5 && bytes[start - 4] == 0xE2 && bytes[start - 3] == 0x80 && [0xA2, 0x93, 0x94].contains(bytes[start - 2])
        return isBar || isDot || isBullet ? (start..<range.upperBound, nil, true) : nil
    }

    /// "3d 5 likes Reply", "12w20 likesReply": an age before buttons and counts.
    var openingAge: Range<Int>? {
        guard tokens.count >= 3, words <= 6, tokens[0].kind == .number, tokens[0].range.count <= 3, tokens[0].range.upperBound == tokens[1].range.lowerBound, TextLine.shortAges.contains(tokens[1].folded) else { return nil }
        let rest = tokens[2...]
        guard rest.allSatisfy({ $0.kind != .word || !$0.classes.isDisjoint(with: [.reply, .action, .votes]) }), rest.contains(where: { $0.classes.contains(.reply) }) else { return nil }
        return tokens[0].range.lowerBound..<tokens[1].range.upperBound
    }

    private static let lineAges: Set<String> = ["hr", "hrs", "wk", "wks", "mo", "yr", "yrs"]
    private static let shortAges: Set<String> = ["s", "m", "h", "d", "w", "y", "mo", "min", "hr", "hrs", "yr", "yrs", "std", "tg", "sem", "an", "ans", "a", "wk", "wks"]
}
