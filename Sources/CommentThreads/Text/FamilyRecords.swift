import DiscourseModel
import Markup

/// Parts a section into records by its family of anchors.
struct FamilyRecords {
    let document: TextDocument
    let lines: [TextLine]
    let family: AnchorFamily
    let recurrence: Recurrence
    let layout: RecordLayout
    private let names: RecordNames

    init(document: TextDocument, lines: [TextLine], family: AnchorFamily) {
        (self.document, self.lines, self.family) = (document, lines, family)
        let anchors = family.anchors
        let first = anchors.first ?? 0, last = anchors.last ?? 0
        let regionEnd = min(lines.count, last + 40)
        recurrence = Recurrence(lines: lines, anchors: anchors, region: max(family.heading.map { $0 + 1 } ?? 0, first - 12)..<regionEnd)
        layout = RecordLayout(lines: lines, family: family, recurrence: recurrence, regionEnd: regionEnd)
        names = RecordNames(lines: lines, anchors: anchors, heading: family.heading, recurrence: recurrence, regionEnd: regionEnd)
    }

    func split() -> [TextRecord] { layout.anchorIsFooter ? splitByFooters() : splitByHeaders() }

    private func splitByHeaders() -> [TextRecord] {
        let anchors = family.anchors
        var records: [TextRecord] = []
        var tops = anchors.indices.map { top($0) }
        if let subject = FamilyRecords.subjectShape(lines, tops) {
            for position in tops.indices where tops[position] > (position > 0 ? anchors[position - 1] + 1 : 0) && lines[tops[position] - 1].labelShape == subject {
                tops[position] -= 1
            }
        }
        if timesStandAbove(tops) { for position in tops.indices { tops[position] -= 1 } }
        let titled = titled(tops)
        for position in titled { tops[position] -= 1 }
        if layout.hasPortraits {
            for position in tops.indices where tops[position] > (position > 0 ? anchors[position - 1] + 1 : 0) && lines[tops[position] - 1].isPortrait { tops[position] -= 1 }
        }
        for position in anchors.indices {
            let next = position + 1 < anchors.count ? tops[position + 1] : nil
            var bodyStart = anchors[position] + 1
            if let line = names.line(position, at: layout.name), line >= bodyStart { bodyStart = line + 1 }
            let limit = next ?? lines.count, opening = bodyStart
            while bodyStart < limit, lines[bodyStart].isFurniture || recurrence.contains(bodyStart), !lines[bodyStart].has(.endsSection) { bodyStart += 1 }
            bodyStart = min(pastSideBar(bodyStart, limit), limit)
            // "+1" is all that some have to say.
            if !(bodyStart..<limit).contains(where: { !lines[$0].isFurniture && !recurrence.contains($0) }), let assent = (opening..<bodyStart).first(where: { lines[$0].has(.number) && lines[$0].tokens.first?.folded == "+" }) { bodyStart = assent }
            let end = next ?? lastEnd(from: bodyStart, records: records, top: tops[position])
            records.append(
                TextRecord(
                    anchor: anchors[position], lines: tops[position]..<max(end, bodyStart), body: bodyStart..<max(end, bodyStart),
                    name: names.name(position, at: layout.name)))
        }
        return records
    }

    /// Whether the time stands alone in the line above each header, where these show none: "3 May 2021, 10:12" above "Jo said,".
    private func timesStandAbove(_ tops: [Int]) -> Bool {
        guard tops.count >= 2, family.anchors.count(where: { lines[$0].time == nil }) * 10 >= tops.count * 9, let last = family.anchors.last else { return false }
        func isTime(_ index: Int) -> Bool { lines.indices.contains(index) && lines[index].has(.postTime) && lines[index].tokens.count <= 4 && !lines[index].tokens.contains(where: \.isUnknownWord) }
        // Times below the words would stand behind the last of them as well.
        let isBelow = (last + 1..<min(lines.count, last + 12)).contains(where: isTime) || family.anchors.contains { isTime($0 + 1) }
        return !isBelow && zip(tops, family.anchors).allSatisfy { $0 > 0 && isTime($0 - 1) && $1 >= $0 }
    }

