import Markup

/// How the records of a family are laid out: where the name stands, and whether the anchor stands before or after the words.
struct RecordLayout {
    enum NamePlace: Hashable {
        /// In the anchor line.
        case inline
        /// This many lines from the anchor.
        case offset(Int)
        /// The nearest line above, or below, that is no furniture.
        case above, below
        /// The first of the lines above that could be names, where furniture or a long line bounds them: below a name people put titles.
        case top
        /// The first line behind the record before, where the anchor stands behind the words.
        case first
        /// The line close by that says "From: Jo".
        case labelled
        case nowhere
    }

    var name: NamePlace
    var anchorIsFooter: Bool
    /// Whether the text of a portrait stands above most anchors.
    var hasPortraits: Bool
}

extension RecordLayout {
    init(lines: [TextLine], family: AnchorFamily, recurrence: Recurrence, regionEnd: Int) {
        let reader = RecordNames(lines: lines, anchors: family.anchors, heading: family.heading, recurrence: recurrence, regionEnd: regionEnd)
        let count = Double(family.anchors.count)
        var best = NamePlace.nowhere, bestScore = 0.5
        func share(_ place: NamePlace) -> Double {
            let found = family.anchors.indices.compactMap { reader.line($0, at: place) }
            // The same few lines everywhere are furniture rather than names, unless one person wrote nearly all.
            let kinds = Double(Set(found.map { lines[$0].sameness }).count)
            return Double(found.count) / count - (found.count >= 5 ? 0.3 * (1 - kinds / Double(found.count)) : 0)
        }
        let inlineNames = family.anchors.indices.compactMap { reader.name($0, at: .inline) }
        let inline = Double(inlineNames.count) / count
        // "Leeds | 3 May" below a line with who: it says where.
        let isPlace = family.anchors.count >= 4 && family.anchors.allSatisfy { lines[$0].opensWithPlace && $0 > 0 && lines[$0 - 1].words <= 3 && lines[$0 - 1].isNameLike } && share(.offset(-1)) >= 0.9
        // The same word in every header is a label, where names stand above.
        let isLabel = isPlace || inlineNames.count >= 3 && RecordLayout.isSame(inlineNames, lines, family.anchors) && [NamePlace.top, .offset(-1), .above].contains { place in
            let found = family.anchors.indices.compactMap { reader.line($0, at: place) }
            return found.count * 10 >= family.anchors.count * 8 && Set(found.map { lines[$0].sameness }).count >= 2
        }
        if share(.labelled) >= 0.7, isLabel || inline < 0.5 || inlineNames.count >= 3 && RecordLayout.isSame(inlineNames, lines, family.anchors) {
            best = .labelled
        } else if inline >= 0.5, !isLabel {
            best = .inline
        } else {
            // Where two places do equally well the nearer, and the one above, is the name's.
            for (place, bias) in [(NamePlace.top, 0.07), (.offset(-1), 0.06), (.above, 0.05), (.offset(-2), 0.02), (.offset(1), -0.02), (.below, -0.03)] {
                let score = share(place) + bias
                if score > bestScore + 0.001 { (best, bestScore) = (place, score) }
            }
            // Above the first name what stands below the heading may look like one, too.
            if best == .top, family.anchors.indices.allSatisfy({ reader.line($0, at: .top) == family.anchors[$0] - 1 || $0 == 0 }), reader.line(0, at: .offset(-1)) != nil { best = .offset(-1) }
            if best == .top, family.anchors.indices.dropFirst().allSatisfy({ reader.line($0, at: .top) == reader.line($0, at: .above) }) { best = .above }
        }
        hasPortraits = best == .inline && RecordLayout.hasPortraits(lines, family.anchors, recurrence)
        anchorIsFooter = RecordLayout.isFooter(lines, family, reader, best, hasPortraits, recurrence)
        if anchorIsFooter, best != .inline, share(.first) >= 0.6 { best = .first }
        name = best
    }

    private static func isSame(_ names: [Range<Int>], _ lines: [TextLine], _ anchors: [Int]) -> Bool {
        var first: [String]?
        for (name, anchor) in zip(names, anchors) {
            let words = lines[anchor].tokens.filter { name.contains($0.range.lowerBound) }.map(\.folded)
            if let first, first != words { return false }
            first = words
        }
        return true
    }

