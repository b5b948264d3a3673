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
    /// Whether an empty line, or a rule, stands above.
    var isParted = true

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
        /// "From: Jo", "Name: Jo", "Posted by: Jo": a label, a colon and a name.
        static let namesAuthor = Traits(rawValue: 262144)
        /// Says that someone commented or replied: "Jo commented on May 3".
        static let commented = Traits(rawValue: 524288)
        /// Stands behind a bullet or the number of a list.
        static let item = Traits(rawValue: 1_048_576)
        /// The header, or the signature, of the words in the same line of the page's text.
        static let opensRecord = Traits(rawValue: 2_097_152)
        static let signsRecord = Traits(rawValue: 4_194_304)
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
        for index in lines.indices where document.lines[index].bullet != .none { lines[index].traits.insert(.item) }
        for index in lines.indices.dropFirst() { lines[index].isParted = document.lines[index].blankBefore > 0 || lines[index - 1].has(.rule) }
        // "J" or "JM" in place of a portrait, above "Jo Marsh".
        for index in lines.indices.dropLast() where lines[index].tokens.count == 1 && lines[index].words == 1 && lines[index].tokens[0].folded.count <= 3 {
            let letters = lines[index].tokens[0].folded, below = lines[index + 1]
            guard let name = below.tokens.first, name.folded.first == letters.first else { continue }
            let isPortrait = letters.count == 1 || (below.isNameLike || below.has(.postTime)) && Initials.stand(for: document.text(document.lines[index + 1].range), document.text(lines[index].tokens[0].range))
            if isPortrait { lines[index].traits = .alt }
        }
        // "Jo's portrait", "Avatar of Jo" above or below "Jo", or "Jo, 3 May 2024".
        for index in lines.indices where lines[index].words <= 8 && [lines[index].tokens.first, lines[index].tokens.last].contains(where: { $0?.classes.contains(.alt) ?? false }) {
            for near in [index + 1, index - 1] where lines.indices.contains(near) {
                let name = lines[near].isNameLike ? lines[near].sameness : lines[near].has(.postTime) ? InlineName.find(in: lines[near]).map { sameness(Folding.fold(document.text($0))) } : nil
                if let name, lines[index].isPortrait(of: name) { lines[index].traits.formUnion([.alt, .furniture]) }
            }
        }
        // A date under "Joined" or "Last edited" alone in its line is not when anything was posted.
        for index in lines.indices.dropFirst() where lines[index].has(.postTime) {
            let above = lines[index - 1]
            guard above.has(.unposted), above.time == nil, above.words <= 3, !above.has(.prose), lines[index].tokens.count <= 2, !above.tokens.contains(where: { $0.folded == "(" }) else { continue }
            lines[index].traits.subtract([.postTime, .timeOfDay])
            lines[index].traits.insert(.unposted)
        }
        settleHeadings(&lines)
        settleNotices(&lines, document)
        // "> Jo wrote on May 3:": a marked line repeats what stands elsewhere.
        for index in lines.indices where isMarkedQuote(document.bytes, document.lines[index].range) {
            lines[index].traits.subtract([.postTime, .timeOfDay, .says, .byline, .opensSection, .endsSection, .namesAuthor, .commented, .postNumber, .furniture, .acts])
            lines[index].traits.insert(.prose)
        }
        return lines
    }

    /// "> words", as in mail and in Markdown.
    static func isMarkedQuote(_ bytes: [UInt8], _ range: Range<Int>) -> Bool { bytes[range.lowerBound...].first == 0x3E && range.count >= 2 && bytes[range.lowerBound + 1] == 0x20 }

    /// A "heading" that recurs down the page is no heading: it counts the answers to each comment, or stands under each.
    private static func settleHeadings(_ lines: inout [TextLine]) {
        var seen: [String: Int] = [:]
        for line in lines where line.has([.opensSection, .endsSection]) { seen[line.sameness, default: 0] += 1 }
        for index in lines.indices where lines[index].has([.opensSection, .endsSection]) && seen[lines[index].sameness, default: 0] >= 4 {
            lines[index].traits.subtract([.opensSection, .endsSection])
            lines[index].traits.formUnion([.furniture])
            // "Beiträge: 7" counts what someone has posted in a forum.
            if lines[index].label != nil, lines[index].tokens[0].classes.contains(.profile) {
                lines[index].claim = nil
                lines[index].traits.insert(.profile)
            }
        }
    }

    /// "3 out of 9 found this helpful. Sign in to vote.": a sentence that stands down the page with other numbers each time is the page's own.
    private static func settleNotices(_ lines: inout [TextLine], _ document: TextDocument) {
        var places: [String: [Int]] = [:]
        for index in lines.indices where lines[index].has(.prose) && lines[index].sameness.contains("0") && lines[index].tokens.contains(where: { !$0.classes.isDisjoint(with: [.action, .reply, .votes]) }) { places[lines[index].sameness, default: []].append(index) }
        for group in places.values where group.count >= 4 && Set(group.map { document.text(document.lines[$0]) }).count >= 3 {
            for index in group { lines[index].traits = .furniture }
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
            if let found = reader.first(in: String(decoding: bytes[whole], as: UTF8.self)), found.range.lowerBound == 0, whole.lowerBound + found.range.upperBound > line.start,
                // "2. August 9th, 2012" is the second item of a list: its line says a day by itself.
                !(reader.first(in: String(decoding: bytes[line.range], as: UTF8.self)).map { $0.range.lowerBound == 0 && line.start + $0.range.upperBound > whole.lowerBound + found.range.upperBound } ?? false)
            {
                range = whole
            }
        }
        tokens = LineToken.split(bytes, range)
        let text = String(decoding: bytes[range], as: UTF8.self)
        if words <= 24, let found = TextLine.time(bytes, range, text, reader), !found.range.isEmpty, !TextLine.isInAddress(bytes, range.lowerBound..<found.range.lowerBound),
            // "Shop now": a short word without digits is no time.
            found.range.count >= 5 || bytes[found.range].contains(where: { (0x30...0x39).contains($0) || $0 >= 0x80 })
        {
            time = found.range.lowerBound..<TextLine.endOfRepeat(bytes, found.range.upperBound, range.upperBound, reader)
            stamp = found.stamp
            if found.stamp?.hour != nil || found.isRelative { traits.insert(.timeOfDay) }
            foldTime(bytes)
        } else if let age = openingAge {
            (time, stamp) = (age, reader.first(in: String(decoding: bytes[age], as: UTF8.self))?.timestamp)
            traits.insert(.timeOfDay)
            foldTime(bytes)
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
        var start = plain.map { range.lowerBound + $0.range.lowerBound } ?? range.upperBound
        // "Music Man on Aug 8": nobody puts "on" behind a day of the week.
        if let plain, let space = bytes[start..<min(start + 10, range.upperBound)].firstIndex(of: 0x20), space > start, space + 4 < range.lowerBound + plain.range.upperBound,
            bytes[space + 1] == 0x6F, bytes[space + 2] == 0x6E, bytes[space + 3] == 0x20, !bytes[start..<space].contains(where: { (0x30...0x39).contains($0) })
        {
            start = space + 4
        }
        if range.count <= 120 {
            var tries = 0
            let hasDigit = bytes[range].contains { (0x30...0x39).contains($0) }
            for index in range.dropFirst() where index < start && (hasDigit && isSeam(bytes[index - 1], bytes[index]) || opensAge(bytes, index, range.upperBound)) && !isOfName(bytes, index, range.upperBound) {
                tries += 1
                if tries > 4 { break }
                if let found = reader.first(in: String(decoding: bytes[index..<range.upperBound], as: UTF8.self)), found.range.lowerBound == 0,
                    // "gus3d" is a name.
                    found.range.count >= 4,
                    // "miller7 March 12, 2021": the number is the name's where the time goes on without it.
                    plain.map({ index + found.range.upperBound >= range.lowerBound + $0.range.upperBound }) ?? true
                {
                    return (index..<index + found.range.upperBound, found.timestamp, found.isRelative)
                }
            }
        }
        if plain == nil, let ended = beforeSeam(bytes, range, reader) { return ended }
        if let parted = gluedDay(bytes, range, start, plain.map { range.lowerBound + $0.range.upperBound }, reader) { return parted }
        return fusedClock(bytes, range, plain?.timestamp, reader) ?? fusedYear(bytes, range, reader) ?? (plain == nil ? shortAge(bytes, range) : nil) ?? plain.map { (start..<range.lowerBound + $0.range.upperBound, $0.timestamp, $0.isRelative) }
    }

    /// A time that the next word is glued to: "5 months agoMaintainer".
    private static func beforeSeam(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ reader: TimeReader) -> (range: Range<Int>, stamp: Timestamp?, isRelative: Bool)? {
        guard range.count <= 120, bytes[range].contains(where: { (0x30...0x39).contains($0) }) else { return nil }
        var tries = 0
        for index in range.dropFirst() where opensWord(bytes, index, range.upperBound) {
            tries += 1
            if tries > 4 { break }
            let head = range.lowerBound..<index
            if let found = reader.first(in: String(decoding: bytes[head], as: UTF8.self)), found.range.count >= 6, range.lowerBound + found.range.upperBound == index {
                return (range.lowerBound + found.range.lowerBound..<index, found.timestamp, found.isRelative)
            }
        }
        return nil
    }

    /// Whether a capital follows a small letter, Latin or Cyrillic: "agoMaintainer", "назадОтветить".
    private static func opensWord(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> Bool {
        if (0x41...0x5A).contains(bytes[index]) { return (0x61...0x7A).contains(bytes[index - 1]) }
        guard bytes[index] == 0xD0, index + 1 < end, index > 1, (0x90...0xAF).contains(bytes[index + 1]) else { return false }
        return bytes[index - 2] == 0xD0 && bytes[index - 1] >= 0xB0 || bytes[index - 2] == 0xD1 && bytes[index - 1] < 0x92
    }

    /// Whether digits that follow a letter are too many for a day or an age: "rosa6112 marzo 2021", "skater8811 hours ago".
    private static func isOfName(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var at = start
        while at < end, (0x30...0x39).contains(bytes[at]) { at += 1 }
        // "rosa2021.03.12 10:22": a year.
        let isYear = at - start == 4 && (bytes[start] == 0x32 && bytes[start + 1] == 0x30 || bytes[start] == 0x31 && bytes[start + 1] == 0x39)
        guard at < end, !isYear, bytes[at] == 0x20 || bytes[at] == 0x2E else { return false }
        return at - start >= 3 || at - start == 2 && bytes[start] >= 0x36
    }

    /// A day behind a name that ends in digits ("rosa6112 marzo 2021"): two digits where they can be a day, else one.
    private static func gluedDay(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ start: Int, _ end: Int?, _ reader: TimeReader
    ) -> (range: Range<Int>, stamp: Timestamp?, isRelative: Bool)? {
        guard range.count <= 120 else { return nil }
        var at = range.lowerBound + 1
        while at < range.upperBound, at <= start {
            guard (0x30...0x39).contains(bytes[at]) else {
                at += 1
                continue
            }
            var stop = at
            while stop < range.upperBound, (0x30...0x39).contains(bytes[stop]) { stop += 1 }
            if isOfName(bytes, at, range.upperBound), stop - at <= 6, bytes[stop] == 0x20 || bytes[stop] == 0x2E, (0x41...0x5A).contains(bytes[at - 1] & 0xDF) || bytes[at - 1] >= 0x80 {
                for digits in [2, 1] where stop - digits > at {
                    let day = stop - digits
                    guard bytes[day] != 0x30, let found = reader.first(in: String(decoding: bytes[day..<range.upperBound], as: UTF8.self)), found.range.lowerBound == 0,
                        found.range.count >= 6, end.map({ day + found.range.upperBound >= $0 }) ?? true
                    else { continue }
                    return (day..<day + found.range.upperBound, found.timestamp, found.isRelative)
                }
            }
            at = stop
        }
        return nil
    }

    /// The end of a second wording of the time, behind marks alone: "Nov 6 2012 | 3:15 pm - 1 hour ago".
    private static func endOfRepeat(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int, _ limit: Int, _ reader: TimeReader) -> Int {
        guard limit - end >= 5, limit - end <= 40, let start = bytes[end..<limit].firstIndex(where: { byte in (0x30...0x39).contains(byte) || byte | 0x20 >= 0x61 }), start > end,
            (0x30...0x39).contains(bytes[start]), let again = reader.first(in: String(decoding: bytes[start..<limit], as: UTF8.self)), again.range.lowerBound == 0
        else { return end }
        return start + again.range.upperBound
    }

    /// A year that the time of day follows at once: "12 May 202110:11 a.m.".
    private static func fusedClock(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ plain: Timestamp?, _ reader: TimeReader
    ) -> (range: Range<Int>, stamp: Timestamp?, isRelative: Bool)? {
        guard plain?.hour == nil, range.count <= 120, let colon = bytes[range].firstIndex(of: 0x3A) else { return nil }
        var start = colon
        while start > range.lowerBound, (0x30...0x39).contains(bytes[start - 1]) { start -= 1 }
        guard colon - start == 5 || colon - start == 6, bytes[start] == 0x32 && bytes[start + 1] == 0x30 || bytes[start] == 0x31 && bytes[start + 1] == 0x39 else { return nil }
        let parted = Array(bytes[range.lowerBound..<start + 4]) + [0x20] + Array(bytes[start + 4..<range.upperBound])
        guard let found = reader.first(in: parted[...]), found.timestamp?.hour != nil, found.range.contains(start + 4 - range.lowerBound) else { return nil }
        return (range.lowerBound + found.range.lowerBound..<range.lowerBound + found.range.upperBound - 1, found.timestamp, false)
    }

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
        return isCapital && (followsLetter || (0x30...0x39).contains(before) || (0x41...0x5A).contains(before)) || isDigit && ((0x41...0x5A).contains(before & 0xDF) || before >= 0x80 || before == 0x2E || before == 0x29 || before == 0x3A)
    }

    /// Whether a word before an age begins right behind a letter or a digit: "Juremahá 5 anos", "jo88il y a 3 heures".
    private static func opensAge(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> Bool {
        guard bytes[index - 1] > 0x20, ages.firstLetters.contains(bytes[index]) else { return false }
        func stands(_ word: [UInt8], _ at: Int) -> Bool { end - at > word.count && word.indices.allSatisfy { bytes[at + $0] == word[$0] } }
        return ages.words.contains { word in stands(word, index) && (bytes[index + word.count] &- 0x30 < 10 || ages.ones.contains { stands($0, index + word.count) }) }
    }

    private static let ages = (
        words: ["vor ", "il y a ", "hace ", "há "].map { Array($0.utf8) }, ones: ["um ", "uma ", "un ", "una ", "une ", "einem ", "einer "].map { Array($0.utf8) }, firstLetters: Array("vih".utf8)
    )

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
    private mutating func foldTime(_ bytes: UnsafeBufferPointer<UInt8>) {
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
            // "назадОтветить": what is glued to the time is a word of its own.
            if token.range.lowerBound >= time.upperBound { kept.append(token) } else if token.range.upperBound > time.upperBound { kept += LineToken.split(bytes, time.upperBound..<token.range.upperBound) }
        }
        if !isPlaced { kept.append(LineToken(kind: .time, range: time)) }
        tokens = kept
    }
}