    /// The records over whose headers a title stands: where the buttons end nearly every comment, a short line between them and the next header is no words of it.
    private func titled(_ tops: [Int]) -> [Int] {
        let anchors = family.anchors
        guard anchors.count >= 3 else { return [] }
        // "2. Who pays?" over each header.
        func isNumbered(_ index: Int) -> Bool { index >= 0 && document.lines[index].bullet == .number && lines[index].time == nil && lines[index].words <= 14 && lines[index].words >= 1 }
        let numbered = anchors.indices.filter { isNumbered(tops[$0] - 1) && tops[$0] - 1 > ($0 > 0 ? anchors[$0 - 1] : -1) }
        if numbered.count * 10 >= anchors.count * 8 { return numbered }
        func isTitle(_ index: Int) -> Bool { !lines[index].isFurniture && lines[index].words >= 1 && lines[index].words <= 14 && lines[index].time == nil && !recurrence.isFurniture(index) }
        var found = anchors.indices.dropFirst().filter { position in
            let title = tops[position] - 1, body = (anchors[position - 1] + 1)..<max(anchors[position - 1] + 1, title - 1)
            return !body.isEmpty && isTitle(title) && (lines[title - 1].has(.acts) && lines[title - 1].isFurniture || recurrence.isFurniture(title - 1)) && body.contains { !lines[$0].isFurniture && lines[$0].words >= 1 }
        }
        guard found.count * 10 >= (anchors.count - 1) * 8 else { return [] }
        if let first = tops.first, first > (family.heading ?? 0) + 1, isTitle(first - 1) { found.append(0) }
        return found
    }

    /// Where a forum's side bar that stands below the anchor ends: behind its last label and that label's value.
    private func pastSideBar(_ start: Int, _ limit: Int) -> Int {
        var index = start, end = start
        while index < limit, index - start < 16, !lines[index].has(.prose) {
            if lines[index].has([.profile, .unposted]), recurrence.contains(index) {
                let isBare = lines[index].label == nil && lines[index].time == nil && !lines[index].tokens.contains { $0.kind == .number }
                end = index + (isBare ? 2 : 1)
            }
            index += 1
        }
        return end
    }

    /// The columns, reduced to marks and words of comment pages, of the line above each header: "(Score:5, Funny)" behind a subject.
    /// Where most records have the same, it is a line of the header.
    private static func subjectShape(_ lines: [TextLine], _ tops: [Int]) -> String? {
        var seen: [String: Int] = [:]
        for top in tops where top > 0 {
            if let shape = lines[top - 1].labelShape { seen[shape, default: 0] += 1 }
        }
        guard let best = seen.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.value >= 3, best.value * 10 >= tops.count * 4 else { return nil }
        return best.key
    }

    private func splitByFooters() -> [TextRecord] {
        let anchors = family.anchors
        let stops = anchors.indices.map { position in
            var stop = anchors[position] + 1
            let limit = position + 1 < anchors.count ? anchors[position + 1] : min(lines.count, stop + 6)
            if let line = names.line(position, at: layout.name), line >= stop { stop = line + 1 }
            while stop < limit, lines[stop].isFurniture || recurrence.contains(stop), !lines[stop].has([.endsSection, .opensRecord]) { stop += 1 }
            return stop
        }
        return anchors.indices.map { position in
            var start = position > 0 ? stops[position - 1] : firstStart(stops)
            // A line that repeats the name stands over the words here, however few they are.
            let end = names.top(position, place: layout.name)
            var bodyStart = start
            if layout.name == .first, let line = names.line(position, at: .first), line >= start {
                bodyStart = line + 1
                if position == 0 { start = line }
            }
            return TextRecord(
                anchor: anchors[position], lines: start..<max(start, stops[position]), body: min(bodyStart, max(start, end))..<max(start, end), name: names.name(position, at: layout.name))
        }
    }

    /// Where the first record begins: no more is taken for its words than most of the others have.
    private func firstStart(_ stops: [Int]) -> Int {
        let anchors = family.anchors
        if let heading = family.heading { return heading + 1 }
        // What a line is signed with, it says itself; what stands above may be anyone's.
        if lines[anchors[0]].has(.signsRecord) { return max(0, anchors[0] - 1) }
        let usual = zip(anchors.dropFirst(), stops).map { $0 - $1 }.sorted().dropFirst((anchors.count - 1) / 2).first ?? 12
        return max(0, anchors[0] - min(usual, 12))
    }

