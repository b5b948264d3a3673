/// Long lists of words, put in another form that finds the same: `(?:car|cab|dog|cars)` becomes `(?:ca(?:r|b|rs)|dog)`.
///
/// PCRE2 tries the alternatives of a list one by one. Alternatives that begin with different letters exclude each other, so those with
/// the same first letter may be drawn together, in their order, without changing which of them is found first.
struct AlternationGrouping {
    private let bytes: [UInt8]
    private let tokens: [RegexLexer.Token]
    private var position = 0

    /// Shorter lists gain nothing.
    private static let fewest = 6

    /// The same expression in the other form; `nil` where it holds what is not known to stay the same: groups that are counted,
    /// options in the middle, verbs, comments, `(?x)`.
    static func grouped(_ regex: String, ignoresCase: Bool) -> String? {
        let bytes = Array(regex.utf8)
        let tokens = RegexLexer.tokens(of: bytes)
        guard tokens.count(where: { $0.kind == .alternation }) >= fewest else { return nil }
        for token in tokens {
            switch token.kind {
            case .options, .verb, .comment, .quoted: return nil
            case .open:
                guard ["(?:", "(?i:", "(?-i:", "(?>", "(?=", "(?!", "(?<=", "(?<!"].contains(String(decoding: bytes[token.range], as: UTF8.self)) else { return nil }
            case .escape:
                // Back-references, \K.
                if let kind = token.range.dropFirst().first.map({ bytes[$0] }), (0x31...0x39).contains(kind) || "gkK".utf8.contains(kind) { return nil }
            default: if token.isExtended { return nil }
            }
        }
        var grouping = AlternationGrouping(bytes: bytes, tokens: tokens)
        let branches = grouping.branches(ignoresCase)
        guard grouping.position == tokens.count else { return nil }
        return String(decoding: Self.joined(branches), as: UTF8.self)
    }

    private init(bytes: [UInt8], tokens: [RegexLexer.Token]) {
        self.bytes = bytes
        self.tokens = tokens
    }

    /// An alternative: the ASCII letters and digits it begins with, small where case is ignored, and the rest as it is.
    private struct Branch {
        var head: [UInt8] = []
        var rest: [UInt8] = []
    }

    /// The alternatives up to a closing parenthesis or the end, in groups.
    private mutating func branches(_ ignoresCase: Bool) -> [Branch] {
        var branches = [branch(ignoresCase)]
        while position < tokens.count, tokens[position].kind == .alternation {
            position += 1
            branches.append(branch(ignoresCase))
        }
        return Self.grouped(branches)
    }

    private mutating func branch(_ ignoresCase: Bool) -> Branch {
        var branch = Branch()
        while position < tokens.count {
            let token = tokens[position]
            switch token.kind {
            case .alternation, .close: return branch
            case .open:
                let opening = bytes[token.range]
                position += 1
                let isBehind = opening.starts(with: Array("(?<".utf8))
                let inner = opening.starts(with: Array("(?i".utf8)) ? true : opening.starts(with: Array("(?-".utf8)) ? false : ignoresCase
                let start = position
                let contents = branches(inner)
                branch.rest += opening
                // The alternatives of a lookbehind must keep their lengths apart.
                if isBehind, position > start {
                    branch.rest += bytes[tokens[start].range.lowerBound..<tokens[position - 1].range.upperBound]
                } else {
                    branch.rest += Self.joined(contents)
                }
                if position < tokens.count { branch.rest += bytes[tokens[position].range] }
                position += 1
            case .literal:
                let byte = bytes[token.range.lowerBound]
                let isPlain = token.range.count == 1 && Self.isPlain(byte)
                let isRepeated = position + 1 < tokens.count && tokens[position + 1].kind == .quantifier
                if branch.rest.isEmpty, isPlain, !isRepeated {
                    branch.head.append(ignoresCase && byte <= 0x5A && byte >= 0x41 ? byte | 0x20 : byte)
                } else {
                    branch.rest += bytes[token.range]
                }
                position += 1
            default:
                branch.rest += bytes[token.range]
                position += 1
            }
        }
        return branch
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
    }

    /// Neighbours that begin with a letter, drawn together by it; one that begins with anything else keeps its place.
    private static func grouped(_ branches: [Branch]) -> [Branch] {
        guard branches.count >= fewest else { return branches }
        var result: [Branch] = []
        var run: [Branch] = []
        func finish() {
            result += drawnTogether(run)
            run = []
        }
        for branch in branches {
            if branch.head.isEmpty {
                finish()
                result.append(branch)
            } else {
                run.append(branch)
            }
        }
        finish()
        return result
    }

    private static func drawnTogether(_ run: [Branch]) -> [Branch] {
        guard run.count >= fewest else { return run }
        var order: [UInt8] = []
        var byLetter: [UInt8: [Branch]] = [:]
        for var branch in run {
            let letter = branch.head.removeFirst()
            if byLetter[letter] == nil { order.append(letter) }
            byLetter[letter, default: []].append(branch)
        }
        return order.map { letter in
            let members = byLetter[letter] ?? []
            guard members.count > 1 else { return Branch(head: [letter] + members[0].head, rest: members[0].rest) }
            return Branch(head: [letter], rest: Array("(?:".utf8) + joined(grouped(members)) + Array(")".utf8))
        }
    }

    private static func joined(_ branches: [Branch]) -> [UInt8] {
        Array(branches.map { $0.head + $0.rest }.joined(separator: [UInt8(ascii: "|")]))
    }
}