    /// The share of gaps between anchors in which buttons stand behind the words rather than before them.
    private static func actsAfterWords(_ lines: [TextLine], _ anchors: [Int]) -> Double {
        var after = 0.0, before = 0.0
        for (from, to) in zip(anchors, anchors.dropFirst()) {
            let gap = (from + 1)..<to
            guard let firstWords = gap.first(where: { !lines[$0].isFurniture }), let lastWords = gap.last(where: { lines[$0].has(.prose) }) ?? gap.last(where: { !lines[$0].isFurniture })
            else { continue }
            if gap.contains(where: { $0 > lastWords && lines[$0].has(.acts) }) { after += 1 } else if gap.contains(where: { $0 < firstWords && lines[$0].has(.acts) }) { before += 1 }
        }
        let count = Double(max(1, anchors.count - 1))
        return (after - before) / count
    }

    /// The text of a portrait stands with the name, above it: no one ends each comment in a word or two on a line of their own.
    private static func hasPortraits(_ lines: [TextLine], _ anchors: [Int], _ recurrence: Recurrence) -> Bool {
        let above = zip(anchors, anchors.dropFirst()).count { $1 - $0 > 2 && lines[$1 - 1].isPortrait && (lines[$1 - 2].has([.prose, .furniture]) || recurrence.contains($1 - 2)) }
        return anchors.count >= 5 && above * 10 >= (anchors.count - 1) * 6
    }

    /// Whether the anchors open the items of a list, and hardly any other line does. "- Jo, Oslo" below the first words is no item, but their signature.
    private static func isListed(_ lines: [TextLine], _ family: AnchorFamily) -> Bool {
        let anchors = family.anchors
        guard anchors.count >= 3, let first = anchors.first, let last = anchors.last else { return false }
        if let heading = family.heading, heading + 1 < first, (heading + 1..<first).contains(where: { lines[$0].has(.prose) }) { return false }
        let own = anchors.count { lines[$0].has(.item) }
        let all = (first...last).count { lines[$0].has(.item) }
        return own * 10 >= anchors.count * 8 && all * 2 <= own * 3
    }

    /// Decides by the sequence: what comes first after the section's heading, and what comes after the last anchor.
    private static func isFooter(
        _ lines: [TextLine], _ family: AnchorFamily, _ names: RecordNames, _ place: NamePlace, _ hasPortraits: Bool, _ recurrence: Recurrence
    ) -> Bool {
        // Buttons right below the anchor stand under a header as well: they say less than those behind the words.
        let acts = actsAfterWords(lines, family.anchors)
        var votes = -(acts < 0 ? 1.0 : 2.0) * acts - 0.5
        if isListed(lines, family) { votes -= 4 }
        if family.anchors.count(where: { lines[$0].has(.opensRecord) }) * 2 > family.anchors.count { votes -= 8 }
        if family.anchors.count(where: { lines[$0].has(.signsRecord) }) * 2 > family.anchors.count { votes += 8 }
        if place != .inline { votes -= 1 }
        // "Like · Reply · 3 hours ago" stands below what it offers to answer.
        if place != .offset(-1), family.anchors.count(where: { lines[$0].opensWithButton }) * 2 > family.anchors.count { votes += 4 }
        if family.anchors.count(where: { lines[$0].has(.says) && lines[$0].tokens.last?.folded == ":" }) * 2 > family.anchors.count { votes -= 2 }
        if hasPortraits { votes -= 4 }
        // What is said stands between the name and the time.
        let between = family.anchors.indices.count { position in
            guard let name = names.line(position, at: place), name < family.anchors[position] - 1 else { return false }
            return (name + 1..<family.anchors[position]).contains { lines[$0].endsSpeech && !recurrence.contains($0) }
        }
        if family.anchors.count >= 3, between * 10 >= family.anchors.count * 6 { votes += 5 }
        if let heading = family.heading, let first = family.anchors.first {
            let top = names.top(0, place: place)
            var words = 0, prose = 0, isSpeech = false
            // The name alone, which the header repeats, is no one's words.
            func isRepeated(_ index: Int) -> Bool { lines[index].isNameLike && lines[first].sameness.contains(lines[index].sameness) }
            // Where the heading's number is that of the anchors, what stands between it and the first is a comment, however short, and however far below.
            let isCounted = (lines[heading].claim ?? 0) >= 2 && lines[heading].claim == family.anchors.count
            for index in (heading + 1)..<max(heading + 1, min(top, first)) where (isCounted || index - heading <= 4) && !recurrence.contains(index) && !lines[index].isFurniture && !isRepeated(index) {
                words += lines[index].words
                if lines[index].has(.prose) { prose += 1 }
                if lines[index].endsSpeech { isSpeech = true }
            }
            votes += words >= 4 ? (prose > 0 ? 2 : 1) : words == 0 ? -2 : isCounted || isSpeech ? 1 : 0
        }
        guard let last = family.anchors.last else { return false }
        var index = last + 1, skipped = 0
        if case .offset(let offset) = place, offset > 0 { index += offset }
        while index < lines.count, skipped < 6, lines[index].isFurniture || recurrence.contains(index), !lines[index].has(.endsSection) {
            index += 1
            skipped += 1
        }
        if index >= lines.count || lines[index].has([.endsSection, .opensSection]) { votes += 2 } else if lines[index].has(.prose) { votes -= 1 }
        // An empty line parts a comment's paragraph from the header of the next.
        let atop = family.anchors.count { $0 + 1 < lines.count && lines[$0].isParted && !lines[$0 + 1].isParted }
        if place == .inline, !family.anchors.contains(where: { lines[$0].has(.signsRecord) }) { votes -= 2 * Double(atop) / Double(family.anchors.count) }
        return votes > 0
    }
}

