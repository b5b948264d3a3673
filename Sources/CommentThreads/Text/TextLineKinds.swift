import DiscourseModel

/// What the words of a line make it.
extension TextLine {
    mutating func classify(folded: String, last: UInt8) {
        let known = tokens.filter { $0.kind == .word }
        let unknown = known.count { $0.isUnknownWord }
        var classes: WordClass = []
        for token in known { classes.formUnion(token.classes) }
        let numbers = tokens.count { $0.kind == .number }

        if let mark = tokens.firstIndex(where: { $0.folded == "#" }), mark + 1 < tokens.count, tokens[mark + 1].kind == .number, unknown == 0, tokens.count <= 8 {
            traits.insert(.postNumber)
        }
        // "42.4k", "1,3 Mio."
        let isCount = numbers > 0 && known.allSatisfy { Vocabulary.magnitudes.contains($0.folded) } && tokens[0].kind == .number
        if known.isEmpty || isCount, time == nil {
            traits.insert(numbers > 0 ? .number : .rule)
            return
        }
        // 0x2E . 0x21 ! 0x3F ? : how a sentence ends.
        let endsSentence = last == 0x2E || last == 0x21 || last == 0x3F
        if words >= 12 || (endsSentence && words >= 5 && unknown >= 3) || (unknown >= 8) { traits.insert(.prose) }

        if unknown == 0, !classes.isDisjoint(with: .furniture), known.count <= 16, time == nil {
            traits.insert(.furniture)
            let acting = known.contains { !$0.classes.isDisjoint(with: [.reply, .action]) }
            if acting { traits.insert(.acts) }
            if known.allSatisfy({ !$0.classes.isDisjoint(with: [.alt, .glue, .role]) || $0.folded == "profile" || $0.folded == "s" }) { traits.insert(.alt) }
        }
        // "Message-ID: <12@example.org>": a line of a mail's header that says nothing to a reader.
        if let colon = tokens.prefix(6).firstIndex(where: { $0.folded == ":" }), Vocabulary.mailHeaders.contains(tokens[..<colon].map(\.folded).joined()) {
            traits = .furniture
            return
        }
        if tokens.contains(where: { !$0.classes.isDisjoint(with: .reply) }) { traits.insert(.replies) }
        if !classes.isDisjoint(with: .unposted), time != nil || unknown <= 3 { traits.insert(.unposted) }

        if let first = known.first, first.classes.contains(.profile), unknown == 0 && known.count <= 3 || label != nil || (tokens.count > 1 && tokens[1].folded == "(" && words <= 8) { traits.insert(.profile) }

        let stated = time
        classifyHeading(folded: folded, known: known, unknown: unknown)
        // "Comment 3 Jo May 5, 10:12" has a name between the number and the time: the head of a comment.
        if let stated, time == nil, has(.timeOfDay), let noun = tokens.firstIndex(where: { $0.classes.contains(.comment) }), let at = tokens.firstIndex(where: { $0.kind == .time }),
            noun + 2 < at, tokens[noun + 1].kind == .number || tokens[noun + 1].folded == ":", tokens[(noun + 2)..<at].contains(where: \.isUnknownWord)
        {
            (time, claim) = (stated, nil)
            traits.remove(.opensSection)
        }
        classifyLabels(known: known, unknown: unknown)

        if time != nil, unknown <= 7, words <= 16, !traits.contains(.prose) {
            // "1 year ago (edited)" is when it was posted; "edited 1 year ago" is not.
            let told = tokens.enumerated().filter { $0.offset == 0 || tokens[$0.offset - 1].folded != "(" }.map(\.element)
            // "#3 Updated by Jo" is an entry of its own.
            let isEntry = tokens.first?.folded == "#" && tokens.contains { $0.classes.contains(.by) }
            // "Reviewed by Jo on May 3": whoever reviews, posts; "last reviewed" says something else.
            let isReview = tokens.first.map { $0.folded == "reviewed" } ?? false
            let isUnposted = !isEntry && !isReview && told.contains { !$0.classes.isDisjoint(with: .unposted) } && !classes.contains(.posted) && !traits.contains(.replies)
            if !isUnposted { traits.insert(.postTime) }
        }
        if folded.hasPrefix("http://") || folded.hasPrefix("https://"), let space = folded.firstIndex(of: " "), words <= 8,
            !folded[space...].contains("://"), !traits.contains(.prose)
        {
            traits.insert(.linkedName)
        }
    }

