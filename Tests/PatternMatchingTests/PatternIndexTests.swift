import Foundation
import PatternMatching
import Testing

/// The index finds exactly what a loop of PCRE2 over every pattern finds.
@Suite struct PatternIndexTests {
    /// Every pattern on every text both ways; the first difference, in words.
    private func difference(_ regexes: [(String, Bool)], _ texts: [String]) -> String? {
        let patterns = regexes.compactMap { try? CompiledPattern($0.0, options: .init(ignoresCase: $0.1)) }
        let index = PatternIndex(patterns)
        let matcher = Matcher()
        let scan = PatternScan(index, matcher: matcher)
        for var text in texts {
            let result: String? = text.withUTF8 { bytes in
                scan.read(bytes)
                for (number, pattern) in patterns.enumerated() {
                    var plain: [Matcher.Match] = []
                    var indexed: [Matcher.Match] = []
                    let plainLimit = matcher.findAll(pattern, in: bytes, into: &plain)
                    let indexedLimit = scan.findAll(number, in: bytes, into: &indexed)
                    if plain != indexed || plainLimit != indexedLimit {
                        return "/\(pattern.regex)/ (\(index.lookup(of: number)), \(pattern.options.ignoresCase ? "caseless" : "exact")) in \"\(String(decoding: bytes, as: UTF8.self))\": loop \(plain.map(\.bytes)), index \(indexed.map(\.bytes))"
                    }
                }
                return nil
            }
            if let result { return result }
        }
        return nil
    }

    @Test func choosesALookup() throws {
        func lookup(_ regex: String, _ ignoresCase: Bool = true) throws -> PatternIndex.Lookup {
            PatternIndex([try CompiledPattern(regex, options: .init(ignoresCase: ignoresCase))]).lookup(of: 0)
        }
        #expect(try lookup("\\bwhat\\s+about\\b") == .atLiterals)
        #expect(try lookup("\\b(?:(?:idiot|moron)s?)\\b") == .atWords)
        #expect(try lookup("\\b(?:idiot|moron)s?\\b", false) == .atLiterals)
        #expect(try lookup("\\b(?>idiots?)\\b") == .atLiterals)
        #expect(try lookup("\\b(?<who>idiot)\\b") == .atLiterals)
        #expect(try lookup("\\b(?:idiot|two words)\\b") == .atLiterals)
        #expect(try lookup("(?<!not )\\bidiot\\b") == .atLiterals)
        #expect(try lookup("\\bidiot\\b(?! savant)") == .atLiterals)
        #expect(try lookup("\\b(?:pro[-\\s]?|anti)war\\b") == .atLiterals)
        #expect(try lookup("\\b(?:no|not)\\s+(?:\\w+\\s+){0,2}surprise\\b") == .ifLiteralOccurs)
        #expect(try lookup("(?x) fake \\s news # no") == .atLiterals)
        #expect(try lookup("\\Qa.b\\E") == .atLiterals)
        #expect(try lookup("über|Äpfel") == .atLiterals)
        #expect(try lookup("\\bдурак(?:и)?\\b") == .atLiterals)
        #expect(try lookup("\\w+ media") == .ifLiteralOccurs)
        #expect(try lookup("(?:very )*(?:\\w+)ing news") == .ifLiteralOccurs)
        #expect(try lookup("(?=x)\\w+") == .always)
        #expect(try lookup("foo|\\w+") == .always)
        #expect(try lookup("(*COMMIT)foo") == .always)
        #expect(try lookup("foo\\Kbar") == .always)
        #expect(try lookup("(?:foo)?") == .always)
        #expect(try lookup("ὕβρις") == .ifByteOccurs)
        #expect(try lookup("#\\w+") == .atLiterals)
        #expect(try lookup("[.,]\\w+") == .ifByteOccurs)
        // The rarer words, wherever they stand.
        #expect(try lookup("\\b(?:the|that|this)\\s+(?:\\w+\\s+)?documentary\\b") == .ifLiteralOccurs)
        #expect(try lookup("\\d+ ?%") == .ifLiteralOccurs)
        #expect(try lookup("ὕβρις", false) == .atLiterals)
        #expect(try lookup("(\\w+)\\s+\\1") == .always)
        #expect(try lookup("\\b(\\w+)\\s+\\1") == .atWordStarts)
        #expect(try lookup("\\b[A-Z]{4,}", false) == .atWordStarts)
        #expect(try lookup("([!?])\\1") == .atLiterals)
    }