/// Names of records, by where the layout says they stand.
struct RecordNames {
    let lines: [TextLine]
    let anchors: [Int]
    let heading: Int?
    let recurrence: Recurrence
    let regionEnd: Int
    /// Whether names in headers stand behind the times.
    private let standBehindTimes: Bool

    init(lines: [TextLine], anchors: [Int], heading: Int?, recurrence: Recurrence, regionEnd: Int) {
        (self.lines, self.anchors, self.heading, self.recurrence, self.regionEnd) = (lines, anchors, heading, recurrence, regionEnd)
        standBehindTimes = InlineName.standBehindTimes(lines, anchors)
    }

    /// The name's bytes in the document.
    func name(_ record: Int, at place: RecordLayout.NamePlace) -> Range<Int>? {
        switch place {
        case .inline where standBehindTimes: return InlineName.behindTime(in: lines[anchors[record]])
        case .inline: return InlineName.find(in: lines[anchors[record]]) ?? InlineName.role(in: lines[anchors[record]])
        case .nowhere: return nil
        default:
            guard let index = line(record, at: place) else { return nil }
            return nameRange(index)
        }
    }

    /// The line that holds the name.
    func line(_ record: Int, at place: RecordLayout.NamePlace) -> Int? {
        let anchor = anchors[record]
        let low = record > 0 ? anchors[record - 1] + 1 : max(0, anchor - 12)
        let high = record + 1 < anchors.count ? anchors[record + 1] : regionEnd
        var index: Int
        switch place {
        case .inline: return anchor
        case .nowhere: return nil
        case .labelled:
            let near = (max(low, anchor - 5)...min(lines.count - 1, anchor + 1)).filter { lines[$0].has(.namesAuthor) }
            return near.last { $0 < anchor } ?? near.last
        case .offset(let offset): index = anchor + offset
        case .above:
            index = anchor - 1
            var steps = 0
            while index >= low, steps < 16 {
                if isSideBar(index) {
                    index -= 1
                } else if index > low, lines[index - 1].has(.profile), lines[index - 1].label == nil, !lines[index - 1].tokens.contains(where: { $0.kind == .number }), !lines[index].has(.prose) {
                    // The value under a label: "Location", "Oslo".
                    index -= 2
                } else {
                    break
                }
                steps += 1
            }
        case .top:
            guard var top = line(record, at: .above) else { return nil }
            while top > low, anchor - top <= 20, isNameLike(top - 1) { top -= 1 }
            // Unbounded, the last line of the comment before could be taken for a name.
            guard top > low, recurrence.isFurniture(top - 1) || lines[top - 1].has([.profile, .opensSection, .acts]) else { return line(record, at: .above) }
            index = top
        case .first:
            // Without a heading the first name is the nearest one above words.
            index = record > 0 ? anchors[record - 1] + 1 : heading.map { $0 + 1 } ?? (low..<max(low, anchor - 1)).last { isNameLike($0) && !isNameLike($0 + 1) } ?? low
            while index < anchor, lines[index].isFurniture || recurrence.isFurniture(index) { index += 1 }
            guard index < anchor - 1, isNameLike(index) else { return nil }
            return index
        case .below:
            index = anchor + 1
            var steps = 0
            while index < high, steps < 8, lines[index].isFurniture || recurrence.isFurniture(index) || lines[index].time != nil { (index, steps) = (index + 1, steps + 1) }
        }
        guard index >= low, index < high, index < lines.count, isNameLike(index) else { return nil }
        // "In reply to Jo" stands between a name and the time.
        if lines[index].opensWithAnswer { return index > low && isNameLike(index - 1) ? index - 1 : nil }
        // "Jo Marsh" above "@jo@example.social".
        if index > low, lines[index].isHandleAlone, isNameLike(index - 1), !lines[index - 1].isHandleAlone { return index - 1 }
        return index
    }

