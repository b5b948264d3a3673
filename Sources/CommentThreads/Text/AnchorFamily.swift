import Markup

/// Header lines of one make that recur down the page, one to a comment.
struct AnchorFamily {
    /// Indices of lines, ascending.
    var anchors: [Int]
    /// The line that opens the section, where one does.
    var heading: Int?
    var score: Double
}

/// Finds the family of lines that most looks like the headers (or footers) of comments.
///
/// A family is all lines with the same shape; shapes are tried fine and coarse, and the whole set of lines with a time as well.
/// What counts: how many there are, whether words stand between them, whether buttons to reply or report recur in the gaps,
/// whether the lines say "by" or "says", and whether a heading such as "12 comments" stands before the first.
struct AnchorMining {
    let lines: [TextLine]
    /// Sums over the lines before each index.
    private let contentWords: [Int]
    private let acts: [Int]
    private let profiles: [Int]
    private let teasers: [Int]
    private let openers: [Int]
    private let breaks: [Int]
    /// The numbers that lines such as ">>5101" refer to.
    private let references: Set<String>

    init(lines: [TextLine]) {
        self.lines = lines
        var contentWords = [0], acts = [0], profiles = [0], teasers = [0], openers: [Int] = [], breaks: [Int] = []
        for (index, line) in lines.enumerated() {
            let isContent = !line.has([.furniture, .number, .rule, .alt, .endsSection, .opensSection])
            contentWords.append(contentWords[index] + (isContent ? line.words : 0))
            acts.append(acts[index] + (line.has(.acts) && !line.offersSharingAlone || line.isSignedCount || (line.has(.furniture) && line.has(.replies)) ? 1 : 0))
            profiles.append(profiles[index] + (line.has([.unposted, .profile]) && !line.has([.postTime, .prose]) ? 1 : 0))
            teasers.append(teasers[index] + (line.isTeaser ? 1 : 0))
            if line.has(.opensSection) { openers.append(index) }
            if line.has([.opensSection, .endsSection]) { breaks.append(index) }
        }
        references = Set(lines.lazy.filter { $0.tokens.count >= 3 && $0.tokens[0].folded == ">" && $0.tokens[1].folded == ">" && $0.tokens[2].kind == .number }.map { $0.tokens[2].folded })
        (self.contentWords, self.acts, self.profiles, self.teasers, self.openers, self.breaks) = (contentWords, acts, profiles, teasers, openers, breaks)
    }

    func best() -> AnchorFamily? {
        var families: [String: [Int]] = [:]
        for (index, line) in lines.enumerated() where line.has([.postTime, .says]) {
            if line.has(.postTime) {
                families["fine " + line.shape, default: []].append(index)
                families["coarse " + line.coarseShape, default: []].append(index)
                families["time", default: []].append(index)
            } else {
                families["says", default: []].append(index)
            }
            if line.has(.says) { families["says " + line.coarseShape, default: []].append(index) }
        }
        for (index, line) in lines.enumerated() where line.has(.byline) && !line.has([.prose, .unposted]) && line.words <= 14 {
            // "by", "posted by": with a time or without.
            families["by " + line.tokens.prefix { !$0.classes.isDisjoint(with: [.by, .posted]) }.map(\.folded).joined(separator: " "), default: []].append(index)
        }
        for (index, line) in lines.enumerated() where line.isScoredName { families["scored", default: []].append(index) }
        for (index, line) in lines.enumerated() where line.has(.postNumber) { families["number", default: []].append(index) }
        var best: AnchorFamily?
        for (_, anchors) in families.sorted(by: { ($0.value.count, $1.key) > ($1.value.count, $0.key) }).prefix(48) {
            for run in runs(withoutLists(withoutRepeats(anchors))).flatMap(withAndWithoutHead) {
                guard let family = judge(run), family.score > best?.score ?? 0 else { continue }
                best = family
            }
        }
        if let family = best {
            best?.anchors = IrregularHeaders(lines: lines).added(to: withoutByline(withoutBareHead(withoutForeignHead(family.anchors), family.heading)), from: family.heading)
            if let opening = opening(of: family) { best?.anchors.insert(opening, at: 0) }
        }
        return best
    }

    /// The header lines without those of another make before the article: a list of other posts with their times.
    private func withoutForeignHead(_ anchors: [Int]) -> [Int] {
        guard anchors.count >= 8 else { return anchors }
        let gaps = zip(anchors, anchors.dropFirst()).map { contentWords[$1] - contentWords[$0 + 1] }
        let usual = gaps.sorted()[gaps.count / 2]
        guard let gulf = gaps.prefix(anchors.count / 4).lastIndex(where: { $0 >= 300 && $0 >= 8 * usual }) else { return anchors }
        let shapes = Set(anchors[(gulf + 1)...].map { lines[$0].shape })
        return anchors[...gulf].contains { shapes.contains(lines[$0].shape) } ? anchors : Array(anchors[(gulf + 1)...])
    }

