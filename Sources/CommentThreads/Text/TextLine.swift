import DiscourseModel
import Markup
import TimeExpressions

/// One line of a text with what its words say about its part in a comment section.
struct TextLine {
    /// Words parted by white space that hold a letter.
    var words = 0
    var traits: Traits = []
    var tokens: [LineToken] = []
    /// Where a time stands in the line, in bytes of the document.
    var time: Range<Int>?
    var stamp: Timestamp?
    /// Comments the line claims there are: "12 Comments".
    var claim: Int?
    /// The line with numbers, times and unknown names taken out; equal for lines of one make.
    var shape = ""
    /// The line folded, with digits as `0`: equal for lines that repeat.
    var sameness = ""

    struct Traits: OptionSet {
        let rawValue: UInt32
        /// Too long, or too much like a sentence, to be a header or furniture.
        static let prose = Traits(rawValue: 1)
        /// Nothing but buttons, counts and the words between them.
        static let furniture = Traits(rawValue: 2)
        /// A portrait's alternative text.
        static let alt = Traits(rawValue: 4)
        /// Opens a comment section.
        static let opensSection = Traits(rawValue: 8)
        /// Opens something that is not comments.
        static let endsSection = Traits(rawValue: 16)
        /// "X says:", "X wrote".
        static let says = Traits(rawValue: 32)
        /// Its time is when something was posted, and it holds little else.
        static let postTime = Traits(rawValue: 64)
        static let unposted = Traits(rawValue: 128)
        /// Offers or counts replies.
        static let replies = Traits(rawValue: 256)
        /// Only digits and marks.
        static let number = Traits(rawValue: 512)
        /// Only marks: a rule.
        static let rule = Traits(rawValue: 1024)
        /// "by X", "posted".
        static let byline = Traits(rawValue: 2048)
        static let timeOfDay = Traits(rawValue: 4096)
        /// A line of a forum's side bar.
        static let profile = Traits(rawValue: 65536)
        /// "#12", "Post #12 of 40".
        static let postNumber = Traits(rawValue: 32768)
        /// Begins with a web address and goes on with a name.
        static let linkedName = Traits(rawValue: 8192)
        /// Offers to answer, report or like: what stands under comments, seldom under articles in a list.
        static let acts = Traits(rawValue: 16384)
        /// Says whose words follow as a quotation.
        static let quotes = Traits(rawValue: 131072)
    }

    func has(_ traits: Traits) -> Bool { !self.traits.isDisjoint(with: traits) }
}

extension TextLine {
    static let longest = 240

    /// Reads every line of a document.
    static func read(_ document: TextDocument, reader: TimeReader) -> [TextLine] {
        var lines = document.bytes.withUnsafeBufferPointer { bytes in
            document.lines.map { line in TextLine(bytes, line, reader: reader) }
        }
        // A letter that stands for a portrait: the line below begins with it.
        for index in lines.indices.dropLast() where lines[index].tokens.count == 1 {
            if let letter = lines[index].tokens[0].folded.first, lines[index].tokens[0].kind == .word, lines[index].tokens[0].folded.count == 1,
                let name = lines[index + 1].tokens.first, name.folded.first == letter { lines[index].traits = .alt }
        }
        // A date under "Joined" or "Last edited" alone in its line is not when anything was posted.
        for index in lines.indices.dropFirst() where lines[index].has(.postTime) {
            let above = lines[index - 1]
            guard above.has(.unposted), above.time == nil, above.words <= 3, !above.has(.prose), lines[index].tokens.count <= 2 else { continue }
            lines[index].traits.subtract([.postTime, .timeOfDay])
            lines[index].traits.insert(.unposted)
        }
        settleHeadings(&lines)
        return lines
    }

