extension Labels {
    /// The name in an author's line: without labels, without the address beside it ("Name <name@site>", "https://site Name"), and once where
    /// the page holds it twice, for two widths of screen.
    static func nameAlone(_ line: String) -> String {
        var name = stripAuthor(String(withoutNumber(stripAuthor(line))))
        var signs = Signs(of: &name)
        if signs.contains(.address), name.contains("://"), let space = name.utf8.firstIndex(of: 0x20) {
            name = stripAuthor(String(name[space...]))
            signs = Signs(of: &name)
        }
        if signs.contains(.bracket), let open = name.utf8.lastIndex(of: 0x3C), open > name.startIndex { name = stripAuthor(String(name[..<open])) }
        guard signs.contains(.space) else { return name }
        // "Name — 17th of the Xth, 2011 @ 13:04": a time that is not understood.
        if signs.contains(.digits), let behind = dashes.lazy.compactMap({ name.range(ofSuffixAfter: $0) }).first, name[behind...].utf8.count(where: { $0 &- 0x30 < 10 }) >= 4 {
            name = stripAuthor(String(name[..<behind]))
        }
        // "Name @name@site": the name in full, then the one in the system.
        if signs.contains(.handle), let handle = name.utf8.firstIndex(of: 0x40), handle > name.startIndex, name[name.index(before: handle)] == " ", name[..<handle].contains(where: \.isLetter), !name[handle...].contains(" ") {
            name = stripAuthor(String(name[..<handle]))
        }
        // "J Jo": an initial in place of a portrait.
        if signs.contains(.repeatedLetter), let initial = name.first, initial.isLetter, name.dropFirst().first == " ", let next = name.dropFirst(2).first, next.lowercased() == initial.lowercased(), name.dropFirst(3).first?.isLetter ?? false { name = String(name.dropFirst(2)) }
        return signs.contains(.repeatedLetter) ? saidOnce(name) : name
    }

    /// What of a line asks for a closer look: most names have nothing of it.
    private struct Signs: OptionSet {
        let rawValue: Int
        static let address = Signs(rawValue: 1), bracket = Signs(rawValue: 2), handle = Signs(rawValue: 4), space = Signs(rawValue: 8)
        /// A word that begins as the first one does; with other than ASCII letters it may.
        static let repeatedLetter = Signs(rawValue: 16)
        static let digits = Signs(rawValue: 32)

        init(rawValue: Int) { self.rawValue = rawValue }

        init(of line: inout String) {
            self = line.withUTF8 { bytes in
                var signs: Signs = bytes.starts(with: "http".utf8) ? .address : []
                for at in bytes.indices {
                    switch bytes[at] {
                    case 0x3C: signs.insert(.bracket)
                    case 0x40: signs.insert(.handle)
                    case 0x30...0x39: signs.insert(.digits)
                    case 0x20:
                        signs.insert(.space)
                        if at + 1 < bytes.count, bytes[at + 1] >= 0x80 || lower(bytes[at + 1]) == lower(bytes[0]) { signs.insert(.repeatedLetter) }
                    default: break
                    }
                }
                return signs
            }
        }
    }

    private static let dashes = [" — ", " – ", " - ", " | "]

    /// "Jo Doe – Jo Doe": the words once, where a line says them twice.
    private static func saidOnce(_ name: String) -> String {
        let words = name.utf8.split(separator: 0x20).filter { !$0.elementsEqual("–".utf8) && !$0.elementsEqual("-".utf8) && !$0.elementsEqual("|".utf8) }
        let half = words.count / 2
        guard half > 0, words.count == half * 2, zip(words, words[half...]).allSatisfy({ $0.elementsEqual($1) }) else { return name }
        return words[..<half].map { String(Substring($0)) }.joined(separator: " ")
    }

    /// The name behind the number of its comment: "#12 Jo", "№ 3 Jo".
    static func withoutNumber(_ name: String) -> Substring {
        guard let byte = name.utf8.first, byte == 0x23 || byte == 0xE2, let first = name.first, first == "#" || first == "№" else { return name[...] }
        let rest = name.dropFirst().drop { $0 == " " || $0 == "\u{A0}" }
        let behind = rest.drop { ("0"..."9").contains($0) || $0 == "." || $0 == ":" }
        return behind.startIndex > rest.startIndex && behind.first?.isWhitespace ?? false && behind.contains(where: \.isLetter) ? behind : name[...]
    }