    /// Back-references: nothing but the text itself says where they match, and what their group asked for where it stood is not asked again.
    @Test func aWordThatStandsOnceMore() throws {
        let regexes = [
            "\\b(\\w+)\\s+\\1", "\\b(\\w+)\\s+\\1\\s+\\1\\b", "\\b(\\p{L}{4,}+)[,!.]?\\s\\1", "\\b(\\w+)\\W+\\1\\b", "\\b(\\w+) ?\\1", "\\b(\\w+)(?: and)?\\s\\1",
            "\\b\\w+(?=\\s+(\\w+))\\s+\\1", "(?<=(\\w) )\\b\\w+\\s+\\1", "\\b(foo|bar)\\1\\b", "(foo\\b) \\1bar", "(\\bfoo)x?\\1", "\\b(\\w)+\\s+\\1", "\\b(?:(\\w+)\\s+)+\\1",
        ]
        let texts = [
            "the the cat", "The the the", "foobar foofoo barbar", "foo foobar", "naïve naïve", "naïve naive", "again, again! again", "a\u{A0}a", "“so” so so”", "cafe\u{301} cafe",
            "x_y x_y", "no No nO", "end end", "endend", "end", "one two", "été été", "go\tgo\ngo", "b bb b", "Word word\u{301} word", "a b b", "you and you", "foox foo", "\u{212A}k k", "na na na hey hey",
        ]
        #expect(difference(regexes.flatMap { [($0, true), ($0, false)] }, texts) == nil)
        #expect(PatternIndex([try CompiledPattern(regexes[0])]).isFiltered(0))
        #expect(!PatternIndex([try CompiledPattern(regexes[6])]).isFiltered(0))
    }

    @Test func trapsOfCase() {
        let texts = ["\u{212A}elvin kelvin", "\u{17F}o so", "ÅNGSTRÖM \u{212B}ngström", "STRAẞE straße", "ДУРАК \u{1C81}урак дурак", "ΣΊΣΥΦΟΣ σίσυφος", "ǅ ǆ Ǆ", "İstanbul ıstanbul ISTANBUL", "ÿ Ÿ", "µ μ Μ"]
        let words = ["kelvin", "so", "ångström", "straße", "дурак", "σίσυφος", "ǆ", "istanbul", "ÿ", "µ", "Μ", "[ks]o|x", "KELVIN"]
        #expect(difference(words.flatMap { [($0, true), ($0, false), ("\\b" + $0 + "\\b", true)] }, texts) == nil)
    }

    /// PCRE2 itself is asked which letters are the same letter, for every letter the index folds and every character there is.
    @Test func caseVariantsAreComplete() throws {
        var text = ""
        for value in 1...0x1_FFFF as ClosedRange<UInt32> {
            if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar); text += "\n" }
        }
        let letters = [0x21...0x7E, 0xA1...0xFF, 0x400...0x45F, 0x2010...0x2027].flatMap { Array($0 as ClosedRange<UInt32>) }.compactMap(Unicode.Scalar.init)
        let matcher = Matcher()
        for letter in letters {
            // Hexadecimal, so that punctuation stands for itself.
            let pattern = try CompiledPattern("\\x{\(String(letter.value, radix: 16))}", options: .init(ignoresCase: true))
            for match in matcher.matches(of: pattern, in: text).matches {
                let found = String(decoding: Array(text.utf8)[match.bytes], as: UTF8.self)
                let word = "qzj"
                #expect(difference([("\(pattern.regex)\(word)", true)], [found + word]) == nil, "\(letter) matches \(found)")
            }
        }
    }

    @Test func everyWhiteSpaceIsWhiteSpace() throws {
        var text = ""
        for value in 1...0x1_FFFF as ClosedRange<UInt32> {
            if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar); text += "." }
        }
        let space = try CompiledPattern("\\s")
        let found = Matcher().matches(of: space, in: text).matches
        #expect(found.count >= 25)
        for match in found {
            let blank = String(decoding: Array(text.utf8)[match.bytes], as: UTF8.self)
            #expect(difference([("what\\s+about", true), ("\\babout\\s", true), ("\\s+what", true), ("what[ ]\\s*about", true)], ["what\(blank)about", "What \(blank) \(blank)about x", blank + blank + "what", blank]) == nil)
        }
    }

    /// Random expressions over a small alphabet, so that they match often, on random texts; `REJOINDER_SEED=7` makes others.
    @Test func randomPatternsOnRandomTexts() {
        var random = SplitMix(state: ProcessInfo.processInfo.environment["REJOINDER_SEED"].flatMap(UInt64.init) ?? 20_260_101)
        for _ in 0..<60 {
            let regexes = (0..<40).map { _ in (random.pattern(depth: 3), random.chance(2)) }
            let texts = (0..<25).map { _ in random.text() }
            if let difference = difference(regexes, texts) {
                Issue.record("\(difference)")
                return
            }
        }
    }
}

