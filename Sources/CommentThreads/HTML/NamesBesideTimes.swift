internal import Markup
internal import TimeExpressions

/// Names that stand beside times: the trait that comments of all systems share, whatever their language and whatever their elements are called.
///
/// A name is a short text before a time, or behind it, that is no sentence and no button. A text that stands beside most of a page's times
/// is a label ("Date:", "wrote") and names nobody: the text one step further is looked at instead.
struct NamesBesideTimes: Sendable {
    struct Entry: Sendable {
        /// The node that states the time.
        var time: Int
        /// The text node that holds the name; the same as `time` where one text holds both.
        var node: Int
        var name: String
    }
    /// In page order of their times.
    let entries: [Entry]
    /// What stands beside nearly every time of the page and so is no name.
    let labels: Set<String>

    init(_ document: HTMLDocument, times: [(node: Int, time: TimeExpression)], hidden: NodeSet) {
        var all: [[(node: Int, name: String)]] = []
        all.reserveCapacity(times.count)
        var counts: [String: Int] = [:]
        for (node, time) in times {
            let choices = NamesBesideTimes.choices(document, node, time, hidden)
            all.append(choices)
            for choice in choices { counts[choice.name, default: 0] += 1 }
        }
        // One person may write most comments of a short page; a label stands beside nearly every time.
        let label = max(4, times.count * 3 / 4)
        for place in NamesBesideTimes.underNames(all, document) { all[place].removeFirst() }
        var entries: [Entry] = []
        func isLabel(_ name: String) -> Bool { counts[name, default: 0] >= label && !NamesBesideTimes.isNobody(name) }
        for (place, choices) in all.enumerated() {
            let time = times[place].node
            // Where nothing but the buttons of the record before stands before the time, the name may stand behind it.
            func behind() -> (node: Int, name: String)? {
                let goesOn = document.isText(time) && NamesBesideTimes.visible(document.textBytes(time).dropFirst(times[place].time.range.upperBound)) > 40
                return goesOn || choices.contains { $0.node >= time } ? nil : NamesBesideTimes.behind(document.end(time), document, hidden).first { !isLabel($0.name) }
            }
            if let first = choices.first(where: { !isLabel($0.name) }) ?? behind() { entries.append(Entry(time: time, node: first.node, name: first.name)) }
        }
        self.entries = entries
        labels = Set(counts.lazy.filter { $0.value >= label && !NamesBesideTimes.isNobody($0.key) }.map(\.key))
    }

