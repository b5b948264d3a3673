import PatternMatching
import Testing

@Suite struct RegexTreeTests {
    private func kinds(_ regex: String) -> [RegexLexer.Kind] { RegexLexer.tokens(of: Array(regex.utf8)).map(\.kind) }

    @Test func tokensCoverTheWholeExpression() {
        for regex in ["a(?<n>b|c)+?[]x-z[:alpha:]]\\Q(\\E{2,3}x{,2}", "\\x{2019}\\p{Lu}\\pL(?i)é(?#no)(?-x: a #)", "(*UCP)a\\", "[abc", "(?", "\\Qabc", "(?x) a # c\n b"] {
            let tokens = RegexLexer.tokens(of: Array(regex.utf8))
            #expect(tokens.first?.range.lowerBound == 0)
            #expect(tokens.last?.range.upperBound == regex.utf8.count)
            for (a, b) in zip(tokens, tokens.dropFirst()) { #expect(a.range.upperBound == b.range.lowerBound) }
        }
    }

    @Test func knowsTheKinds() {
        #expect(kinds("a|b") == [.literal, .alternation, .literal])
        #expect(kinds("(?:a)+?") == [.open, .literal, .close, .quantifier])
        #expect(kinds("[]a]b") == [.set, .literal])
        #expect(kinds("\\x{2019}\\d") == [.escape, .escape])
        #expect(kinds("x{2,3}{a}") == [.literal, .quantifier, .literal, .literal, .literal])
        #expect(kinds("(*ACCEPT)(?i)") == [.verb, .options])
    }

    private typealias Edges = (regex: String, beginning: RegexTree.Wordness, end: RegexTree.Wordness)
    private static let edges: [Edges] = [
        ("idiot", RegexTree.Wordness.word, RegexTree.Wordness.word),
        ("(?:the|your)s?", .word, .word),
        ("#maga", .other, .word),
        ("(?:#|the)", .any, .any),
        ("['’]?s!", .any, .other),
        ("(?=x)\\bwhat\\?", .word, .other),
        ("a.", .word, .any),
        ("\\w+\\W", .word, .other),
        ("x*", [.word, .nothing], [.word, .nothing]),
        ("[A-Z]\\d", .word, .word),
        ("(a)\\1", .word, .word),
        ("((?-i)a)\\1", .word, .any),
        ("(?|(!)|(a))\\1", .any, .any),
        ("(?(?=a)a|!)(a)\\1", .any, .any),
    ]

    @Test func tellsTheEdges() {
        for (regex, beginning, end) in Self.edges {
            let tree = RegexParser.tree(of: regex, ignoresCase: true)
            #expect(tree.beginning == beginning, "\(regex)")
            #expect(tree.end == end, "\(regex)")
        }
    }
}