    /// The words that stand before a time, as a name: "Jo el" of "Jo el 3 de mayo".
    static func nameBeforeTime(_ words: String) -> String {
        let name = stripAuthor(String(withoutNumber(stripAuthor(words))))
        guard let space = name.lastIndex(of: " "), timeOpeners.contains(String(name[name.index(after: space)...])) else { return name }
        return stripAuthor(String(name[..<space]))
    }

    private static let timeOpeners: Set<String> = ["am", "um", "el", "le", "il", "op", "om", "den", "dnia", "в", "em", "à", "alle", "kl", "at", "on"]

    /// The name without what stands before and after it: "Posted by", "says:", "schrieb am".
    static func stripAuthor(_ text: String) -> String {
        var copy = text
        return copy.withUTF8 { bytes in
            var range = 0..<bytes.count
            trim(bytes, &range)
            while let rest = withoutAffix(bytes, range) {
                range = rest
                trim(bytes, &range)
            }
            return String(decoding: bytes[range], as: UTF8.self)
        }
    }

    /// The name in a line that says no more than who speaks: "X said:", "X schrieb:"; `nil` for any other line.
    static func speaker(_ line: String) -> String? {
        var copy = line
        let spoken: String? = copy.withUTF8 { bytes in
            var range = 0..<bytes.count
            trim(bytes, &range)
            guard let last = bytes[range].last else { return nil }
            for word in after[Int(lower(last))] where word.count > 2 && word.count < range.count && matches(bytes, range.upperBound - word.count, word) && bytes[range.upperBound - word.count - 1] <= 0x20 {
                return String(decoding: bytes[range.lowerBound..<range.upperBound - word.count], as: UTF8.self)
            }
            return nil
        }
        return spoken.map(nameAlone)
    }

    private static func withoutAffix(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int>? {
        guard let first = bytes[range].first, let last = bytes[range].last else { return nil }
        for word in before[Int(lower(first))] where word.count < range.count && matches(bytes, range.lowerBound, word) {
            let next = bytes[range.lowerBound + word.count]
            if word[word.count - 1] == 0x3A || next == 0x3A || next <= 0x20 || word[word.count - 1] >= 0x80 && next == 0xC2 { return range.lowerBound + word.count..<range.upperBound }
        }
        for word in after[Int(lower(last))] where word.count < range.count && matches(bytes, range.upperBound - word.count, word) {
            let previous = bytes[range.upperBound - word.count - 1]
            // Scripts that put no space between words have none before the label either.
            if previous <= 0x20 || previous == 0xA0 || !isLetter(word[0]) || word[0] >= 0xE3 { return range.lowerBound..<range.upperBound - word.count }
        }
        return nil
    }

    private static func trim(_ bytes: UnsafeBufferPointer<UInt8>, _ range: inout Range<Int>) {
        while !range.isEmpty, let width = junk(bytes, range.lowerBound, range.upperBound) { range = range.lowerBound + width..<range.upperBound }
        while !range.isEmpty {
            let upper = range.upperBound
            // A bracket that opens behind the name holds what is no part of it.
            let width = bytes[upper - 1] == 0x28 || bytes[upper - 1] == 0x5B || bytes[upper - 1] == 0x40 ? 1 : (1...min(3, range.count)).first { junk(bytes, upper - $0, upper) == $0 }
            guard let width else { return }
            range = range.lowerBound..<range.upperBound - width
        }
    }

    /// Bytes of white space or a dividing sign here: `: , | - > /`, U+00A0, « » ·, dashes, bullets, direction marks, full-width colon and opening bracket.
    private static func junk(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> Int? {
        switch bytes[at] {
        case 0...0x20, 0x3A, 0x2C, 0x7C, 0x2D, 0x3E, 0x2F: 1
        case 0xC2 where at + 1 < end && [0xA0, 0xAB, 0xB7, 0xBB].contains(bytes[at + 1]): 2
        case 0xE2 where at + 2 < end && bytes[at + 1] == 0x80 && ((0x80...0x8F).contains(bytes[at + 2]) || (0x93...0x95).contains(bytes[at + 2]) || bytes[at + 2] == 0xA2 || bytes[at + 2] == 0xAF): 3
        case 0xEF where at + 2 < end && bytes[at + 1] == 0xBC && (bytes[at + 2] == 0x9A || bytes[at + 2] == 0x88): 3
        case 0xE3 where at + 2 < end && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x80: 3
        default: nil
        }
    }

    private static func matches(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ word: [UInt8]) -> Bool {
        for offset in 0..<word.count where lower(bytes[at + offset]) != word[offset] { return false }
        return true
    }

    private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
    private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) }