    /// The header lines without the article's own date above them: the only line that holds nothing but a time, or that has no side bar, or no handle, above it.
    private func withoutBareHead(_ anchors: [Int], _ heading: Int?) -> [Int] {
        guard anchors.count >= 4, heading.map({ $0 > anchors[0] }) ?? true else { return anchors }
        func isBare(_ index: Int) -> Bool { lines[index].isBareTime }
        // A forum's side bar stands above the time, or right below it.
        func hasSideBar(_ index: Int) -> Bool { profiles[min(lines.count, index + 4)] > profiles[max(0, index - 6)] || (max(0, index - 2)...index).contains { lines[$0].holdsHandle } }
        guard isBare(anchors[0]) else { return anchors }
        return !anchors.dropFirst().contains(where: isBare) || !hasSideBar(anchors[0]) && anchors.dropFirst().allSatisfy(hasSideBar) ? Array(anchors.dropFirst()) : anchors
    }

    /// The header lines without the article's own byline above (or below) them: the only one that says "by".
    private func withoutByline(_ anchors: [Int]) -> [Int] {
        guard anchors.count >= 4 else { return anchors }
        let bylines = anchors.indices.filter { lines[anchors[$0]].has(.byline) && lines[anchors[$0]].tokens.first?.classes.contains(.by) ?? false }
        guard bylines.count == 1, let only = bylines.first, only == 0 || only == anchors.count - 1 else { return anchors }
        return only == 0 ? Array(anchors.dropFirst()) : anchors.dropLast()
    }

    /// The header of a thread's first post, which lacks what counts the others: "on: May 3" before "Reply #1 on: May 3".
    private func opening(of family: AnchorFamily) -> Int? {
        guard family.heading == nil, family.anchors.count >= 2, let first = family.anchors.first, lines[first].has([.replies, .postNumber]) else { return nil }
        let known = Set(lines[first].tokens.filter { !$0.isUnknownWord && $0.kind != .number }.map { $0.kind == .time ? "" : $0.folded })
        return (max(0, first - 120)..<first).last { index in
            let line = lines[index]
            guard line.has(.postTime), !line.has(.prose), contentWords[first] - contentWords[index + 1] >= 5 else { return false }
            let own = Set(line.tokens.map { $0.kind == .time ? "" : $0.folded })
            return own.count >= 2 && own.isSubset(of: known)
        }
    }

    /// A header may show its time twice, a line below the other, in the same words or as a date and an age: the first is the anchor.
    private func withoutRepeats(_ anchors: [Int]) -> [Int] {
        anchors.enumerated().filter { position, line in
            position == 0 || anchors[position - 1] != line - 1
                || (lines[line].sameness != lines[line - 1].sameness || lines[line].sameness.isEmpty) && !(lines[line].isBareTime && lines[line - 1].isBareTime)
        }.map(\.element)
    }

    /// The header lines without three and more that follow each other at once before the first words, or behind the last: lists of other pages with their times.
    private func withoutLists(_ anchors: [Int]) -> [Int] {
        var first = 0, end = anchors.count
        while end - first >= 3, anchors[end - 1] == anchors[end - 2] + 1, anchors[end - 2] == anchors[end - 3] + 1 || end < anchors.count { end -= 1 }
        if end < anchors.count { end -= 1 }
        while end - first >= 3, anchors[first + 1] == anchors[first] + 1, anchors[first + 2] == anchors[first + 1] + 1 || first > 0 { first += 1 }
        if first > 0 { first += 1 }
        return end - first >= 2 ? Array(anchors[first..<end]) : anchors
    }

    /// Parts a family where another section begins: where a line says so and the gap is much longer than the others.
    /// Where such lines recur in many gaps they belong to the records.
    private func runs(_ anchors: [Int]) -> [[Int]] {
        let gaps = zip(anchors, anchors.dropFirst()).map { $1 - $0 }
        let usual = gaps.sorted().dropFirst(gaps.count / 2).first ?? 0
        var cuts: [Int] = [], next = 0
        for (position, anchor) in anchors.enumerated().dropFirst() {
            while next < breaks.count, breaks[next] <= anchors[position - 1] { next += 1 }
            var isCut = false, ends = 0
            while next < breaks.count, breaks[next] < anchor {
                ends += 1
                if gaps.count < 3 || ends >= 3 || lines[breaks[next]].claim != nil || gaps[position - 1] > 2 * usual + 6, !isSaid(breaks[next], anchors, position) { isCut = true }
                next += 1
            }
            if isCut { cuts.append(position) }
        }
        if cuts.isEmpty || (cuts.count >= 3 && cuts.count * 3 >= anchors.count - 1) { return [anchors] }
        let edges = [0] + cuts + [anchors.count]
        return zip(edges, edges.dropFirst()).map { Array(anchors[$0..<$1]) }
    }

