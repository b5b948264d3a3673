/// Finds all matches of patterns in texts, within a time budget. One a thread; compiled patterns are shared.
package final class Matcher {
    private let workspace: MatchWorkspace
    /// Patterns that were slow once, compiled again so that they can be run in steps.
    private var stepped: [ObjectIdentifier: SteppedPattern] = [:]

    private struct SteppedPattern {
        /// Keeps the object alive, so that its identity is not given to another.
        let original: CompiledPattern
        let pattern: CompiledPattern
    }

    package init() {
        guard let workspace = MatchWorkspace() else { preconditionFailure("no memory for a match workspace of 1 MiB") }
        self.workspace = workspace
    }

    /// A match, and the places of the pattern's named groups that took part.
    package struct Match: Equatable, Sendable {
        /// UTF-8 bytes of the subject.
        package var bytes: Range<Int>
        package var groups: [(name: String, bytes: Range<Int>)]

        package init(bytes: Range<Int>, groups: [(name: String, bytes: Range<Int>)] = []) {
            self.bytes = bytes
            self.groups = groups
        }

        package static func == (a: Match, b: Match) -> Bool {
            a.bytes == b.bytes && a.groups.elementsEqual(b.groups) { $0.name == $1.name && $0.bytes == $1.bytes }
        }
    }

    /// All matches from left to right, none overlapping, none empty, into `matches`; `nil` when the whole subject was searched,
    /// else the limit that stopped the search (what was found before it is kept).
    ///
    /// The subject must be valid UTF-8. The search is run once with a low limit of backtracking, which no ordinary pattern
    /// reaches. Only where that stops it, the rest is searched in steps of a few starting points with the full limit and a look
    /// at the clock between two steps: PCRE2's limits begin anew at every starting point and so bound no time.
    package func findAll(
        _ pattern: CompiledPattern, in subject: UnsafeBufferPointer<UInt8>, budget: Duration = .milliseconds(250),
        into matches: inout [Match]
    ) -> SearchLimit? {
        var start = 0
        // A quick search of so many bytes takes 80 ms at the very most.
        let quickSize = pattern.isJustInTime ? 16 * 1024 : 1024
        guard subject.count <= quickSize else { return findInSteps(pattern, in: subject, from: 0, budget: budget, into: &matches) }
        while start <= subject.count {
            switch workspace.search(pattern, in: subject, from: start, effort: .quick) {
            case .match(let bytes): start = keep(bytes, of: pattern, in: subject, from: start, into: &matches)
            case .none: return nil
            case .limit: return findInSteps(pattern, in: subject, from: start, budget: budget, into: &matches)
            }
        }
        return nil
    }

    /// All matches of a pattern in a text; for tests and small jobs.
    package func matches(of pattern: CompiledPattern, in text: String) -> (matches: [Match], limit: SearchLimit?) {
        var text = text
        var found: [Match] = []
        let limit = text.withUTF8 { findAll(pattern, in: $0, into: &found) }
        return (found, limit)
    }

    /// A match of an anchored pattern at a place, kept; the end of it or, where there is none, `nil`. `limit` says that a limit was reached.
    @inline(__always)
    func tryAt(
        _ place: Int, _ anchored: CompiledPattern.Code, of pattern: @autoclosure () -> CompiledPattern?, in subject: UnsafeBufferPointer<UInt8>,
        into matches: inout [Match], limit: inout Bool
    ) -> Int? {
        switch workspace.search(anchored, in: subject, from: place, effort: .quick) {
        case .match(let bytes):
            if let pattern = pattern() { return keep(bytes, of: pattern, in: subject, from: place, into: &matches) }
            if bytes.isEmpty { return nil }
            matches.append(Match(bytes: bytes))
            return max(bytes.upperBound, place + 1)
        case .none: return nil
        case .limit:
            limit = true
            return nil
        }
    }

    /// Whether the pattern matches the empty string somewhere in a text.
    package func matchesNothing(_ pattern: CompiledPattern, in text: String) -> Bool {
        var text = text
        return text.withUTF8 { subject in
            var start = 0
            while start <= subject.count {
                guard case .match(let bytes) = workspace.search(pattern, in: subject, from: start, effort: .full) else { return false }
                if bytes.isEmpty { return true }
                start = max(bytes.upperBound, start + 1)
            }
            return false
        }
    }

    private func findInSteps(
        _ original: CompiledPattern, in subject: UnsafeBufferPointer<UInt8>, from first: Int, budget: Duration,
        into matches: inout [Match]
    ) -> SearchLimit? {
        guard let pattern = steppedPattern(for: original) else { return .other }
        let deadline = ContinuousClock.now.advanced(by: budget)
        let sizes = pattern.isJustInTime ? (quick: 16 * 1024, full: 64) : (quick: 1024, full: 8)
        var start = first
        // Starting points before this one are known to need the full limit.
        var fullUpTo = first
        while start <= subject.count {
            let isFull = start < fullUpTo
            let last = min(subject.count, start + (isFull ? sizes.full : sizes.quick))
            switch workspace.search(pattern, in: subject, from: start, to: last, effort: isFull ? .full : .quick) {
            case .match(let bytes): start = keep(bytes, of: pattern, in: subject, from: start, into: &matches)
            case .none: start = boundary(after: last, in: subject)
            case .limit(let limit):
                if isFull { return limit }
                fullUpTo = last + 1
            }
            if start <= subject.count, ContinuousClock.now > deadline { return .time }
        }
        return nil
    }

    /// Keeps a match unless it is empty; returns where the search goes on.
    private func keep(
        _ bytes: Range<Int>, of pattern: CompiledPattern, in subject: UnsafeBufferPointer<UInt8>, from start: Int,
        into matches: inout [Match]
    ) -> Int {
        guard !bytes.isEmpty else { return boundary(after: max(start, bytes.lowerBound), in: subject) }
        var groups: [(name: String, bytes: Range<Int>)] = []
        for (name, number) in pattern.groupNames {
            if let place = workspace.group(number) { groups.append((name, place)) }
        }
        matches.append(Match(bytes: bytes, groups: groups))
        // A lookbehind with \K could end before it began; go on in any case.
        return max(bytes.upperBound, start + 1)
    }

    private func boundary(after position: Int, in subject: UnsafeBufferPointer<UInt8>) -> Int {
        var next = position + 1
        while next < subject.count, subject[next] & 0xC0 == 0x80 { next += 1 }
        return next
    }

    private func steppedPattern(for pattern: CompiledPattern) -> CompiledPattern? {
        if let known = stepped[ObjectIdentifier(pattern)] { return known.pattern }
        var options = pattern.options
        options.isStepped = true
        guard let made = try? CompiledPattern(pattern.regex, options: options) else { return nil }
        stepped[ObjectIdentifier(pattern)] = SteppedPattern(original: pattern, pattern: made)
        return made
    }
}
