import Markup

/// Comments that show nothing but a name and the words below it, without times, bullets or indentation.
///
/// A short line, then a longer one, again and again: headings in an article look the same. So the section must begin at a heading that says how many
/// comments there are, or names must bear web addresses ("http://example.org Jo"), as the lists do that comment systems leave for readers without scripts;
/// or several weaker signs must come together: a heading without a number, someone who speaks twice, names in lower case, a form or a comment system's
/// name at the end.
struct NameLineRecords {
    let document: TextDocument
    let lines: [TextLine]

    struct Found {
        var records: [TextRecord]
        var heading: Int?
        var recurrence: Recurrence
    }

    func best() -> Found? {
        var best: Found?
        for start in starts() {
            guard let found = read(from: start.line, heading: start.heading, isWeak: start.isWeak) else { continue }
            if found.records.count > best?.records.count ?? 0 { best = found }
        }
        return best
    }

    /// Where a section may begin: behind a heading with a number, or at the first name with an address.
    private func starts() -> [(line: Int, heading: Int?, isWeak: Bool)] {
        var starts: [(line: Int, heading: Int?, isWeak: Bool)] = []
        for index in lines.indices where lines[index].claim ?? 0 >= 2 && lines[index].has(.opensSection) {
            starts.append((index + 1, index, false))
            if starts.count == 8 { break }
        }
        // From the page's end on: comments stand below the article.
        var plain = 0
        for index in lines.indices.reversed() where lines[index].has([.opensSection, .endsSection]) && lines[index].claim == nil {
            guard index + 2 < lines.count, !lines[index + 1].has([.opensSection, .endsSection]) else { continue }
            starts.append((index + 1, lines[index].has(.opensSection) ? index : nil, true))
            plain += 1
            if plain == 24 { break }
        }
        let linked = lines.indices.filter { lines[$0].has(.linkedName) }
        if linked.count >= 2, let first = linked.first {
            starts.append((first, nil, false))
            // The one before it may show a name alone: it stands right behind the furniture that ends the article.
            var index = first - 1
            while index > 0, first - index <= 12 {
                if lines[index].has([.furniture, .endsSection, .opensSection]) || document.lines[index].bullet != .none {
                    if lines[index + 1].isNameLike { starts.append((index + 1, nil, false)) }
                    break
                }
                index -= 1
            }
        }
        return starts
    }

    private func read(from start: Int, heading: Int?, isWeak: Bool) -> Found? {
        var names: [Int] = [], index = start, short = 0, lastWords: Int?
        var end = start
        while index < lines.count {
            let line = lines[index]
            if line.has([.endsSection, .opensSection]) { break }
            if line.isFurniture {
                index += 1
                continue
            }
            let next = nextWords(index)
            let isName = line.has(.linkedName) || (line.isNameLike && !line.tokens.contains { $0.classes.contains(.comment) } && (next.map { isSpeech($0) || isClosed(index) || index == start && lines[$0].endsSentence } ?? false) && (names.isEmpty || names.last != lastWords))
            if isName, names.isEmpty || lastWords != names.last || line.has(.linkedName) {
                names.append(index)
                short = 0
            } else if line.words <= 5, !line.has(.prose), !line.endsSentence {
                short += 1
                if short >= 6 { break }
            } else {
                short = 0
                if names.isEmpty, index - start > 6 { return nil }
            }
            lastWords = index
            end = index + 1
            index += 1
        }
        guard names.count >= 2 else { return nil }
        let linked = names.count { lines[$0].has(.linkedName) }
        let claim = heading.flatMap { lines[$0].claim } ?? 0
        let isTold = !isWeak && linked >= 2 || (claim >= 2 && names.count * 10 >= claim * 6 && names.count * 10 <= claim * 15 + 10)
        guard isTold || signs(names, start, end, heading) >= (heading == nil ? 2.5 : 2) else { return nil }
        if heading == nil, let last = names.last(where: { lines[$0].has(.linkedName) }) {
            // Beyond the last name with an address there must be speech.
            end = min(end, stop(after: last, before: end))
            names.removeAll { $0 >= end }
        }
        let recurrence = Recurrence(lines: lines, anchors: names, region: start..<end)
        let records = names.enumerated().map { position, name in
            let stop = position + 1 < names.count ? names[position + 1] : end
            return TextRecord(anchor: name, lines: name..<stop, body: name + 1..<max(name + 1, stop), name: lines[name].wholeName)
        }
        return Found(records: records, heading: heading, recurrence: recurrence)
    }