    /// A "heading" that recurs down the page is no heading: it counts the answers to each comment, or stands under each.
    private static func settleHeadings(_ lines: inout [TextLine]) {
        var seen: [String: Int] = [:]
        for line in lines where line.has([.opensSection, .endsSection]) { seen[line.sameness, default: 0] += 1 }
        for index in lines.indices where lines[index].has([.opensSection, .endsSection]) && seen[lines[index].sameness, default: 0] >= 4 {
            lines[index].traits.subtract([.opensSection, .endsSection])
            lines[index].traits.formUnion([.furniture])
        }
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>, _ line: TextDocument.Line, reader: TimeReader) {
        words = TextLine.countWords(bytes, line.range)
        guard line.range.count <= TextLine.longest else {
            traits = .prose
            return
        }
        var range = line.range
        if line.bullet == .number, words <= 16 {
            // "20. Jul, 2012": what looks like the number of a list item is a day.
            let whole = TextLine.numberStart(bytes, line.start)..<line.end
            if let found = reader.first(in: String(decoding: bytes[whole], as: UTF8.self)), found.range.lowerBound == 0, whole.lowerBound + found.range.upperBound > line.start {
                range = whole
            }
        }
        tokens = LineToken.split(bytes, range)
        let text = String(decoding: bytes[range], as: UTF8.self)
        if words <= 24, let found = TextLine.time(bytes, range, text, reader), !found.range.isEmpty, !TextLine.isInAddress(bytes, range.lowerBound..<found.range.lowerBound),
            // "Shop now": a short word without digits is no time.
            found.range.count >= 5 || bytes[found.range].contains(where: { (0x30...0x39).contains($0) || $0 >= 0x80 })
        {
            time = found.range
            stamp = found.stamp
            if found.stamp?.hour != nil || found.isRelative { traits.insert(.timeOfDay) }
            foldTime()
        }
        let folded = Folding.fold(text)
        classify(folded: folded, last: bytes[range].last ?? 0)
        shape = makeShape()
        if line.range.count <= 120 { sameness = TextLine.sameness(folded) }
    }

    /// The time in a line; where the white space before it was lost ("LeahOctober 22, 2012") it begins at the seam.
    private static func time(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ text: String, _ reader: TimeReader
    ) -> (range: Range<Int>, stamp: Timestamp?, isRelative: Bool)? {
        let plain = reader.first(in: text)
        let start = plain.map { range.lowerBound + $0.range.lowerBound } ?? range.upperBound
        if range.count <= 120, bytes[range].contains(where: { (0x30...0x39).contains($0) }) {
            var tries = 0
            for index in range.dropFirst() where index < start && isSeam(bytes[index - 1], bytes[index]) {
                tries += 1
                if tries > 4 { break }
                if let found = reader.first(in: String(decoding: bytes[index..<range.upperBound], as: UTF8.self)), found.range.lowerBound == 0 {
                    return (index..<index + found.range.upperBound, found.timestamp, found.isRelative)
                }
            }
        }
        return fusedYear(bytes, range, reader) ?? (plain == nil ? shortAge(bytes, range) : nil) ?? plain.map { (start..<range.lowerBound + $0.range.upperBound, $0.timestamp, $0.isRelative) }
    }