    /// The name beside the time that a node states.
    func beside(_ time: Int) -> Entry? {
        var low = 0, high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].time < time { low = middle + 1 } else { high = middle }
        }
        return low < entries.count && entries[low].time == time ? entries[low] : nil
    }

    /// The name behind a time, whatever stands before it.
    func behind(_ time: Int, _ document: HTMLDocument, _ hidden: NodeSet) -> Entry? {
        NamesBesideTimes.behind(document.end(time), document, hidden).first { !labels.contains($0.name) }.map { Entry(time: time, node: $0.node, name: $0.name) }
    }

    /// Times before which stands where someone writes from, "Leeds | 3 May", below a line with who: those of nearly all of a page, or none.
    private static func underNames(_ all: [[(node: Int, name: String)]], _ document: HTMLDocument) -> [Int] {
        guard all.count >= 3 else { return [] }
        let under = all.indices.filter { place in
            let choices = all[place]
            guard choices.count >= 2, document.textBytes(choices[0].node).last(where: { $0 > 0x20 }) == 0x7C, choices[1].name.split(separator: " ").count <= 3 else { return false }
            guard let line = document.parent(choices[1].node), !document.contains(line, choices[0].node) else { return false }
            return ![line, document.parent(line) ?? line].contains { document.name($0).isHeading }
        }
        return under.count * 10 >= all.count * 8 && Set(under.map { all[$0][1].name }).count >= 2 ? under : []
    }

    /// What may be the name, the nearest before the time first, then what stands in its own text, then what stands behind it.
    private static func choices(_ document: HTMLDocument, _ node: Int, _ time: TimeExpression, _ hidden: NodeSet) -> [(node: Int, name: String)] {
        var found: [(node: Int, name: String)] = []
        var end = document.end(node)
        if document.isText(node) {
            let bytes = document.textBytes(node)
            let before = bytes.prefix(time.range.lowerBound), after = bytes.dropFirst(time.range.upperBound)
            // "3 mai 2012 par <a>Jo</a>"
            if after.count <= 24, introducers.contains(after), let next = nameBehind(end, document, hidden) { return [next] }
            // "[3 May 2012] <b>Jo</b>: what was said"
            if visible(before) <= 1, visible(after) <= 1, let next = textBehind(end, document, hidden), let colon = textBehind(document.end(next), document, hidden), document.textBytes(colon).first == 0x3A,
                let name = name(in: document.textBytes(next))
            {
                return [(next, name)]
            }
            if let name = name(in: before), !(goesOn(node, document) && isInSmallLetters(before)) { found.append((node, name)) }
            if visible(after) > 40 {
                // The words follow in the same text: nothing behind it is a name.
                end = Int.max
            } else if found.isEmpty, visible(before) <= 24, let name = name(in: after) {
                found.append((node, name))
            }
            // Words before the time that are no name part it from what stands before.
            if found.isEmpty, visible(before) > 24 { return [] }
        }
        if found.isEmpty {
            var at = node - 1, steps = 0, seen = 0
            while at > 0, steps < 16, seen < 3 {
                if document.isText(at), !hidden.contains(at) {
                    let size = visible(document.textBytes(at))
                    if size > 60 { break }
                    // "Joined: 3 Feb 2015", "Posts: 120": lines of a profile stand between a name in a cell of its own and the time.
                    // And signs part what stands in its line.
                    if size > 0, !isProfileLine(document.textBytes(at)), size > 3 || document.textBytes(at).contains(where: isWordByte) || block(at, document) != block(node, document) {
                        seen += 1
                        if let name = name(in: document.textBytes(at)) {
                            if !CommentCount.isHeading(name) { found.append((at, name)) }
                        } else if document.textBytes(at).withUnsafeBufferPointer(Labels.introducesAuthor) {
                            // "Posted by:": whoever is named before it wrote something else.
                            break
                        }
                    }
                }
                at -= 1
                steps += 1
            }
            // "Jo Doe", "@jo": the name, then the one in the system.
            if found.count > 1, found[0].name.hasPrefix("@"), !found[1].name.hasPrefix("@") { found.removeFirst() }
        }
        if found.isEmpty, end != .max { found = behind(end, document, hidden) }
        return found
    }

    /// What may be the name in the first two texts behind a node.
    private static func behind(_ end: Int, _ document: HTMLDocument, _ hidden: NodeSet) -> [(node: Int, name: String)] {
        var found: [(node: Int, name: String)] = []
        var at = end, seen = 0
        while at < document.count, at - end < 10, seen < 2 {
            if document.isText(at), !hidden.contains(at) {
                let size = visible(document.textBytes(at))
                if size > 48 { break }
                if size > 0 {
                    seen += 1
                    if let name = name(in: document.textBytes(at)) { found.append((at, name)) }
                }
            }
            at += 1
        }
        return found
    }

    /// Whether a text goes on with the line of an element before it: "<a>Jo</a> den 3. mai".
    private static func goesOn(_ text: Int, _ document: HTMLDocument) -> Bool {
        guard text > 0, document.textBytes(text).first.map({ $0 <= 0x20 }) ?? false, let parent = document.parent(text), parent != text - 1 else { return false }
        var before = text - 1
        while let holder = document.parent(before), holder != parent { before = holder }
        return document.isElement(before) && Flow(document.name(before)) == .inline && name(in: ArraySlice(document.line(before).utf8)) != nil
    }

    private static func isInSmallLetters(_ bytes: ArraySlice<UInt8>) -> Bool { !String(decoding: bytes, as: UTF8.self).contains { $0.isUppercase || $0.isNumber } }

    /// The name in the first text behind a node.
    private static func nameBehind(_ end: Int, _ document: HTMLDocument, _ hidden: NodeSet) -> (node: Int, name: String)? {
        textBehind(end, document, hidden).flatMap { node in name(in: document.textBytes(node)).map { (node, $0) } }
    }

    private static func textBehind(_ end: Int, _ document: HTMLDocument, _ hidden: NodeSet) -> Int? {
        (end..<min(end + 6, document.count)).first { document.isText($0) && !hidden.contains($0) && visible(document.textBytes($0)) > 0 }
    }

    /// Words between a time and the name of who wrote.
    private static let introducers = LabelTable(["by", "von", "par", "por", "da", "di", "de", "door", "av", "af", "przez", "от", "від", "user", "author"])

    /// A label, a colon, and a value behind it.
    static func isProfileLine(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let colon = bytes.firstIndex(of: 0x3A), colon > bytes.startIndex else { return false }
        return bytes[(colon + 1)...].first.map { $0 <= 0x20 } ?? false && visible(bytes[(colon + 1)...]) > 0 && !Labels.isAffix(String(decoding: bytes[...colon], as: UTF8.self))
    }

    /// A text as a name: short, beginning with a letter or a digit, of few words, and no sentence, address, button or label.
    static func name(in bytes: ArraySlice<UInt8>) -> String? {
        guard visible(bytes) > 0, bytes.count <= 120 else { return nil }
        // "Jo <jo@example.org>"
        let bare = bytes.firstIndex(of: 0x3C).flatMap { $0 > bytes.startIndex && bytes.last { $0 > 0x20 } == 0x3E ? bytes[..<$0] : nil }
        let name = Labels.stripAuthor(onOneLine(bare ?? bytes))
        let size = name.utf8.count
        guard size >= 1, size <= 48, let label = LabelTable.hash(of: name), !Labels.isAction(label), !Labels.isAffix(label), !Labels.isRole(label), !(smallLabels.contains(label) && smallWords.contains(name.lowercased())) else { return nil }
        var words = 1, letters = 0, digits = 0
        for scalar in name.unicodeScalars {
            switch scalar {
            case " ": words += 1
            case "0"..."9": digits += 1
            case "…", ";", "#", "■", "□", "◆", "◇", "●", "○", "。", "、", "！", "？", "<", ">", "{", "}", "|", "%", "$", "€", "★", "☆": return nil
            case "a"..."z", "A"..."Z": letters += 1
            default: if scalar.value >= 0x80, scalar.properties.isAlphabetic { letters += 1 }
            }
        }
        guard letters > 0 || digits > 2, words <= 4, !(letters < 2 && words == 1 && digits > 0 && size < 3) else { return nil }
        if let byte = name.utf8.first, byte < 0x80 {
            guard (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x40 || byte == 0x5F || byte == 0x7E || byte == 0x2D else { return nil }
        } else if let first = name.unicodeScalars.first, !(first.properties.isAlphabetic || first.properties.numericType != nil) {
            return nil
        }
        // "2024 at 6:30am": a time that an element parts ("May 3<sup>rd</sup>, 2024").
        if digits >= 3, name.utf8.contains(0x3A), letters <= 6 { return nil }
        // "ID:ab0cDe": what a board gives a nameless poster for a day, beside the name.
        if name.hasPrefix("ID:") { return nil }
        // "No Comments / 239 Views"
        if digits > 0, CommentCount.read(name) != nil { return nil }
        if isFileName(name) { return nil }
        // "v2.0"
        if digits >= 2, letters <= 1, words == 1, name.contains(".") { return nil }
        if name.hasSuffix("!") || name.hasSuffix("?") || name.hasSuffix(".") && (words > 2 || !endsInInitial(name)) { return nil }
        return name
    }

    /// "Sam P.", "Jo Jr.", "D.E.", and not "Exactly this." or "No."
    private static func endsInInitial(_ name: String) -> Bool {
        let last = name[(name.lastIndex(of: " ").map { name.index(after: $0) } ?? name.startIndex)...]
        return last.dropLast().contains(".") || last.count <= (last.startIndex > name.startIndex ? 3 : 2)
    }

    /// "5100.jpg": a picture that stands in a comment's header.
    private static func isFileName(_ name: String) -> Bool {
        guard let dot = name.utf8.lastIndex(of: 0x2E), dot > name.startIndex else { return false }
        return fileEndings.contains(name[name.index(after: dot)...].lowercased())
    }

    private static let fileEndings: Set<String> = ["jpg", "jpeg", "png", "gif", "webp", "webm", "mp4", "pdf", "svg"]

    /// A text with one blank for every run of white space, and none at its ends.
    private static func onOneLine(_ bytes: ArraySlice<UInt8>) -> String {
        bytes.withUnsafeBufferPointer { bytes in
            // A single word, as many names are.
            if bytes.allSatisfy({ $0 > 0x20 && $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
            var line: [UInt8] = []
            line.reserveCapacity(bytes.count)
            var isParted = false, at = 0
            while at < bytes.count {
                let width = spaceWidth(bytes, at)
                if width > 0 {
                    isParted = !line.isEmpty
                    at += width
                } else {
                    if isParted { line.append(0x20) }
                    isParted = false
                    line.append(bytes[at])
                    at += 1
                }
            }
            return String(decoding: line, as: UTF8.self)
        }
    }

    /// Bytes of the white space that begins here: the signs that Unicode gives the property `White_Space`.
    private static func spaceWidth(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
        let byte = text[at]
        if byte < 0x80 { return byte == 0x20 || byte &- 0x09 < 5 ? 1 : 0 }
        guard at + 1 < text.count else { return 0 }
        let second = text[at + 1]
        if byte == 0xC2 { return second == 0xA0 || second == 0x85 ? 2 : 0 }
        guard byte == 0xE1 || byte == 0xE2 || byte == 0xE3, at + 2 < text.count else { return 0 }
        let third = text[at + 2]
        switch (byte, second) {
        case (0xE1, 0x9A), (0xE3, 0x80): return third == 0x80 ? 3 : 0
        case (0xE2, 0x80): return third &- 0x80 < 11 || third == 0xA8 || third == 0xA9 || third == 0xAF ? 3 : 0
        case (0xE2, 0x81): return third == 0x9F ? 3 : 0
        default: return 0
        }
    }

    /// Whether a name is the one that a page gives to all who have none.
    static func isNobody(_ name: String) -> Bool { ["anonymous", "guest", "anon", "аноним", "гость", "gast", "匿名", "匿名用户", "名無しさん", "名無し", "としあき", "익명", "ㅇㅇ", "مجهول", "anonyme", "anónimo", "anonimo", "anonim", "anonymus"].contains(name.lowercased()) }

    /// The element whose lines a node stands in.
    private static func block(_ node: Int, _ document: HTMLDocument) -> Int? { document.ancestors(node).first { Flow(document.name($0)) != .inline } }

    /// Letters and digits, and whatever is no ASCII and no general punctuation (bullets and dashes begin with C2 or E2).
    private static func isWordByte(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte >= 0xC3 && byte != 0xE2 }

    private static func visible(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 > 0x20 } }

    private static let smallLabels = LabelTable(smallWords)

    /// Words that stand around names and times and are neither.
    static let smallWords: Set<String> = [
        "on", "at", "by", "in", "the", "am", "um", "von", "le", "à", "el", "la", "a", "de", "em", "il", "alle", "op", "om", "в", "от", "posted", "comment", "comments", "date", "datum", "дата", "name",
        "from", "to", "subject", "message", "no", "id", "ago", "and", "edited", "updated", "published", "last", "since", "joined", "uhr", "h", "am", "pm", "日時", "名前", "التاريخ", "الاسم", "fecha", "data",
        "asked", "answered", "tracked", "wrote", "написал", "написала", "time", "today", "yesterday", "posted on", "commented", "submitted", "created", "added", "geschrieben", "geschrieben am", "erstellt", "erstellt am", "verfasst am",
        "publié le", "posté le", "écrit le", "publicado", "publicado el", "enviado", "escrito el", "publicado em", "enviado em", "postado em", "pubblicato il", "inviato il", "geplaatst op", "geplaatst", "dodano", "napisano", "opublikowano", "skrevet", "skapad",
        "опубликовано", "добавлено", "отправлено", "написано", "gönderildi", "yazıldı", "نشر", "كتب", "发表于", "发布于", "發表於", "發布於", "发表", "回复于", "投稿日", "投稿日時", "作成日", "작성일", "등록일",
    ]
}
