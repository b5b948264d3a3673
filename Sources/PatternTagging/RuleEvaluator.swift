import PatternMatching

/// Runs single tags over single comments. Gates that do not look at the words (language, place in the thread, parent) are the tagger's.
final class RuleEvaluator {
    private let matcher: Matcher
    private let scan: PatternScan
    /// How long one line may work on one comment.
    let budget: Duration
    /// Overruns by line number; a line with `mostOverruns` is set aside.
    private(set) var overruns: [Int: Int] = [:]
    static let mostOverruns = 3
    /// Told what each search cost, where somebody asks.
    var meter: LineMeter?

    init(_ index: PatternIndex, budget: Duration) {
        matcher = Matcher()
        scan = PatternScan(index, matcher: matcher)
        self.budget = budget
    }

    /// Walks over a comment, so that `evaluate` with `isRead` need only look where something can be.
    func read(_ text: MaskedText, language: String?) { text.bytes.withUnsafeBufferPointer { scan.read($0, language: language) } }

    /// Whether any line can match in the comment that was read.
    var canAllMatch: Bool { scan.isUnfiltered }

    /// Adds the numbers of lines with a literal in the comment that was read.
    func addTouched(to lines: inout [Int]) { scan.addTouched(to: &lines) }

    /// Whether a line can match in the comment that was read, which is given again.
    func canMatch(_ line: Int, in text: MaskedText) -> Bool { text.bytes.withUnsafeBufferPointer { scan.canMatch(line, in: $0) } }

    func isSetAside(_ line: PatternLine) -> Bool { !overruns.isEmpty && overruns[line.number, default: 0] >= Self.mostOverruns }

    /// `quotes` are the places of the text that the comment quotes; `isRead` says that `text` was given to `read` last;
    /// `lines` are the numbers, ascending, of the triggers that can match, `nil` where that is not known.
    func evaluate(
        _ rule: TagRule, on text: MaskedText, quotes: [Range<Int>], isRead: Bool = false, lines: ArraySlice<Int>? = nil, explains: Bool = false
    ) -> Evaluation {
        var result = Evaluation()
        // Without an address both texts are the same.
        let isRead = isRead && (!rule.readsAddresses || !text.hasAddresses)
        func isQuoted(_ bytes: Range<Int>) -> Bool { !rule.countsQuoted && quotes.contains { $0.overlaps(bytes) } }
        func hold(_ hit: Hit, _ reason: HeldMatch.Reason) {
            if explains { result.held.append(HeldMatch(line: hit.line, bytes: hit.bytes, reason: reason)) }
        }

        var hits: [Hit] = []
        func findHits(_ rank: Int) {
            let line = rule.any[rank]
            for match in find(line, rule, text, isRead, &result) {
                hits.append(Hit(line: line.label, rank: rank, bytes: match.bytes, groups: match.groups, isQuoted: isQuoted(match.bytes)))
            }
        }
        if let lines, let first = rule.any.first?.number {
            // The numbers of a tag's lines begin with those of `any`.
            for number in lines where number - first < rule.any.count { findHits(number - first) }
        } else {
            for rank in rule.any.indices { findHits(rank) }
        }
        if let near = rule.near {
            let a = find(near.a, rule, text, isRead, &result)
            let b = a.isEmpty ? [] : find(near.b, rule, text, isRead, &result)
            let bytes = rule.readsAddresses ? text.withAddresses : text.bytes
            // The author's words pair with the author's, quoted ones with quoted ones.
            for quoted in [false, true] {
                let pairs = NearPairs.pairs(
                    a.filter { isQuoted($0.bytes) == quoted }, b.filter { isQuoted($0.bytes) == quoted }, rule: near.rule, in: bytes)
                hits += pairs.map { Hit(line: "near", rank: rule.any.count, bytes: $0.bytes, groups: $0.groups, isQuoted: quoted) }
            }
        }
        hits.removeAll { hit in
            guard text.isMasked(hit.bytes, readsAddresses: rule.readsAddresses) else { return false }
            hold(hit, .masked)
            return true
        }
        if hits.isEmpty { return result }

        for line in rule.unless where !hits.isEmpty {
            let exceptions = find(line, rule, text, isRead, &result)
            hits.removeAll { hit in
                guard let exception = exceptions.first(where: { $0.bytes.overlaps(hit.bytes) }) else { return false }
                hold(hit, .unless(line: line.label, bytes: exception.bytes))
                return true
            }
        }
        hits = leftmostLongest(hits) { hold($0, .covered) }

        for line in rule.all where !hits.isEmpty {
            let isThere = find(line, rule, text, isRead, &result).contains {
                !isQuoted($0.bytes) && !text.isMasked($0.bytes, readsAddresses: rule.readsAddresses)
            }
            if !isThere {
                for hit in hits { hold(hit, .all(line: line.label)) }
                hits = []
            }
        }
        let own = hits.count { !$0.isQuoted }
        if rule.min > 1, own < rule.min {
            for hit in hits { hold(hit, .tooFew(count: own, min: rule.min)) }
            hits = []
        }
        result.hits = hits
        return result
    }

    /// Whether any of the lines matches in the author's own words.
    func matchesAny(_ lines: [PatternLine], _ rule: TagRule, on text: MaskedText, quotes: [Range<Int>], _ result: inout Evaluation) -> Bool {
        lines.contains { line in
            find(line, rule, text, false, &result).contains { match in
                !quotes.contains { $0.overlaps(match.bytes) } && !text.isMasked(match.bytes, readsAddresses: rule.readsAddresses)
            }
        }
    }

    private func find(
        _ line: PatternLine, _ rule: TagRule, _ text: MaskedText, _ isRead: Bool, _ result: inout Evaluation
    ) -> [Matcher.Match] {
        if isRead, !text.bytes.withUnsafeBufferPointer({ scan.canMatch(line.number, in: $0) }) { return [] }
        guard !isSetAside(line) else { return [] }
        var matches: [Matcher.Match] = []
        let start = meter == nil ? nil : ContinuousClock.now
        let limit = (rule.readsAddresses ? text.withAddresses : text.bytes).withUnsafeBufferPointer {
            isRead
                ? scan.findAll(line.number, in: $0, budget: budget, into: &matches)
                : matcher.findAll(line.pattern, in: $0, budget: budget, into: &matches)
        }
        if let meter, let start { meter.count(line, matches: matches.count, time: ContinuousClock.now - start) }
        if let limit {
            overruns[line.number, default: 0] += 1
            result.stopped.append(StoppedLine(line: line, limit: limit))
        }
        return matches
    }

    /// Of matches that overlap the first, of those that begin together the longest; the author's own before quoted ones.
    private func leftmostLongest(_ hits: [Hit], dropped: (Hit) -> Void) -> [Hit] {
        if hits.count < 2 { return hits }
        var kept: [Hit] = []
        for quoted in [false, true] {
            var end = -1
            let own = kept
            let sorted = hits.filter { $0.isQuoted == quoted }.sorted {
                ($0.bytes.lowerBound, -$0.bytes.upperBound, $0.rank) < ($1.bytes.lowerBound, -$1.bytes.upperBound, $1.rank)
            }
            for hit in sorted {
                if hit.bytes.lowerBound >= end, !own.contains(where: { $0.bytes.overlaps(hit.bytes) }) {
                    kept.append(hit)
                    end = hit.bytes.upperBound
                } else {
                    dropped(hit)
                }
            }
        }
        return kept.sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
    }
}
