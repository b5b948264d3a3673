/// The number of comments that a heading states: "118 Comments", "Комментарии (12)", "12 responses to …", "コメント 5件".
enum CommentCount {
    /// - Returns: the number, where the line is short and holds one beside a word for comments; "No comments" is 0.
    static func read(_ line: String) -> Int? {
        guard line.utf8.count <= 160, let lower = lowered(line), let at = endOfFirstWord(lower) else { return nil }
        if lower.hasPrefix("no ") || lower.hasPrefix("keine ") || lower.hasPrefix("aucun ") || lower.hasPrefix("нет ") { return 0 }
        let before = lower.unicodeScalars[..<at].reversed()
        // The number must touch the word, but for a word or a bracket between.
        if let start = before.firstIndex(where: { isNumber($0) || $0 == "(" }), before.distance(from: before.startIndex, to: start) <= 24,
            let ahead = number(before[start...].prefix { isNumber($0) || $0 == "," || $0 == "." || $0 == "\u{A0}" }.reversed())
        {
            return ahead
        }
        let behind = lower.unicodeScalars[at...]
        guard let start = behind.firstIndex(where: isNumber), behind.distance(from: at, to: start) <= 6 else { return nil }
        return number(behind[start...].prefix { isNumber($0) || $0 == "," })
    }

    /// Whether a short line is the heading of a comment section: "Comments", "12 responses to …", "Kommentare:".
    static func isHeading(_ line: String) -> Bool {
        guard line.utf8.count <= 120, let lower = lowered(line), endOfFirstWord(lower) != nil else { return false }
        return read(line) != nil || lower.split(whereSeparator: { !$0.isLetter }).count <= 3
    }

    /// A line in lower case; `nil` for one without a word for comments: most lines, and nothing is made of these.
    private static func lowered(_ line: String) -> String? {
        var line = line
        return line.withUTF8(holdsWord) ? line.lowercased() : nil
    }

    private static func holdsWord(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        if line.allSatisfy({ $0 < 0x80 }) { return endOfFirstWord(line) != nil }
        var folded: [UInt8] = []
        folded.reserveCapacity(line.count)
        while folded.count < line.count {
            let (low, high) = LabelTable.lowered(line, folded.count, line.count)
            folded.append(low)
            if let high { folded.append(high) }
        }
        return folded.withUnsafeBufferPointer(endOfFirstWord) != nil
    }

    /// Where the word for comments that ends first in a line ends.
    private static func endOfFirstWord(_ line: String) -> String.Index? {
        var line = line
        return line.withUTF8(endOfFirstWord).map { line.utf8.index(line.utf8.startIndex, offsetBy: $0) }
    }

    private static func endOfFirstWord(_ line: UnsafeBufferPointer<UInt8>) -> Int? {
        func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
        var end = Int.max
        // A word that begins later may end earlier.
        for at in line.indices.dropLast() where at < end && seconds[Int(lower(line[at]))] >> UInt32(line[at + 1] & 0x1F) & 1 != 0 {
            for word in words[Int(lower(line[at]))] where at + word.count <= min(line.count, end - 1) && word.indices.allSatisfy({ lower(line[at + $0]) == word[$0] }) { end = at + word.count }
        }
        return end == .max ? nil : end
    }

    private static func isNumber(_ scalar: Unicode.Scalar) -> Bool { scalar.isASCII ? ("0"..."9").contains(scalar) : scalar.properties.numericType != nil }

    private static func number(_ text: some Sequence<Unicode.Scalar>) -> Int? {
        let digits = String(String.UnicodeScalarView(text.filter(isNumber)))
        guard !digits.isEmpty, digits.utf8.count <= 7 else { return nil }
        return Int(digits)
    }

    /// By their first byte.
    private static let words: [[[UInt8]]] = {
        var words = [[[UInt8]]](repeating: [], count: 256)
        for word in list { words[Int(word.utf8.first ?? 0)].append(Array(word.utf8)) }
        return words
    }()

    /// By first byte, a bit for each second one: at most places of a line no word begins.
    private static let seconds: [UInt32] = words.map { $0.reduce(0) { $0 | 1 << UInt32($1[1] & 0x1F) } }

    private static let list = [
        "comment", "response", "replies", "reply", "reader comment", "thoughts on", "reactions", "kommentar", "antworten", "beiträge", "commentaire", "réponse", "réaction",
        "comentario", "respuesta", "opiniones", "comentário", "resposta", "commenti", "commento", "risposte", "reacties", "komentarz", "odpowiedzi", "комментари", "коммент",
        "ответ", "yorum", "cevap", "تعليق", "ردود", "评论", "評論", "留言", "回复", "回覆", "コメント", "返信", "댓글",
        "comentari", "komentar", "komentář", "коментар", "hozzászólás", "kommentit", "kommenttia", "σχόλι", "σχολι", "תגובות", "نظرات", "دیدگاه", "टिप्पणी", "ความคิดเห็น", "bình luận", "komentār", "kommentaar", "ummæli", "iruzkin",
    ]
}
