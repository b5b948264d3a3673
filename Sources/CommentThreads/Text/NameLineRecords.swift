import Markup

/// Comments that show nothing but a name and the words below it, without times, bullets or indentation.
///
/// A short line, then a longer one, again and again: headings in an article look the same. So the section must begin at a heading that says how many
/// comments there are, or names must bear web addresses ("http://example.org Jo"), as the lists do that comment systems leave for readers without scripts.
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
            guard let found = read(from: start.line, heading: start.heading) else { continue }
            if found.records.count > best?.records.count ?? 0 { best = found }
        }
        return best
    }

    /// Where a section may begin: behind a heading with a number, or at the first name with an address.
    private func starts() -> [(line: Int, heading: Int?)] {
        var starts: [(line: Int, heading: Int?)] = []
        for index in lines.indices where lines[index].claim ?? 0 >= 2 && lines[index].has(.opensSection) {
            starts.append((index + 1, index))
            if starts.count == 8 { break }
        }
        let linked = lines.indices.filter { lines[$0].has(.linkedName) }
        if linked.count >= 2, let first = linked.first {
            starts.append((first, nil))
            // The one before it may show a name alone: it stands right behind the furniture that ends the article.
            var index = first - 1
            while index > 0, first - index <= 12 {
                if lines[index].has([.furniture, .endsSection, .opensSection]) || document.lines[index].bullet != .none {
                    if lines[index + 1].isNameLike { starts.append((index + 1, nil)) }
                    break
                }
                index -= 1
            }
        }
        return starts
    }

    private func read(from start: Int, heading: Int?) -> Found? {
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
            let isName = line.has(.linkedName) || (line.isNameLike && (next.map { isSpeech($0) } ?? false) && (names.isEmpty || names.last != lastWords))
            if isName, names.isEmpty || lastWords != names.last || line.has(.linkedName) {
                names.append(index)
                short = 0
            } else if line.words <= 5, !line.has(.prose) {
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
        guard linked >= 2 || (claim >= 2 && names.count * 10 >= claim * 6 && names.count * 10 <= claim * 15 + 10) else { return nil }
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
            short = lines[index].words <= 5 && !lines[index].has(.prose) ? short + 1 : 0
            if short == 3 { return index - 2 }
            index += 1
        }
        return end
    }
}