    /// "About us" over a paragraph, between headers of one and the same make: someone says it in a long comment.
    private func isSaid(_ line: Int, _ anchors: [Int], _ position: Int) -> Bool {
        guard position >= 2, position + 1 < anchors.count, lines[line].has(.endsSection), lines[line].claim == nil else { return false }
        let shape = lines[anchors[position]].shape
        return (position - 2...position + 1).allSatisfy { lines[anchors[$0]].shape == shape } && (line + 1..<anchors[position]).contains { lines[$0].has(.prose) }
    }

    /// A run, and what of it stands behind the last heading near its beginning: the first may be the article's own date.
    private func withAndWithoutHead(_ run: [Int]) -> [[Int]] {
        guard run.count >= 4, let last = run.dropFirst().prefix(3).last, heading(before: run[0], count: run.count) == nil else { return [run] }
        let at = position(of: last, in: openers) - 1
        guard at >= 0, openers[at] > run[0] else { return [run] }
        return [run, Array(run.drop { $0 < openers[at] })]
    }

    private func judge(_ anchors: [Int]) -> AnchorFamily? {
        guard let first = anchors.first, let last = anchors.last else { return nil }
        let count = anchors.count
        let heading = self.heading(before: first, count: count)
        let gaps = Double(max(1, count - 1))
        var filled = 0.0, acting = 0.0, profiled = 0.0, teasing = 0.0, long = 0.0
        for (from, to) in zip(anchors, anchors.dropFirst()) {
            let words = contentWords[to] - contentWords[from + 1]
            if words >= 2 || words == 1 && lines[to].has([.says, .byline]) { filled += 1 }
            if words > 3_000 { long += 1 }
            if acts[to] > acts[from + 1] { acting += 1 }
            if profiles[to] > profiles[from + 1] { profiled += 1 }
            if teasers[to] > teasers[from + 1], acts[to] == acts[from + 1] { teasing += 1 }
        }
        if count == 1 {
            let end = min(lines.count, last + 12)
            filled = contentWords[end] - contentWords[last + 1] >= 2 ? 1 : 0
            acting = acts[end] > acts[last + 1] ? 1 : 0
        }
        let broken = Double(breaksBetween(first, last)), usual = usualAbove(anchors)
        var labelled = 0.0, timed = 0.0, named = 0.0, inviting = 0.0, handled = 0.0, portrayed = 0.0, commented = 0.0, referred = 0, answering = 0
        for anchor in anchors {
            let isCommented = lines[anchor].has(.commented) || anchor > 0 && lines[anchor - 1].has(.commented)
            let isLabelled = isCommented || lines[anchor].has([.says, .replies, .postNumber]) || lines[anchor].holdsButton
            if isCommented { commented += 1 }
            if lines[anchor].has(.timeOfDay), lines[anchor].invites { inviting += 1 }
            if !references.isEmpty, lines[anchor].tokens.contains(where: { $0.kind == .number && references.contains($0.folded) }) { referred += 1 }
            if isLabelled || (max(0, anchor - 4)...min(lines.count - 1, anchor + 1)).contains(where: { lines[$0].has(.namesAuthor) }) { labelled += 1 } else if lines[anchor].has(.byline) || lines[anchor].bracketsTime { labelled += 0.5 }
            if lines[anchor].tokens.contains(where: \.isUnknownWord) || nameAbove(anchor, usual) != nil || (anchor > 1 && lines[anchor].has(.postNumber) && lines[anchor - 2].isNameLike)
                || (anchor + 2 < lines.count && lines[anchor + 1].isNameLike && lines[anchor + 2].has(.prose)) {
                named += 1
            }
            if lines[anchor].has(.timeOfDay) { timed += 1 }
            if (max(0, anchor - 3)..<anchor).contains(where: { lines[$0].isSubject }) { answering += 1 }
            if (max(0, anchor - 2)...anchor).contains(where: { lines[$0].holdsHandle }) { handled += 1 }
            if (max(0, anchor - 2)...anchor).contains(where: { lines[$0].namesPortrait }) { portrayed += 1 }
        }
        labelled /= Double(count)
        // A button to reply in the line with the time is as good as one below the words.
        if count >= 3 { acting = max(acting, inviting / Double(count) * gaps) }
        // "Re: The ferry" above headers: whoever writes below answers.
        let isReferred = referred >= 2 || answering >= 2 && answering * 10 >= count * 4, isHandled = count >= 3 && (handled >= 0.8 * Double(count) || portrayed >= 0.8 * Double(count) && readsAsSpeech(anchors, usual))
        timed /= Double(count)
        let fill = filled / gaps
        acting /= gaps
        profiled /= gaps
        teasing /= gaps
        let claimed = heading.flatMap { lines[$0].claim ?? lines[$0].counted }
        let fits = claimed.map { abs($0 - count) <= max(1, $0 / 5) ? 1.0 : 0 } ?? 0

        var evidence = 0.0
        evidence += heading.map { first - $0 <= 10 || fits > 0 ? 1 : 0.6 } ?? 0
        evidence += acting >= 0.5 ? 1 : 0
        evidence += labelled >= 0.5 ? 0.6 : 0
        evidence += commented >= 0.8 * Double(count) ? 0.4 : 0
        evidence += profiled >= 0.5 ? 1 : 0
        evidence += count >= 2 && timed >= 0.7 ? 0.4 : 0
        evidence += count >= 2 && named >= 0.8 * Double(count) ? 0.3 : 0
        evidence += count >= 6 ? 0.3 : 0
        evidence += 0.5 * fits
        evidence += count >= 3 && countsUp(anchors) ? 1 : 0
        evidence += isReferred ? 1 : 0
        evidence += isHandled ? 1 : 0
        // Words that end as speech does right before the next header: a list of articles has titles there. And people who come back, or times of day.
        if count >= 4, readsAsSpeech(anchors, usual) { evidence += (someoneReturns(anchors, usual) ? 0.4 : 0) + (timed >= 0.9 && named >= 0.9 * Double(count) ? 0.3 : 0) }
        // "By Jo · 3 May · 12 comments" stands over an article.
        let counting = count >= 3 && anchors.count(where: { lines[$0].countsBehindTime }) * 10 >= count * 6
        evidence -= teasing >= 0.4 || counting ? 1.2 : 0
        guard fill >= 0.55, evidence >= (count >= 6 ? 0.95 : count >= 4 ? 1.4 : 1.6) else { return nil }
        let isTold = acting >= 0.5 || labelled >= 0.5 || profiled >= 0.5 || isHandled
        if count == 1 {
            guard let heading, fits > 0 || (labelled > 0 && (lines[first].has(.says) || contentWords[first] - contentWords[heading + 1] >= 3)) else { return nil }
        }
        // Few records without a heading, or many with nothing but times: a list of news looks the same.
        if count < 4, heading == nil, labelled < 0.9 || (acting < 0.5 && profiled < 0.5) { return nil }
        if count < 6, heading == nil, last - first > 60 * (count - 1) { return nil }
        if lines[first].isScoredName, lines[first].time == nil, acting < 0.5 { return nil }
        // Articles have bylines as well.
        if anchors.allSatisfy({ lines[$0].has(.byline) && lines[$0].time == nil && !lines[$0].has([.says, .replies]) }), acting < 0.5, fits == 0,
            heading == nil || !anchors.allSatisfy({ $0 + 1 < lines.count && lines[$0 + 1].has(.postTime) }) { return nil }
        if heading == nil, !isTold, !isReferred, !countsUp(anchors), !someoneReturns(anchors, usual) { return nil }
        let quality = 0.3 + 0.8 * acting + 0.5 * labelled + (heading == nil ? 0 : 0.8) + 0.7 * fits + 0.5 * profiled + 0.2 * timed - 0.8 * teasing
        guard quality > 0 else { return nil }
        return AnchorFamily(
            anchors: anchors, heading: heading, score: quality * Double(count).squareRoot() * fill * fill * (1 - long / gaps) / (1 + 8 * broken / (gaps + 8)))
    }