    /// "Like · Reply · 2y": an age of a number and a letter or two, behind a mark that parts it from buttons.
    private static func shortAge(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> (range: Range<Int>, stamp: Timestamp?, isRelative: Bool)? {
        var digits = range.upperBound
        while digits > range.lowerBound, (0x61...0x7A).contains(bytes[digits - 1]) { digits -= 1 }
        guard range.count <= 60, ages.contains(String(decoding: bytes[digits..<range.upperBound], as: UTF8.self)) else { return nil }
        var start = digits
        while start > range.lowerBound, (0x30...0x39).contains(bytes[start - 1]) { start -= 1 }
        guard (1...3).contains(digits - start), start - range.lowerBound >= 4, bytes[start - 1] == 0x20 else { return nil }
        // U+00B7 · or U+2022 •, after or before a space.
        let isDot = bytes[start - 3] == 0xC2 && bytes[start - 2] == 0xB7
        let isBullet = start - range.lowerBound >= 5 && bytes[start - 4] == 0xE2 && bytes[start - 3] == 0x80 && bytes[start - 2] == 0xA2
        return isDot || isBullet ? (start..<range.upperBound, nil, true) : nil
    }

    private static let ages: Set<String> = ["s", "m", "h", "d", "w", "y", "mo", "min", "hr", "hrs", "yr", "yrs", "std", "tg", "sem", "an", "ans", "a"]

    /// A time whose year is followed at once by a shorter wording of the same: "April 2, 20241 yr".
    private static func fusedYear(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ reader: TimeReader
    ) -> (range: Range<Int>, stamp: Timestamp?, isRelative: Bool)? {
        var at = range.lowerBound
        while at < range.upperBound {
            var end = at
            while end < range.upperBound, (0x30...0x39).contains(bytes[end]) { end += 1 }
            if end - at == 5 || end - at == 6, end + 1 < range.upperBound, bytes[end] == 0x20, (bytes[at] == 0x32 && bytes[at + 1] == 0x30) || (bytes[at] == 0x31 && bytes[at + 1] == 0x39),
                let found = reader.first(in: String(decoding: bytes[range.lowerBound..<at + 4], as: UTF8.self)), found.range.upperBound == at + 4 - range.lowerBound
            {
                let rest = reader.first(in: String(decoding: bytes[(at + 4)..<range.upperBound], as: UTF8.self))
                let stop = rest.map { $0.range.lowerBound == 0 ? $0.range.upperBound : 0 } ?? 0
                return (range.lowerBound + found.range.lowerBound..<at + 4 + stop, found.timestamp, found.isRelative)
            }
            at = max(end, at + 1)
        }
        return nil
    }

    /// Where two words that lost the space between them meet: a capital behind a small letter or a mark, a digit behind a letter.
    private static func isSeam(_ before: UInt8, _ byte: UInt8) -> Bool {
        let isCapital = (0x41...0x5A).contains(byte), isDigit = (0x30...0x39).contains(byte)
        let followsLetter = (0x61...0x7A).contains(before) || before >= 0x80 || before == 0x29 || before == 0x2E || before == 0x21
        return isCapital && (followsLetter || (0x30...0x39).contains(before) || (0x41...0x5A).contains(before)) || isDigit && ((0x61...0x7A).contains(before) || before >= 0x80)
    }

    private static func numberStart(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var index = start
        while index > 0, bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09 || bytes[index - 1] == 0xA0 || bytes[index - 1] == 0xC2 { index -= 1 }
        if index > 0, bytes[index - 1] == 0x2E { index -= 1 }
        while index > 0, (0x30...0x39).contains(bytes[index - 1]) { index -= 1 }
        return index
    }

    /// Whether what stands right before is the beginning of a web address: digits in it are no time.
    private static func isInAddress(_ bytes: UnsafeBufferPointer<UInt8>, _ before: Range<Int>) -> Bool {
        var index = before.upperBound - 1
        while index >= before.lowerBound, bytes[index] > 0x20 {
            if bytes[index] == 0x2F, index > before.lowerBound, bytes[index - 1] == 0x2F { return true }
            index -= 1
        }
        return false
    }

    /// Puts one token in the place of those the time covers.
    private mutating func foldTime() {
        guard let time else { return }
        var kept: [LineToken] = [], isPlaced = false
        for token in tokens {
            if token.range.upperBound <= time.lowerBound {
                kept.append(token)
                continue
            }
            if !isPlaced {
                if token.range.lowerBound < time.lowerBound {
                    var head = token
                    head.range = token.range.lowerBound..<time.lowerBound
                    head.classes = []
                    kept.append(head)
                }
                kept.append(LineToken(kind: .time, range: time))
                isPlaced = true
            }
            if token.range.lowerBound >= time.upperBound { kept.append(token) }
        }
        if !isPlaced { kept.append(LineToken(kind: .time, range: time)) }
        tokens = kept
    }

    private mutating func classify(folded: String, last: UInt8) {
        let known = tokens.filter { $0.kind == .word }
        let unknown = known.count { $0.isUnknownWord }
        var classes: WordClass = []
        for token in known { classes.formUnion(token.classes) }
        let numbers = tokens.count { $0.kind == .number }

        if let mark = tokens.firstIndex(where: { $0.folded == "#" }), mark + 1 < tokens.count, tokens[mark + 1].kind == .number, unknown == 0, tokens.count <= 8 {
            traits.insert(.postNumber)
        }
        if known.isEmpty, time == nil {
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
        if tokens.contains(where: { !$0.classes.isDisjoint(with: .reply) }) { traits.insert(.replies) }
        if !classes.isDisjoint(with: .unposted), time != nil || unknown <= 3 { traits.insert(.unposted) }

        if let first = known.first, first.classes.contains(.profile), unknown == 0 && known.count <= 3 || label != nil || (tokens.count > 1 && tokens[1].folded == "(" && words <= 8) { traits.insert(.profile) }

        classifyHeading(folded: folded, known: known, unknown: unknown)
        classifyLabels(known: known, unknown: unknown)

        if time != nil, unknown <= 7, words <= 16, !traits.contains(.prose) {
            // "1 year ago (edited)" is when it was posted; "edited 1 year ago" is not.
            let told = tokens.enumerated().filter { $0.offset == 0 || tokens[$0.offset - 1].folded != "(" }.map(\.element)
            let isUnposted = told.contains { !$0.classes.isDisjoint(with: .unposted) } && !classes.contains(.posted) && !traits.contains(.replies)
            if !isUnposted { traits.insert(.postTime) }
        }
        if folded.hasPrefix("http://") || folded.hasPrefix("https://"), let space = folded.firstIndex(of: " "), words <= 8,
            !folded[space...].contains("://"), !traits.contains(.prose)
        {
            traits.insert(.linkedName)
        }
    }

    private mutating func classifyLabels(known: [LineToken], unknown: Int) {
        guard unknown > 0 || time != nil, words <= 14 else { return }
        let plain = tokens.filter { $0.kind != .mark || $0.folded == ":" }
        if let last = plain.last(where: { $0.folded != ":" && $0.kind == .word }), last.classes.contains(.says), unknown >= 1, unknown <= 7,
            let end = plain.lastIndex(where: { $0.range == last.range }), plain[end...].dropFirst().allSatisfy({ $0.folded == ":" })
        {
            traits.insert(.says)
        } else if time != nil, known.contains(where: { $0.classes.contains(.says) && !$0.classes.contains(.posted) }) {
            traits.insert(.says)
        }
        guard let first = known.first, !first.classes.isDisjoint(with: [.by, .posted]) else { return }
        traits.insert(.byline)
        if unknown >= 1, known.contains(where: { $0.classes.contains(.says) && !$0.classes.contains(.posted) }) { traits.insert(.says) }
    }

    private mutating func classifyHeading(folded: String, known: [LineToken], unknown: Int) {
        var opening = Substring(folded)
        while let first = opening.first, first == "#" || first == "*" || first == "-" || first == " " { opening.removeFirst() }
        if Vocabulary.notices.contains(where: { opening.hasPrefix($0) }) {
            traits.insert(.furniture)
            traits.remove(.prose)
            return
        }
        if words <= 14 || opening.hasPrefix("this entry was posted"), Vocabulary.sectionEnds.contains(where: { opening.hasPrefix($0) }) {
            traits.insert(.endsSection)
            return
        }
        if time == nil, tokens.count == 2, tokens[0].kind == .number, Vocabulary.countedPosts.contains(tokens[1].folded) {
            claim = Int(tokens[0].folded)
            traits.insert(.opensSection)
            return
        }
        guard words <= 24, let noun = tokens.firstIndex(where: { $0.classes.contains(.comment) }) else { return }
        let before = tokens[..<noun].filter { $0.kind != .mark }
        let leads = before.count == 2 && before.first?.kind == .number && before.last?.kind == .word
        let count = leads ? Int(before[before.startIndex].folded) : before.last.flatMap { $0.kind == .number ? Int(joinedDigits(upTo: noun)) : nil }
            ?? tokens[(noun + 1)...].first(where: { $0.kind != .mark }).flatMap { token in
                token.kind == .number && tokens[(noun + 1)...].prefix(2).contains(where: { $0.folded == "(" || $0.folded == ":" || $0.kind == .number })
                    ? Int(token.folded.isEmpty ? digits(token) : token.folded) : nil
            }
        let leading = before.count { $0.kind == .word }
        // Digits in a title are taken for a time now and then; a heading with a number is a heading all the same.
        guard time == nil || (count != nil && leading == 0 && !(tokens.first?.kind == .time)) else { return }
        if time != nil { time = nil }
        if count == nil, leading == 1, words <= 24, Vocabulary.one.contains(before[before.startIndex].folded) {
            claim = 1
            traits.insert(.opensSection)
        } else if let count, leading <= 2, count < 10_000_000 {
            claim = count
            if count > 0 { traits.insert(.opensSection) }
        } else if known.contains(where: { Vocabulary.closed.contains($0.folded) }) {
            traits.insert(.furniture)
        } else if known.count <= 3, unknown == 0, leading <= 1, !tokens[noun].classes.contains(.reply), !Vocabulary.weakNouns.contains(tokens[noun].folded) {
            // "Comments", "All comments", "Discussion".
            traits.insert(.opensSection)
        } else if leading == 0, noun == tokens.startIndex, known.count >= 2, known[1].classes.contains(.glue), words <= 14, !traits.contains(.prose) {
            // "Responses to X", "Comments on X".
            traits.insert(.opensSection)
        }
        if traits.contains(.opensSection) { traits.remove(.prose) }
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

    private func makeShape() -> String {
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

    private static func sameness(_ folded: String) -> String {
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
    private static func countWords(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
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