    mutating func classifyLabels(known: [LineToken], unknown: Int) {
        if labelsName(unknown) { traits.insert(.namesAuthor) }
        // "Jo commented" may stand above the time.
        let endsInVerb = words <= 6 && tokens.last.map { Vocabulary.commentVerbs.contains($0.folded) } ?? false
        if unknown > 0, time != nil && known.contains(where: { Vocabulary.commentVerbs.contains($0.folded) }) || endsInVerb || time != nil && addsComment { traits.insert(.commented) }
        let unknown = max(unknown, namesNumber ? 1 : 0)
        guard unknown > 0 || time != nil, words <= 14, !has(.opensSection) else { return }
        let plain = tokens.filter { $0.kind != .mark || $0.folded == ":" }
        if let last = plain.last(where: { $0.folded != ":" && $0.kind == .word }), last.classes.contains(.says), unknown >= 1, unknown <= 7,
            let end = plain.lastIndex(where: { $0.range == last.range }), plain[end...].dropFirst().allSatisfy({ $0.folded == ":" })
        {
            traits.insert(.says)
        } else if time != nil, known.contains(where: { $0.classes.contains(.says) && !$0.classes.contains(.posted) }) || zip(tokens, tokens.dropFirst()).contains(where: { $0.classes.contains(.says) && $1.folded == ":" }) {
            traits.insert(.says)
        }
        guard let first = known.first, !first.classes.isDisjoint(with: [.by, .posted]) else { return }
        traits.insert(.byline)
        if unknown >= 1, known.contains(where: { $0.classes.contains(.says) && !$0.classes.contains(.posted) }) { traits.insert(.says) }
    }

    /// "by 0123456 writes:": a name may be a number.
    var namesNumber: Bool { zip(tokens, tokens.dropFirst()).contains { $0.classes.contains(.by) && $1.kind == .number && $1.range.count >= 4 } }

    /// "Jo added a comment", before or behind the time.
    private var addsComment: Bool {
        guard let verb = tokens.firstIndex(where: { $0.classes.contains(.posted) }), verb > 0 else { return false }
        return tokens[(verb + 1)...].prefix(2).contains { $0.classes.contains(.comment) && !$0.classes.contains(.reply) }
    }

    /// "From: Jo", "Comment from: Jo".
    private func labelsName(_ unknown: Int) -> Bool {
        guard unknown > 0, words <= 8, time == nil, let colon = tokens.firstIndex(where: { $0.folded == ":" }), (1...2).contains(colon) else { return false }
        return tokens[colon - 1].classes.contains(.by) || Vocabulary.nameLabels.contains(tokens[..<colon].map(\.folded).joined(separator: " "))
    }

    mutating func classifyHeading(folded: String, known: [LineToken], unknown: Int) {
        var opening = Substring(folded)
        while let first = opening.first, first == "#" || first == "*" || first == "-" || first == " " { opening.removeFirst() }
        // "Feed You can follow ...": the text of a picture may stand before.
        let behind = opening.firstIndex(of: " ").map { opening[opening.index(after: $0)...] } ?? ""
        if Vocabulary.notices.contains(where: { opening.hasPrefix($0) || behind.hasPrefix($0) }) {
            traits.insert(.furniture)
            traits.remove(.prose)
            return
        }
        if words <= 14 || opening.hasPrefix("this entry was posted"), Vocabulary.sectionEnds.contains(where: { opening.hasPrefix($0) }) {
            traits.insert(.endsSection)
            return
        }
        if isPageFoot {
            traits.insert(.endsSection)
            return
        }
        if time == nil, tokens.count == 2, tokens[0].kind == .number, Vocabulary.countedPosts.contains(tokens[1].folded) {
            claim = Int(tokens[0].folded)
            traits.insert(.opensSection)
            return
        }
        // "User Reviews": of the public, and not of the press.
        if time == nil, tokens.count <= 3, let noun = tokens.last, Vocabulary.reviews.contains(noun.folded), tokens.contains(where: { Vocabulary.readers.contains($0.folded) }) {
            claim = tokens[0].kind == .number ? Int(tokens[0].folded) : nil
            traits.insert(.opensSection)
            return
        }
        // "What readers say", "Das sagen unsere Leser".
        if time == nil, words <= 6, tokens.last?.folded != ":", tokens.contains(where: { $0.classes.contains(.says) }), tokens.contains(where: { Vocabulary.audience.contains($0.folded) }) {
            traits.insert(.opensSection)
            return
        }
        guard words <= 24, !labelsName(unknown), let noun = tokens.firstIndex(where: { $0.classes.contains(.comment) }) else { return }
        // "comment-130456" is the end of an address.
        if noun + 2 < tokens.count, tokens[noun + 1].folded == "-", tokens[noun].range.upperBound == tokens[noun + 2].range.lowerBound - 1 { return }
        // "Seen by Jo. There are 12 comments." counts; "Wow! 75 comments and counting." is what someone says.
        let sentence = tokens[..<noun].lastIndex { token in ".!?".contains(token.folded) && token.kind == .mark && !tokens.contains { $0.range.lowerBound == token.range.upperBound || $0.range.upperBound == token.range.lowerBound && $0.range.count == 1 } }
        if sentence != nil, tokens[(noun + 1)...].count(where: { $0.kind == .word }) > 2 { return }
        let before = tokens[(sentence.map { $0 + 1 } ?? 0)..<noun].filter { $0.kind != .mark }
        let leads = before.count == 2 && before.first?.kind == .number && before.last?.kind == .word
        let count = leads ? Int(before[before.startIndex].folded) : before.last.flatMap { $0.kind == .number ? Int(joinedDigits(upTo: noun)) : nil }
            ?? tokens[(noun + 1)...].first(where: { $0.kind != .mark }).flatMap { token in
                token.kind == .number && tokens[(noun + 1)...].prefix(2).contains(where: { $0.folded == "(" || $0.folded == ":" || $0.kind == .number })
                    ? Int(token.folded.isEmpty ? digits(token) : token.folded) : nil
            }
        let leading = before.count { $0.kind == .word }
        // Digits in a title are taken for a time now and then; a heading with a number is a heading all the same.
        guard time == nil || (count != nil && (leading == 0 || sentence != nil) && !(tokens.first?.kind == .time)) else { return }
        if time != nil { time = nil }
        if count == nil, leading == 1, words <= 24, Vocabulary.one.contains(before[before.startIndex].folded) {
            claim = 1
            traits.insert(.opensSection)
        } else if let count, leading <= 2, count < 10_000_000 {
            claim = count
            if count > 0 { traits.insert(.opensSection) }
        } else if known.contains(where: { Vocabulary.closed.contains($0.folded) }) {
            traits.insert(.furniture)
        } else if known.count <= 3, unknown == 0 || unknown == 1 && before.contains(where: { Vocabulary.readers.contains($0.folded) }), leading <= 1, !tokens[noun].classes.contains(.reply), !Vocabulary.weakNouns.contains(tokens[noun].folded) {
            // "Comments", "All comments", "Discussion".
            traits.insert(.opensSection)
        } else if leading == 0, noun == tokens.startIndex, known.count >= 2, known[1].classes.contains(.glue) || known[1].folded == "about", words <= 14, !traits.contains(.prose) {
            // "Responses to X", "Comments on X".
            traits.insert(.opensSection)
        }
        if traits.contains(.opensSection) { traits.remove(.prose) }
    }