    /// The first line of a record's header. Where the name stands in the anchor, a line above that repeats it (a forum's side bar) belongs to the header too.
    private func top(_ position: Int) -> Int {
        let anchor = family.anchors[position]
        let top = names.top(position, place: layout.name)
        guard layout.name == .inline, let name = names.name(position, at: .inline) else { return top }
        let wanted = Folding.fold(document.text(name)).filter { !$0.isWhitespace }
        let low = position > 0 ? family.anchors[position - 1] + 1 : max(0, anchor - 12)
        var index = anchor - 1, found = top
        // Below a button to reply the comment before has ended.
        while index >= low, anchor - index <= 14, !lines[index].has(.prose), !(lines[index].has(.acts) && lines[index].has(.replies)) {
            if lines[index].sameness == wanted { found = index }
            index -= 1
        }
        return found
    }

    /// Whether three lines follow each other that each state a time behind words: a list of other pages.
    private func listBegins(_ index: Int) -> Bool {
        index + 2 < lines.count && (index...index + 2).allSatisfy { lines[$0].time != nil && lines[$0].words >= 2 && !lines[$0].endsSpeech && document.lines[$0].bullet == document.lines[index].bullet }
    }

    /// Where the last record ends: at the furniture that ends the others, at the next section, at a step out of the indentation,
    /// or where a run of short lines shows that no one is speaking any more.
    private func lastEnd(from start: Int, records: [TextRecord], top: Int) -> Int {
        let tailed = records.count { record in
            var index = record.body.upperBound - 1
            while index >= record.body.lowerBound, lines[index].has([.number, .rule]) { index -= 1 }
            return index > record.body.lowerBound && (lines[index].isFurniture || recurrence.contains(index))
        }
        let hasTail = records.count >= 1 && tailed * 10 >= records.count * 6
        // A rule over a signature ends nothing.
        let hasRuleInside = records.contains { record in
            guard let rule = record.body.first(where: { lines[$0].has(.rule) }) else { return false }
            return record.body.contains { $0 > rule && !lines[$0].isFurniture && !recurrence.isFurniture($0) }
        }
        let columns = ([top] + records.map(\.lines.lowerBound)).map { document.lines[$0].indent }
        let column = columns.min() ?? 0
        let longest = records.map(\.body.count).max() ?? 8
        var index = start, short = 0, hasWords = false
        while index < lines.count {
            let line = lines[index]
            if line.has([.endsSection, .opensSection]) { break }
            if listBegins(index) {
                // And its heading.
                if index - 1 > start, lines[index - 1].words <= 4, !lines[index - 1].endsSpeech { index -= 1 }
                break
            }
            if index > start, document.lines[index].indent < column { break }
            if hasWords, hasTail, !line.closesQuote, line.has(.rule) ? !hasRuleInside : line.has(.furniture) || recurrence.contains(index) {
                // The rest of the furniture goes with it.
                while index < lines.count, lines[index].isFurniture || recurrence.contains(index), !lines[index].has(.endsSection) { index += 1 }
                break
            }
            if index - start > max(12, 2 * longest) { break }
            if line.words <= 5, !line.has(.prose) { short += 1 } else { short = 0 }
            if short >= 4 {
                index -= 3
                break
            }
            if line.words > 0, !line.isFurniture { hasWords = true }
            index += 1
        }
        return max(index, start)
    }
}

extension TextLine {
    /// What a subject line with a score keeps of its words: the marks around the known ones. `nil` where there is nothing of the kind.
    var labelShape: String? {
        guard words <= 20, time == nil, tokens.contains(where: { !$0.classes.isDisjoint(with: .votes) }), tokens.contains(where: { $0.kind == .number }) else { return nil }
        var shape = ""
        for token in tokens {
            if token.classes.contains(.votes), !shape.contains("v") { shape += "v" }
            if token.kind == .mark, "()[]".contains(token.folded) { shape += token.folded }
        }
        return shape.count >= 3 ? shape : nil
    }
}
