import PatternMatching
import Testing

@Suite struct MatcherTests {
    private func texts(_ regex: String, _ text: String, ignoresCase: Bool = false) throws -> [String] {
        let pattern = try CompiledPattern(regex, options: .init(ignoresCase: ignoresCase))
        let found = Matcher().matches(of: pattern, in: text)
        #expect(found.limit == nil)
        return found.matches.map { String(decoding: Array(text.utf8)[$0.bytes], as: UTF8.self) }
    }

    @Test func findsAllMatchesFromLeftToRight() throws {
        #expect(try texts("a+", "baaacaab") == ["aaa", "aa"])
        #expect(try texts("", "abc") == [])
        #expect(try texts("x*", "axxbx") == ["xx", "x"])
        #expect(try texts("\\w+", "Größe, ὕβρις 北京") == ["Größe", "ὕβρις", "北京"])
        #expect(try texts("straße", "STRASSE STRAẞE", ignoresCase: true) == ["STRAẞE"])
        #expect(try texts("a", "") == [])
    }

    @Test func emptyMatchesStepOverWholeCharacters() throws {
        #expect(try texts("(?=é)|b", "ééb") == ["b"])
        #expect(try texts("a\\Kb", "abab") == ["b", "b"])
    }

    @Test func namesGroups() throws {
        let pattern = try CompiledPattern("what about (?<target>the|your) ?(?<other>z)?")
        let found = Matcher().matches(of: pattern, in: "what about your")
        #expect(found.matches == [Matcher.Match(bytes: 0..<15, groups: [("target", 11..<15)])])
    }

    @Test(arguments: [
        ("a\\C", 2, "using \\C is disabled by the application"),
        ("ab(?C1)c", 2, "callouts, (?C), are not allowed"),
        ("x\\Ga", 1, "\\G is not supported: it depends on where the search began"),
        ("(abc", 4, "missing closing parenthesis"),
        ("abc)", 3, "unmatched closing parenthesis"),
        ("é[z-a]", 5, "range out of order in character class"),
        ("x**", 2, "quantifier does not follow a repeatable item"),
    ])
    func refusesWithAPlace(regex: String, offset: Int, message: String) {
        do throws(PatternError) {
            _ = try CompiledPattern(regex)
            Issue.record("\(regex) was accepted")
        } catch {
            #expect(error.offset == offset)
            #expect(error.message == message)
        }
    }

    /// Each expression runs away on its text; each must end near the budget, and say that it was stopped or give the true answer.
    @Test(arguments: [
        ("^(\\w+\\s?)+[!?]$", String(repeating: "aaaa ", count: 2_000)),
        ("\\w*\\w*\\w*[!?]", String(repeating: "a", count: 10_000)),
        ("(\\w)*(\\w)*(\\w)*(\\w)*[!?]", String(repeating: "ab", count: 3_000)),
        ("(*NO_JIT)(a|aa)+$", String(repeating: "a", count: 5_000) + "b"),
        ("(*LIMIT_MATCH=429496729)(*LIMIT_HEAP=429496729)(\\w+)+$", String(repeating: "a", count: 5_000) + "!"),
        ("(?R)?a(?R)?b", String(repeating: "a", count: 3_000)),
        ("(.*)*(.*)*x$", String(repeating: "y", count: 20_000)),
    ])
    func runawaysEnd(regex: String, text: String) throws {
        let pattern = try CompiledPattern(regex)
        let clock = ContinuousClock()
        var limit: SearchLimit?
        let time = clock.measure { limit = Matcher().matches(of: pattern, in: text).limit }
        // The budget is 250 ms; the rest is room for a busy machine.
        #expect(time < .seconds(2), "took \(time), stopped by \(limit?.rawValue ?? "nothing")")
        if regex.hasPrefix("\\w*") { #expect(limit != nil) }
    }

    @Test func whatWasFoundBeforeALimitIsKept() throws {
        let pattern = try CompiledPattern("hit|(a|aa)+z")
        let found = Matcher().matches(of: pattern, in: "hit hit " + String(repeating: "a", count: 400) + " hit")
        #expect(found.matches.map(\.bytes) == [0..<3, 4..<7])
        #expect(found.limit == .matchLimit)
    }

    @Test func aSlowSearchThatEndsIsExact() throws {
        // Every starting point needs more than the quick limit, none the full one.
        let text = String(repeating: "a", count: 120) + "! " + String(repeating: "b", count: 120) + "?"
        let pattern = try CompiledPattern("\\w*\\w*\\w*[!?]")
        let found = Matcher().matches(of: pattern, in: text)
        #expect(found.limit == nil)
        #expect(found.matches.map(\.bytes) == [0..<121, 122..<243])
        let none = Matcher().matches(of: try CompiledPattern("\\w*\\w*\\w*[;]"), in: text)
        #expect(none.matches.isEmpty)
    }

    @Test func longTextsAreSearchedInSteps() throws {
        let text = String(repeating: "é ", count: 20_000) + "needle" + String(repeating: " x", count: 20_000) + " needle"
        #expect(try texts("needle", text).count == 2)
        #expect(try texts("x needle$", text) == ["x needle"])
    }
}