    /// What stands in a line of its own right above most header lines, and is no one's name: "English", "OP".
    private func usualAbove(_ anchors: [Int]) -> Set<String> {
        guard anchors.count >= 5 else { return [] }
        var seen: [String: Int] = [:]
        for anchor in anchors { for key in Set((max(0, anchor - 3)..<anchor).map { lines[$0].sameness }) where !key.isEmpty { seen[key, default: 0] += 1 } }
        return Set(seen.filter { $0.value * 10 >= anchors.count * 8 }.keys)
    }

    /// The line above a header line that could be a name; counts, and what stands above most header lines, may be between.
    private func nameAbove(_ anchor: Int, _ usual: Set<String>) -> Int? {
        var index = anchor - 1
        while index >= 0, anchor - index <= 3, lines[index].has([.number, .rule]) || usual.contains(lines[index].sameness) { index -= 1 }
        return index >= 0 && lines[index].isNameLike && !usual.contains(lines[index].sameness) ? index : nil
    }

    /// Whether a name recurs among the records, as it does where people talk to each other.
    private func someoneReturns(_ anchors: [Int], _ usual: Set<String>) -> Bool {
        var seen: Set<String> = [], count = 0
        for anchor in anchors {
            let name = lines[anchor].tokens.contains(where: \.isUnknownWord)
                ? lines[anchor].tokens.filter(\.isUnknownWord).map(\.folded).joined(separator: " ") : nameAbove(anchor, usual).map { lines[$0].sameness } ?? ""
            guard !name.isEmpty else { continue }
            count += 1
            seen.insert(name)
        }
        return count >= 4 && seen.count < count && (seen.count * 3 > count || seen.count >= 3)
    }