    /// How much speaks for comments where neither a number nor addresses do.
    private func signs(_ names: [Int], _ start: Int, _ end: Int, _ heading: Int?) -> Double {
        let words = ((names.first ?? start)..<end).reduce(0) { $0 + lines[$1].words }
        let plain = names.count { lines[$0].has(.linkedName) || lines[$0].words <= 3 && lines[$0].tokens.allSatisfy { $0.kind == .mark || $0.kind == .number || $0.isUnknownWord } }
        guard words >= 6 * names.count, (names.first ?? end) - start <= 4, plain * 10 >= names.count * 9 else { return 0 }
        let folded = names.map { lines[$0].sameness }
        let handles = names.count { lines[$0].isHandle }
        var signs = heading == nil ? 0.5 : 1
        signs += names.contains { lines[$0].has(.linkedName) } ? 1 : 0
        signs += Set(folded).count < folded.count ? 1 : 0
        signs += handles * 10 >= names.count * 3 && handles >= 1 ? 1 : 0
        signs += names.count >= 3 && names.dropFirst().count(where: isClosed) * 10 >= (names.count - 1) * 8 ? 1 : 0
        if end < lines.count, lines[end].has(.endsSection) { signs += lines[end].sameness.contains("powered") || lines[end].sameness.contains("disqus") ? 1 : 0.5 }
        return signs
    }

    /// Whether the button to answer stands right above: the comment before has ended, and below stands the next one's name.
    private func isClosed(_ index: Int) -> Bool { index > 0 && lines[index - 1].has(.furniture) && lines[index - 1].has(.replies) }

    /// The next line that is no furniture.
    private func nextWords(_ index: Int) -> Int? {
        var next = index + 1
        while next < lines.count, next - index < 4, lines[next].isFurniture { next += 1 }
        return next < lines.count ? next : nil
    }

    private func isSpeech(_ index: Int) -> Bool {
        let line = lines[index]
        return line.has(.prose) || line.words >= 7 || (!line.isNameLike && !line.has([.endsSection, .opensSection, .linkedName]) && line.words >= 2)
    }

    /// Where a run of short lines shows that the section has ended.
    private func stop(after start: Int, before end: Int) -> Int {
        var index = start + 1, short = 0
        while index < end {
            if lines[index].words > 5 || lines[index].has(.prose) { short = 0 } else if !lines[index].endsSentence { short += 1 }
            if short == 3 { return index - 2 }
            index += 1
        }
        return end
    }
}

extension TextLine {
    /// Ends in a mark as sentences do.
    var endsSentence: Bool {
        guard let last = tokens.last, last.kind == .mark, tokens.count > 1 else { return false }
        return ".!?…。！？".contains(last.folded) && tokens[tokens.count - 2].range.count > 1
    }

    /// "h4rm0ny", "fen_walker": one word as people make up names, not as headings are worded.
    var isHandle: Bool {
        guard words == 1, let first = tokens.first, first.kind == .word, !first.isCapitalised, let last = tokens.last, last.range.upperBound - first.range.lowerBound <= 24 else { return false }
        return zip(tokens, tokens.dropFirst()).allSatisfy { $0.range.upperBound == $1.range.lowerBound } && tokens.allSatisfy { $0.kind == .number || $0.isUnknownWord }
    }
}
