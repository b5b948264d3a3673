import PatternMatching

/// What one tag came to in one comment.
struct Evaluation {
    var hits: [Hit] = []
    /// Matches that do not count, and why; filled in only when somebody asks.
    var held: [HeldMatch] = []
    /// Lines whose search was stopped by a limit.
    var stopped: [StoppedLine] = []
}

/// A match that counts.
struct Hit {
    var line: String
    /// The line's place in the tag, to order matches of the same words.
    var rank: Int
    var bytes: Range<Int>
    var groups: [(name: String, bytes: Range<Int>)]
    var isQuoted: Bool
}

/// A match that was held back.
package struct HeldMatch: Hashable, Sendable {
    package var line: String
    /// UTF-8 bytes of the comment's text.
    package var bytes: Range<Int>
    package var reason: Reason

    package init(line: String, bytes: Range<Int>, reason: Reason) {
        self.line = line
        self.bytes = bytes
        self.reason = reason
    }

    package enum Reason: Hashable, Sendable {
        /// A line of `unless` matches over it.
        case unless(line: String, bytes: Range<Int>)
        /// This line of `all` matches nowhere in the author's own words.
        case all(line: String)
        /// Fewer matches than `min` asks for.
        case tooFew(count: Int, min: Int)
        /// It lies in a name or an address.
        case masked
        /// Another match of the tag covers it.
        case covered
    }
}

struct StoppedLine {
    var line: PatternLine
    var limit: SearchLimit
}

/// A line that a limit stopped while a tagger ran: what it found is incomplete.
package struct LineOverrun: Hashable, Sendable, CustomStringConvertible {
    package var tag: String
    /// `any[1]`
    package var line: String
    /// Whether it was stopped so often that it was searched for no more.
    package var isSetAside: Bool

    package var description: String {
        "the pattern \(tag) \(line) was stopped by a limit" + (isSetAside ? " \(RuleEvaluator.mostOverruns) times and set aside" : "")
            + "; what it finds is incomplete"
    }
}