    /// Whether what stands between most headers begins and ends as speech does, and not with a title.
    private func readsAsSpeech(_ anchors: [Int], _ usual: Set<String>) -> Bool {
        var ended = 0, seen = 0
        for (from, to) in zip(anchors, anchors.dropFirst()) {
            // The name may stand above the time.
            var index = to - 1
            if let name = nameAbove(to, usual), name > from + 1 { index = name - 1 }
            while index > from, lines[index].has([.furniture, .number, .rule, .alt]) { index -= 1 }
            guard index > from else { continue }
            seen += 1
            guard let first = (from + 1...index).first(where: { !lines[$0].has([.furniture, .number, .rule, .alt]) && !lines[$0].isRole }) else { continue }
            if lines[index].endsSpeech, first == index || lines[first].endsSpeech || lines[first].words > 12 { ended += 1 }
        }
        return seen >= 3 && ended * 10 >= seen * 6
    }

    /// Whether the anchors bear the numbers of posts: each one more than the one before; behind a mark ("#5101") each greater.
    private func countsUp(_ anchors: [Int]) -> Bool {
        let marked = anchors.compactMap { lines[$0].markedNumber }
        if marked.count == anchors.count { return zip(marked, marked.dropFirst()).count { $1 > $0 } * 10 >= (anchors.count - 1) * 8 }
        let numbers = anchors.map { anchor in
            // "3 : Jo", "#3 Jo", "Comment 3 Jo", before the time.
            lines[anchor].tokens.prefix(4).prefix { $0.kind != .time && !$0.isUnknownWord }.first { $0.kind == .number }.flatMap { Int($0.folded) } ?? -1
        }
        return zip(numbers, numbers.dropFirst()).count { $1 == $0 + 1 } * 10 >= (anchors.count - 1) * 8
    }

    private func breaksBetween(_ first: Int, _ last: Int) -> Int {
        position(of: last, in: breaks) - position(of: first, in: breaks)
    }

    /// The nearest opening of a section before the first record; farther off where its number fits.
    private func heading(before first: Int, count: Int) -> Int? {
        if let near = nearHeading(before: first, count: count) { return near }
        // "Posted by Jo | Permalink | 10 Comments": the article's own footer says how many there are.
        return (max(0, first - 14)..<first).last { lines[$0].counted.map { abs($0 - count) <= max(1, $0 / 5) } ?? false }
    }

    private func nearHeading(before first: Int, count: Int) -> Int? {
        var at = position(of: first, in: openers) - 1, seen = 0
        while at >= 0, seen < 4 {
            let opener = openers[at], words = contentWords[first] - contentWords[opener + 1]
            if first - opener <= 12 && words <= 160 { return farther(opener, at, first) }
            if let claim = lines[opener].claim, abs(claim - count) <= max(1, claim / 5), words <= 2_500 { return opener }
            if lines[opener].words <= 3, first - opener <= 40, words <= 1_200 { return opener }
            at -= 1
            seen += 1
        }
        return nil
    }

    /// Of two headings close together the one with a number speaks for the section.
    private func farther(_ opener: Int, _ at: Int, _ first: Int) -> Int {
        if lines[opener].claim == nil, at > 0, lines[openers[at - 1]].claim != nil, first - openers[at - 1] <= 16 { return openers[at - 1] }
        return opener
    }

    /// How many entries of an ascending list lie below a value.
    private func position(of value: Int, in list: [Int]) -> Int {
        var low = 0, high = list.count
        while low < high {
            let middle = (low + high) / 2
            if list[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