    /// "Imprint · Privacy · Contact": the line at a page's foot, and no sentence about them.
    private var isPageFoot: Bool {
        guard words >= 2, words <= 20, !traits.contains(.prose), time == nil, !endsSpeech else { return false }
        let named = tokens.count { $0.kind == .word && Vocabulary.pageFoot.contains($0.folded) }
        return named >= 2 && named * 2 >= tokens.count { $0.kind == .word && !$0.classes.contains(.glue) }
    }

    /// The number before a noun, thousands separators taken out: "1,204 comments".
    private func joinedDigits(upTo noun: Int) -> String {
        var text = "", index = noun - 1
        while index >= 0 {
            let token = tokens[index]
            if token.kind == .number {
                text = digits(token) + text
            } else if token.kind != .mark || !(token.folded == "," || token.folded == ".") || index + 1 >= tokens.count
                || tokens[index + 1].range.count != 3 || tokens[index + 1].kind != .number
            {
                if token.kind != .mark || !text.isEmpty { break }
            }
            index -= 1
        }
        return text
    }

    private func digits(_ token: LineToken) -> String { token.folded }

    func makeShape() -> String {
        var shape = "", lastWasName = false
        for token in tokens {
            switch token.kind {
            case .time:
                shape += "T "
                lastWasName = false
            case .number:
                if !lastWasName, !shape.hasSuffix("0 ") { shape += "0 " }
            case .mark:
                if "|—–·•»:#()[]/@↓-".contains(token.folded), !shape.hasSuffix(token.folded + " ") {
                    shape += token.folded + " "
                    lastWasName = false
                }
            case .word:
                if token.classes.isDisjoint(with: [.says, .by, .posted, .reply, .votes, .action, .comment]) {
                    if !lastWasName { shape += "W " }
                    lastWasName = true
                } else {
                    shape += token.folded + " "
                    lastWasName = false
                }
            }
        }
        return shape
    }

    static func sameness(_ folded: String) -> String {
        var out: [UInt8] = []
        for byte in folded.utf8 {
            if (0x30...0x39).contains(byte) {
                if out.last != 0x30 { out.append(0x30) }
            } else if byte > 0x20 {
                out.append(byte)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Runs of bytes between white space that hold a letter or a byte above ASCII. Ideographs, which have no spaces, count one word for two.
    static func countWords(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
        var count = 0, hasLetter = false, wide = 0
        for index in range {
            let byte = bytes[index]
            if byte <= 0x20 {
                hasLetter = false
                continue
            }
            if (0xE3...0xED).contains(byte) { wide += 1 }
            if !hasLetter, (0x41...0x5A).contains(byte & 0xDF) || byte >= 0xC3 && byte != 0xE2 {
                hasLetter = true
                count += 1
            }
        }
        return count + wide / 2
    }
}