/// Random numbers that are the same every time (Steele, Lea and Flood 2014).
private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
    mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }
    mutating func chance(_ oneIn: Int) -> Bool { below(oneIn) == 0 }
    mutating func one(_ list: [String]) -> String { list[below(list.count)] }

    mutating func text() -> String {
        let words = ["what", "about", "the", "media", "Skies", "kiss", "an", "a", "I", "über", "ÜBER", "дурак", "ДУРАК", "don't", "x", "_y", "99", "ß", "\u{212A}ey", "mas\u{17F}", "é", "waré", "#tag", "@you", "100%", "antimedia-abouts"]
        let gaps = [" ", " ", "  ", "\n", "\u{A0}", " \u{2003}", ", ", ".", "-", "’", "“", ""]
        return (0..<below(14)).map { _ in (chance(4) ? one(words).uppercased() : one(words)) + one(gaps) }.joined()
    }

    mutating func pattern(depth: Int) -> String {
        if depth == 0 || chance(5) { return atom() }
        switch below(16) {
        case 0: return pattern(depth: depth - 1) + pattern(depth: depth - 1)
        case 1: return "(?:" + pattern(depth: depth - 1) + "|" + pattern(depth: depth - 1) + ")"
        case 2: return "(?:" + pattern(depth: depth - 1) + ")" + one(["?", "*", "+", "{1,2}", "{2}", "??", "+?", "?+"])
        case 3: return "\\b" + pattern(depth: depth - 1) + "\\b"
        case 4: return "(" + pattern(depth: depth - 1) + ")" + one(["", "\\1", "?"])
        case 5: return "(?i:" + pattern(depth: depth - 1) + ")"
        case 6: return "(?-i)" + pattern(depth: depth - 1)
        case 7: return one(["(?=", "(?!", "(?<!\\w)(?:", "(?>"]) + pattern(depth: depth - 1) + ")" + atom()
        case 8: return pattern(depth: depth - 1) + "\\s+" + pattern(depth: depth - 1)
        case 9: return pattern(depth: depth - 1) + "|" + pattern(depth: depth - 1)
        case 10: return "(?x: " + pattern(depth: depth - 1) + " )"
        case 11: return "\\b(?:" + one(["kiss", "an", "media", "a_?", "(?:the|x)"]) + "|" + atom() + ")" + one(["", "s?", "(?:es|s)?", "+"]) + "\\b"
        case 12: return "\\b(?:a|an|the|x)\\s+" + one(["(?:\\w+\\s+){0,2}", "(?:the[-\\s])?", ""]) + pattern(depth: depth - 1)
        case 13: return "\\b(\\w+)" + one([" ", "\\s+", "\\W"]) + one(["", "the ", "an? "]) + "\\1" + one(["", "\\b", "s"])
        case 14: return "(?:(?<!\\w)|(?!\\w))" + pattern(depth: depth - 1) + "(?:(?<!\\w)|(?!\\w))"
        default: return "(?<!\\w)" + pattern(depth: depth - 1) + "(?!\\w)"
        }
    }

    private mutating func atom() -> String {
        one([
            "what", "about", "the", "media", "sk", "kiss", "a", "an", "I", "über", "Ü", "дурак", "К", "don['’]t", "[ao]", "[a-c]", "[-\\s]?", "[\\s,]", "[\\x{2019}']", "[\\n\\x61]", "[^a]", "\\w+", "\\w", "\\d", ".",
            "\\s", "\\s*", "\\s?", "[ -]", " ", "\\x{e9}", "\\Qa b\\E", "ß", "_", "99", "\\p{Lu}", "’", "“", "\\.", "x", "#t", "@", "%", "waré?", "antimedia-about", "[A-Z]{2,}", "\\p{Lu}+", "[a-z]+", "[!#@]\\w", "(?#c)", "m\\Kedia", "\\S", "^", "$",
        ])
    }
}