    private func isSideBar(_ index: Int) -> Bool {
        lines[index].isFurniture || lines[index].isSubject || recurrence.isFurniture(index) || lines[index].has([.unposted, .profile]) || lines[index].time != nil || lines[index].isRole
    }

    /// The topmost line of a record's header.
    func top(_ record: Int, place: RecordLayout.NamePlace) -> Int {
        guard place != .first else { return anchors[record] }
        var top = min(anchors[record], line(record, at: place) ?? anchors[record])
        // A name may stand twice, once as the text of a portrait.
        while top > 0, top < anchors[record], !lines[top].sameness.isEmpty, lines[top - 1].sameness == lines[top].sameness { top -= 1 }
        return top
    }

    func isNameLike(_ index: Int) -> Bool { !recurrence.isFurniture(index) && lines[index].isNameLike }

    private func nameRange(_ index: Int) -> Range<Int>? {
        let line = lines[index]
        if line.has(.namesAuthor), let colon = line.tokens.firstIndex(where: { $0.folded == ":" }), let last = line.tokens.last, colon + 1 < line.tokens.count {
            // "From: Jo <jo@example.org>".
            let end = line.tokens[(colon + 2)...].firstIndex { $0.folded == "<" }.map { line.tokens[$0 - 1] } ?? last
            return line.tokens[colon + 1].range.lowerBound..<end.range.upperBound
        }
        if line.has(.says) || line.has(.byline) || line.time != nil, let name = InlineName.find(in: line) { return name }
        return line.wholeName
    }
}

extension TextLine {
    /// "jo avatar", "Profilbild von Jo": the text of someone's picture.
    var namesPortrait: Bool { words <= 10 && time == nil && !has(.prose) && tokens.contains { Vocabulary.portraits.contains($0.folded) } }

    /// "@jo", "@jo@example.social", alone in its line.
    var isHandleAlone: Bool {
        guard words <= 2, tokens.count >= 2, tokens[0].folded == "@" else { return false }
        return zip(tokens, tokens.dropFirst()).allSatisfy { $0.range.upperBound == $1.range.lowerBound }
    }

    /// "In reply to Jo", "Antwort auf Jo", "→ Jo": whom someone answers.
    var opensWithAnswer: Bool {
        guard tokens.count >= 2, words <= 8, time == nil, tokens.contains(where: \.isUnknownWord) else { return false }
        if tokens[0].kind == .mark { return "→➝➜➤▸►▶➡⤷↳↪".contains(tokens[0].folded) }
        guard let reply = tokens.prefix(3).firstIndex(where: { $0.classes.contains(.reply) }), reply + 2 < tokens.count || reply + 1 < tokens.count && tokens[reply + 1].kind == .mark else { return false }
        return tokens[..<reply].allSatisfy { $0.classes.contains(.glue) } && (tokens[reply + 1].classes.contains(.glue) || ":@#".contains(tokens[reply + 1].folded))
    }

    /// "Re: Ships": the subject of a post.
    var isSubject: Bool {
        guard words <= 20, tokens.count >= 3, tokens[1].folded == ":" else { return false }
        return ["re", "aw", "sv", "antw", "ref", "fwd", "odp", "ответ", "回复"].contains(tokens[0].folded) || isLabelledSubject
    }

    /// "Subject: Ships", with the word that mail and guest books put before it.
    var isLabelledSubject: Bool {
        guard words <= 20, tokens.count >= 3, tokens[1].folded == ":" || tokens[1].folded == "：" else { return false }
        return ["subject", "betreff", "objet", "sujet", "asunto", "oggetto", "assunto", "temat", "тема", "konu", "onderwerp", "predmet", "targy", "件名", "题目", "主题", "主題", "제목"].contains(tokens[0].folded)
    }

    /// A time behind buttons: "Like · Reply · 2 days ago".
    var opensWithButton: Bool {
        guard let time = tokens.firstIndex(where: { $0.kind == .time }), !has(.postNumber), let first = tokens.first else { return false }
        return !first.classes.isDisjoint(with: [.reply, .action]) && first.classes.isDisjoint(with: [.posted, .says, .glue]) && tokens[..<time].allSatisfy { !$0.isUnknownWord }
    }

    /// "Leeds | 3 May".
    fileprivate var opensWithPlace: Bool {
        guard let time = tokens.firstIndex(where: { $0.kind == .time }), time >= 2 else { return false }
        return tokens[time - 1].folded == "|" && tokens[0].isUnknownWord
    }

