/// Finds a name in a header line: what is left when time, labels and counts are taken out.
enum InlineName {
    /// Bytes of the name in the document.
    static func find(in line: TextLine) -> Range<Int>? {
        let tokens = line.tokens
        if let time = tokens.firstIndex(where: { $0.kind == .time }) {
            if let name = trim(tokens[..<time]) { return withoutHandle(name, tokens) }
            return trim(tokens[(time + 1)...]).map { withoutHandle($0, tokens) }
        }
        return trim(tokens[...])
    }

    /// The name behind the time: "Late boat 5 May 2021, by Jo".
    static func behindTime(in line: TextLine) -> Range<Int>? {
        guard let time = line.tokens.firstIndex(where: { $0.kind == .time }) else { return nil }
        return trim(line.tokens[(time + 1)...]).map { withoutHandle($0, line.tokens) }
    }

    /// Whether the same words stand before the time in every header, and names of more than one behind it: those words are a label or a title ("Date:").
    static func standBehindTimes(_ lines: [TextLine], _ anchors: [Int]) -> Bool {
        guard anchors.count >= 3 else { return false }
        var label: [String]?, names: Set<[String]> = []
        for anchor in anchors {
            let line = lines[anchor]
            guard let time = line.time, let before = find(in: line), before.upperBound <= time.lowerBound, let behind = behindTime(in: line) else { return false }
            func words(_ range: Range<Int>) -> [String] { line.tokens.filter { range.contains($0.range.lowerBound) }.map(\.folded) }
            if label == nil { label = words(before) }
            guard words(before) == label else { return false }
            names.insert(words(behind))
        }
        return names.count >= 2
    }

    /// "Guest 12.05.2021": where others have names, who has none is called by what all such are.
    static func role(in line: TextLine) -> Range<Int>? {
        guard let first = line.tokens.first(where: { $0.kind == .word }), first.classes == .role, line.tokens.first(where: { $0.kind == .time }).map({ first.range.upperBound <= $0.range.lowerBound }) ?? false else { return nil }
        return first.range
    }

    /// "Jo Marsh @jo@example.social", "Jo Marsh (jo-marsh)": the name, then the one in the system.
    private static func withoutHandle(_ name: Range<Int>, _ tokens: [LineToken]) -> Range<Int> {
        let own = tokens.filter { name.contains($0.range.lowerBound) }
        guard let mark = own.firstIndex(where: { $0.folded == "@" || $0.folded == "(" }), mark > 0, own[mark].folded == "@"
            ? own[mark - 1].range.upperBound < own[mark].range.lowerBound && mark + 1 < own.count && own[mark + 1].range.lowerBound == own[mark].range.upperBound : repeats(own, mark)
        else { return name }
        return name.lowerBound..<own[mark - 1].range.upperBound
    }

    /// Whether a bracket holds nothing but what stands before it.
    private static func repeats(_ tokens: [LineToken], _ bracket: Int) -> Bool {
        func words(_ part: ArraySlice<LineToken>) -> String { part.filter { $0.kind != .mark }.map(\.folded).joined().filter { $0 != "_" } }
        return words(tokens[..<bracket]) == words(tokens[bracket...])
    }

    /// "message 3: by Jo": what stands before the number and the word "by" is a label.
    private static func withoutLabel(_ segment: ArraySlice<LineToken>) -> ArraySlice<LineToken> {
        guard let by = segment.prefix(6).firstIndex(where: { $0.classes.contains(.by) }), by > segment.startIndex, by + 1 < segment.endIndex,
            segment[..<by].contains(where: { $0.kind == .number }), segment[..<by].count(where: { $0.kind == .word }) == 1
        else { return segment }
        return segment[(by + 1)...]
    }

