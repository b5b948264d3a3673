import Markup

/// What a text's comments answer by number: ">>5101" or "#3" before the words, "In reply to #3" in the header, where the headers bear such numbers.
struct PostReferences {
    let document: TextDocument
    let lines: [TextLine]

    /// For each record the one it names; all `nil` where the records bear no numbers of their own.
    func answered(by records: [TextRecord]) -> [Int?] {
        var owner: [String: Int?] = [:], numbered = 0
        let own = records.map(number)
        for (index, number) in own.enumerated() {
            guard let number else { continue }
            numbered += 1
            // A number that two records bear is none's.
            owner[number] = owner[number] == nil ? index : .some(nil)
        }
        guard numbered >= 2, numbered * 10 >= records.count * 8, owner.count * 10 >= numbered * 9 else { return records.map { _ in nil } }
        return records.indices.map { index in
            guard let named = reference(records[index], own: own[index]), let answered = owner[named] ?? nil, answered != index else { return nil }
            return answered
        }
    }

    /// The number of a post in its header, or before its words: "#3", "No. 3", "3楼", "Comment 3", "3: Jo", "3 名前：Jo".
    private func number(_ record: TextRecord) -> String? {
        let header = record.lines.lowerBound..<max(record.body.lowerBound, record.lines.lowerBound)
        for index in Array(header) + [record.body.lowerBound] where index < record.lines.upperBound {
            let tokens = lines[index].tokens
            // The mark alone tells a number before the words from the first of a list.
            let isHeader = index < record.body.lowerBound
            for (place, token) in tokens.enumerated().prefix(isHeader ? 16 : 2) where token.kind == .number {
                if place > 0, tokens[place - 1].folded == "#" || isHeader && PostReferences.signs.contains(tokens[place - 1].folded) { return token.folded }
                if place > 1, isHeader, tokens[place - 1].folded == ".", PostReferences.signs.contains(tokens[place - 2].folded) { return token.folded }
                guard isHeader, place == 0, place + 1 < tokens.count else { continue }
                if PostReferences.floors.contains(tokens[1].folded) || tokens[1].classes.contains(.by) || tokens[1].kind == .mark && ":.：)|".contains(tokens[1].folded) && tokens.count > 2 { return token.folded }
            }
        }
        return nil
    }

    private static let signs: Set<String> = ["no", "nr", "num", "comment", "post", "message", "reply", "kommentar", "beitrag", "commentaire", "comentario", "commento", "komentarz", "комментарий"]
    static let floors: Set<String> = ["楼", "樓", "층", "階"]

    /// The number that the first words, or a label in the header, name.
    private func reference(_ record: TextRecord, own: String?) -> String? {
        for index in record.lines.lowerBound..<min(record.lines.upperBound, record.body.lowerBound + 2) {
            let tokens = lines[index].tokens
            if index > record.anchor || index >= record.body.lowerBound, tokens.count >= 3, tokens[0].folded == ">", tokens[1].folded == ">", tokens[2].kind == .number { return tokens[2].folded }
            for (place, token) in tokens.enumerated().dropFirst() where token.kind == .number && token.folded != own && tokens[place - 1].folded == "#" {
                let before = tokens[..<(place - 1)]
                if index >= record.body.lowerBound {
                    // "#4 #3 The ferry ...", "#3 The ferry ...": nothing but numbers stands before.
                    if before.allSatisfy({ $0.kind != .word }) { return token.folded }
                }
                // "Reply to #3"; "Reply #3" counts the post itself.
                if lines[index].words <= 12, let verb = before.lastIndex(where: { $0.classes.contains(.reply) || $0.classes.contains(.comment) }), verb + 1 < place - 1 { return token.folded }
            }
        }
        return nil
    }
}

extension TextLine {
    /// "#12", "Jo posted May 3, 2024 10:12 #12": the number of a post, alone or beside a time of day.
    var markedNumber: Int? {
        guard has([.postNumber, .timeOfDay]), let mark = tokens.firstIndex(where: { $0.folded == "#" }), mark + 1 < tokens.count else { return nil }
        return Int(tokens[mark + 1].folded)
    }
}