    /// Short enough for the text of a picture: "gator_cake", "Jo".
    var isPortrait: Bool { words <= 3 && isNameLike }

    var isFurniture: Bool { has([.furniture, .number, .rule, .alt]) }

    /// "Premium Member".
    var isMembership: Bool { tokens.count == 2 && tokens[1].folded == "member" && tokens[0].isCapitalised }

    /// "Senior Member", "Moderator".
    var isRole: Bool {
        if isMembership { return true }
        let words = tokens.filter { $0.kind == .word }
        return !words.isEmpty && words.count <= 3 && words.allSatisfy { $0.classes.contains(.role) } && time == nil
    }

    /// Short, no sentence, no furniture: a name could look so.
    var isNameLike: Bool {
        guard words >= 1, words <= 6 || isToward, !has([.prose, .furniture, .number, .rule, .alt, .opensSection, .endsSection, .quotes]), time == nil, !isSubject,
            let first = tokens.first, let last = tokens.last, last.range.upperBound - first.range.lowerBound <= 80
        else { return false }
        if ".!?,;…”\"".contains(last.folded), last.kind == .mark, !(has(.says) && last.folded == ","), tokens.count < 2 || tokens[tokens.count - 2].range.count > 2 { return false }
        // "Find More Posts by Jo" is a link of a menu.
        if let by = tokens.firstIndex(where: { $0.classes.contains(.by) }), by > 0, tokens[..<by].contains(where: { !$0.classes.isDisjoint(with: [.toggle, .profile, .posted, .comment, .action]) }) { return false }
        return !tokens.contains { $0.folded == "," && words > 4 }
    }

    /// "小雨点 回复 江边老李": two names and the word for an answer between them; ideographs count as many words.
    private var isToward: Bool {
        guard tokens.count == 3, tokens[1].classes.contains(.reply), let last = tokens.last, let first = tokens.first else { return false }
        return first.isUnknownWord && last.isUnknownWord && last.range.upperBound - first.range.lowerBound <= 60
    }

    /// The line as a name: without a leading web address, a trailing colon, or a portrait's text.
    var wholeName: Range<Int>? {
        var tokens = tokens[...]
        if has(.linkedName), let name = nameAfterAddress { return name }
        while let last = tokens.last, last.kind == .mark, !")!*.?]".contains(last.folded) { tokens.removeLast() }
        while let first = tokens.first, first.kind == .mark, !"([@*".contains(first.folded) { tokens.removeFirst() }
        // "3 - Jo", "#3 Jo": the number of the comment.
        if tokens.count > 2, let number = tokens.first, number.kind == .number, let mark = tokens.dropFirst().first, mark.kind == .mark, "-–—.):|".contains(mark.folded),
            tokens[(tokens.startIndex + 2)...].contains(where: { $0.kind == .word }), mark.range.upperBound < tokens[tokens.startIndex + 2].range.lowerBound { tokens = tokens.dropFirst(2) }
        // "小雨点 [上海市网友]": where someone writes from.
        if let open = tokens.firstIndex(where: { $0.folded == "[" }), open > tokens.startIndex, let close = tokens.last, close.folded == "]", tokens.dropLast().last?.folded.hasSuffix("网友") ?? false { tokens = tokens[..<open] }
        if let open = tokens.firstIndex(where: { $0.folded == "<" }), open > tokens.startIndex { tokens = tokens[..<open] }
        // "Jo Members": the group of members stands behind the name.
        while tokens.count > 1, let last = tokens.last, last.classes == .role, last.isCapitalised, tokens.dropLast().contains(where: \.isUnknownWord) { tokens.removeLast() }
        guard let first = tokens.first, let last = tokens.last else { return nil }
        return first.range.lowerBound..<last.range.upperBound
    }

    /// "http://example.org/jo Jo": the name behind the address.
    private var nameAfterAddress: Range<Int>? {
        guard let last = tokens.last else { return nil }
        var start = tokens.count - 1
        // Words belong to the address while nothing parts them.
        while start > 0, tokens[start - 1].range.upperBound <= tokens[start].range.lowerBound {
            if addressEnd.map({ tokens[start - 1].range.upperBound <= $0 }) ?? false { break }
            start -= 1
        }
        let name = tokens[start].range.lowerBound..<last.range.upperBound
        return name
    }

    /// Where the address that begins the line ends: the first gap between tokens.
    private var addressEnd: Int? {
        for (a, b) in zip(tokens, tokens.dropFirst()) where a.range.upperBound < b.range.lowerBound { return a.range.upperBound }
        return nil
    }
}