    private static func trim(_ whole: ArraySlice<LineToken>) -> Range<Int>? {
        var segment = withoutLabel(whole)
        // "来自网页", "IP属地：上海": what it was written with or where, not who.
        if var origin = segment.firstIndex(where: { token in Vocabulary.origins.contains { token.folded.hasPrefix($0) } }) {
            if origin > segment.startIndex, segment[origin - 1].folded == "ip" { origin -= 1 }
            segment = segment[..<origin]
        }
        var start = segment.startIndex, isLabelled = false, bracket = 0
        while start < segment.endIndex {
            let token = segment[start]
            if token.kind == .mark {
                if token.folded == "[" || token.folded == "(" { bracket += 1 }
                if token.folded == "]" || token.folded == ")" { bracket -= 1 }
            } else if bracket <= 0 || token.kind == .number {
                if token.kind == .word, token.classes.isEmpty { break }
                // "by ByTheSea", "na1led": words that nothing parts from the next are no words.
                if token.kind == .word, start + 1 < segment.endIndex, segment[start + 1].range.lowerBound == token.range.upperBound, token.classes == .glue && segment[start + 1].kind == .number || isLabelled && segment[start + 1].kind == .word { break }
                // "editor-ruth" is a name.
                if token.classes.contains(.role), start + 2 < segment.endIndex, "-_.".contains(segment[start + 1].folded), segment[start + 1].range.lowerBound == token.range.upperBound,
                    segment[start + 2].range.lowerBound == segment[start + 1].range.upperBound { break }
                // "The Ferryman", "A. Morais".
                if token.classes == .glue, token.isCapitalised, start + 1 < segment.endIndex, segment[start + 1].isUnknownWord || segment[start + 1].classes == .glue || token.range.count == 1 && segment[start + 1].folded == ".",
                    segment[(start + 1)...].contains(where: \.isUnknownWord) { break }
                if token.kind == .word, token.isCapitalised, !token.classes.isDisjoint(with: [.action, .votes]), token.classes.isDisjoint(with: [.posted, .reply, .by]), goesOn(segment, start) { break }
                if token.kind == .word, isLabelled, token.classes.isDisjoint(with: [.glue, .by, .posted]) { break }
                // "by 0123456": some call themselves by a number.
                if token.kind == .number, token.range.count >= 4, start > segment.startIndex, segment[start - 1].classes.contains(.by) { break }
                if !token.classes.isDisjoint(with: [.by, .posted]) { isLabelled = true }
                if token.kind == .number, start + 1 < segment.endIndex, segment[start + 1].kind == .word, segment[start + 1].range.lowerBound == token.range.upperBound {
                    // "#3Jo": the number of the post. "3楼 Jo": the floor of the house that a thread is.
                    if start == segment.startIndex || segment[start - 1].folded != "#" {
                        guard PostReferences.floors.contains(segment[start + 1].folded) else { break }
                        start += 1
                    }
                }
                if token.kind == .word, start + 1 < segment.endIndex, segment[(start + 1)...].contains(where: { $0.classes.contains(.says) }),
                    token.classes.isDisjoint(with: [.glue, .by, .posted, .says]) { break }
            }
            start += 1
        }
        guard start < segment.endIndex else { return nil }
        var end = start
        while end < segment.endIndex {
            let token = segment[end]
            if token.kind == .mark, "|—–»•·↓[:<".contains(token.folded), end > start { break }
            if end > start {
                if token.classes.contains(.says) || token.folded == "http" || token.folded == "https" { break }
                if token.kind == .number, end + 1 < segment.endIndex, segment[end + 1].classes.contains(.votes) { break }
                if !token.classes.isDisjoint(with: [.reply, .action, .posted, .alt, .unposted]), !token.classes.contains(.by),
                    token.classes.contains(.alt) || !token.isCapitalised || !goesOn(segment, end) { break }
                if token.folded == "(", end + 1 < segment.endIndex, segment[end + 1].folded == "#" || segment[end + 1].classes.contains(.unposted) || Vocabulary.signatureLinks.contains(segment[end + 1].folded) { break }
            }
            end += 1
        }
        if end < segment.endIndex, segment[end].classes.contains(.alt) { return afterPortrait(segment, start, end) }
        while end > start + 1, segment[end - 1].folded == "_" { end -= 1 }
        while end > start, segment[end - 1].kind == .mark ? !")!?.*".contains(segment[end - 1].folded) : segment[end - 1].classes.contains(.glue) && !(segment[end - 1].isCapitalised && segment[end - 1].range.count == 1 && end - 1 > start) { end -= 1 }
        guard end > start else { return nil }
        if end > start, segment[end - 1].folded == ".", segment[end - 2 >= start ? end - 2 : start].range.count > 2 { end -= 1 }
        guard end > start, segment[start..<end].contains(where: { $0.kind != .mark }) else { return nil }
        return segment[start].range.lowerBound..<segment[end - 1].range.upperBound
    }

    /// Whether a word of unknown meaning follows at once: "Mark Bower", "Beam Me Up Scotty" are names, buttons stand alone.
    private static func goesOn(_ segment: ArraySlice<LineToken>, _ index: Int) -> Bool {
        index + 1 < segment.endIndex && segment[index + 1].isUnknownWord && segment[index + 1].isCapitalised
    }

    /// "jo avatar jo": the alternative text of a portrait repeats the name before the name itself.
    private static func afterPortrait(_ segment: ArraySlice<LineToken>, _ start: Int, _ alt: Int) -> Range<Int>? {
        let rest = segment[(alt + 1)...].drop { !$0.classes.isDisjoint(with: [.alt, .glue]) || $0.kind == .mark }
        guard let first = rest.first, first.isUnknownWord else { return segment[start].range.lowerBound..<segment[alt - 1].range.upperBound }
        return trim(rest)
    }
}