    /// Whether a text is only such words and names nobody.
    static func isAffix(_ text: String) -> Bool { affixes.contains(text) }
    static func isAffix(_ label: UInt64) -> Bool { affixes.contains(label) }

    private static let affixes = LabelTable((openingWords + closingWords).filter { !["user:", "member:", "name:", "from", "on", "at", "by", "da", "von", "por", "par", "door"].contains($0) })
    private static let before = byEdge(openingWords) { $0.first }
    private static let after = byEdge(closingWords) { $0.last }

    /// Words by one of their end bytes, the longest first; with and without a capital where that is no ASCII letter.
    private static func byEdge(_ words: [String], _ edge: ([UInt8]) -> UInt8?) -> [[[UInt8]]] {
        var table = [[[UInt8]]](repeating: [], count: 256)
        for word in words {
            for form in Set([word, word.prefix(1).uppercased() + word.dropFirst()]) {
                let bytes = form.utf8.map(lower)
                if let byte = edge(bytes), !table[Int(byte)].contains(bytes) { table[Int(byte)].append(bytes) }
            }
        }
        return table.map { $0.sorted { $0.count > $1.count } }
    }

    private static let openingWords = [
        "reviewed by", "updated by", "answered by", "asked by", "replied by", "added by", "created by", "started by", "sent by", "contributed by", "review by", "answer by", "response by", "comment from:", "comment from", "response from:", "bewertet von", "beantwortet von", "gefragt von", "comment by", "comments by", "commented by", "posted by:", "posted by", "written by", "submitted by", "author:", "by:", "by", "from:", "from", "name:", "left by", "reply by", "said by", "user:", "username:", "member:",
        "permalink to comment by", "kommentar von", "geschrieben von", "verfasst von", "von:", "von", "par:", "par", "écrit par", "publié par", "por:", "por", "escrito por", "publicado por", "da:", "scritto da", "inviato da", "postato da", "pubblicato da", "commento di", "enviado por", "comentario de", "comentário de", "commentaire de", "rédigé par", "envoyé par", "dodał:", "dodane przez", "napisał(a):", "přidal:", "írta:", "beküldte:", "người gửi:", "gönderen", "autor:", "autore:", "door:", "door", "автор:", "от:", "комментирует", "yazan:", "gönderen:", "作者:", "作者：", "投稿者:", "投稿者：", "投稿:", "投稿：",
    ]
    private static let closingWords = [
        "said...", "said…", "says...", "says…", "says:", "said:", "wrote:", "writes:", "writes...", "commented:", "commented", "replied:", "replied", "responded:", "responds:", "posted:", "wrote on", "said on", "posted on", "commented on", "replied on", "schrieb am", "a écrit le", "escribió el", "ha scritto il", "napisał(a):", "написал:", "написала:", "написал(а):", "написал", "написала", "says", "said", "wrote", "writes", "on", "at", "in reply", "(not verified)...",
        "sagt:", "sagt", "schrieb:", "schrieb", "schreibt:", "schreibt", "meint:", "meinte:", "a dit :", "a dit:", "a dit", "dit :", "dit:", "dit", "a écrit :", "a écrit", "dijo:", "dijo...", "dijo", "dice:", "dice", "escribió:", "escribió", "disse:", "disse...", "disse", "diz:", "diz", "ha detto:", "ha detto", "scrive:", "ha scritto:", "zegt:", "zei:", "schreef:", "pisze:", "mówi:", "napisał:", "säger:", "skrev:", "siger:", "sanoo:", "пишет:", "пишет", "говорит:", "говорит", "сказал:", "сказал(а):", "сказав:", "diyor ki:", "dedi ki:", "dedi ki", "yazdı:", "يقول:", "يقول", "قال:", "说道：", "说：", "说道:", "发表于", "發表於", "发布于", "發佈於", "より:", "より：", "さんの発言:",
    ]
}
