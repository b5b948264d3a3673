/// Names without what a system shows beside each.
enum OwnNames {
    /// The names of a page's records, where most of them show something beside the name: a handle ("Jo Marsh @jo"), or the text of a portrait
    /// ("Jo MarshJo Marsh", "jo avatar jo"). One alone may be called so.
    static func of(_ names: [String?]) -> [String?] {
        let names = names.map { $0.map(withoutEdited) }
        return [withoutSign, withoutComma, withoutHandle, half].reduce(withoutCounts(withoutNumbers(withoutLabels(cut(names, by: withoutPlace)))), cut)
    }

    /// Whether one person wrote four records and more, and nobody else any: that is a report and no discussion.
    static func areOfOne(_ names: [String?]) -> Bool {
        guard names.count >= 4, let first = names[0], !NamesBesideTimes.isNobody(first) else { return false }
        return names.allSatisfy { $0 == first }
    }

    /// "Jo (edited)": what is said of the comment is no part of the name.
    private static func withoutEdited(_ name: String) -> String {
        guard name.hasSuffix(")"), let open = name.lastIndex(of: "("), open > name.startIndex, Vocabulary.words[Folding.fold(String(name[name.index(after: open)...].dropLast()))]?.contains(.unposted) ?? false else { return name }
        return String(name[..<open].reversed().drop(while: \.isWhitespace).reversed())
    }

    /// The names cut, where most of them can be.
    private static func cut(_ names: [String?], by own: (String) -> String?) -> [String?] {
        let bare = names.map { $0.flatMap(own) }
        let count = bare.count { $0 != nil }
        return count >= 3 && count * 10 >= names.count(where: { $0 != nil }) * 6 ? zip(bare, names).map { $0 ?? $1 } : names
    }

    /// "1Jo", "2Ana", "3. Ruan": numbers before the names that count up are those of the comments.
    private static func withoutNumbers(_ names: [String?]) -> [String?] {
        let numbers = names.map { $0.flatMap { Int($0.prefix { $0.isASCII && $0.isNumber }) } }
        guard names.count >= 3, zip(numbers, numbers.dropFirst()).count(where: { $1 != nil && $1 == $0.map { $0 + 1 } }) * 10 >= (names.count - 1) * 8 else { return names }
        return names.map { name in
            let bare = name?.drop { $0.isNumber }.drop { $0.isWhitespace || $0 == "." || $0 == ")" }
            return bare.flatMap { $0.contains(where: \.isLetter) ? String($0) : name }
        }
    }

    /// "Jo12", "Ana3": a few may have numbers in their names; where all have, the numbers are counts of the page.
    private static func withoutCounts(_ names: [String?]) -> [String?] {
        guard names.allSatisfy({ $0?.utf8.last.map { $0 &- 0x30 < 10 } ?? true }) else { return names }
        let bare = names.map { name in name.map { $0.reversed().drop { $0.isASCII && $0.isNumber }.reversed() }.map { String($0) } }
        let named = names.count { $0 != nil }
        guard named >= 5, zip(bare, names).allSatisfy({ $0.map { $0.contains(where: \.isLetter) && $0.last?.isWhitespace == false } ?? true && ($0 != $1 || $1 == nil) }), Set(bare).count >= 3 else { return names }
        return bare
    }

    /// "Gönderen Ruan", "Ruan szerint", "Jo pisze": a word that begins, or ends, nearly every name of a page, or in small letters most of them,
    /// is no part of a name, in whatever language.
    static func withoutLabels(_ names: [String?]) -> [String?] {
        var names = names
        // A label may have several words, "on Chapter 1".
        for atEnd in [false, false, true, true, true] {
            let parted = names.map { $0.flatMap { edgeWord($0, atEnd: atEnd) } }
            let named = names.count { $0 != nil }
            guard let (word, found) = Dictionary(grouping: parted.compactMap(\.self), by: \.word).max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }),
                named >= 5 && found.count * 10 >= named * 9 || word.allSatisfy({ $0.isLetter && !$0.isUppercase }) && found.count * 10 >= named * 7,
                Set(found.map(\.rest)).count >= 3
            else { continue }
            for (index, part) in parted.enumerated() { if let part, part.word == word { names[index] = String(part.rest) } }
        }
        return names
    }

    /// The last or the first word of a name, and the others.
    private static func edgeWord(_ name: String, atEnd: Bool) -> (word: Substring, rest: Substring)? {
        guard let space = atEnd ? name.utf8.lastIndex(of: 0x20) : name.utf8.firstIndex(of: 0x20) else { return nil }
        let behind = name[name.index(after: space)...]
        let (word, rest) = atEnd ? (behind, name[..<space]) : (name[..<space], behind)
        return word.contains(where: { $0.isLetter || $0.isNumber }) && rest.contains(where: { $0.isLetter || $0.isNumber }) ? (word, rest) : nil
    }

    /// "~Jo": how a page marks guests.
    private static func withoutSign(_ name: String) -> String? { name.hasPrefix("~") ? String(name.dropFirst()) : nil }

    /// "Jo, Oslo, 3 May": what stands behind the name is none of it.
    private static func withoutComma(_ name: String) -> String? { name.hasSuffix(",") ? String(name.dropLast()) : nil }

    /// "小桥流水[浙江杭州]": where someone writes from.
    private static func withoutPlace(_ name: String) -> String? {
        guard name.hasSuffix("]"), let open = name.lastIndex(of: "["), open > name.startIndex else { return nil }
        return String(name[..<open].reversed().drop(while: \.isWhitespace).reversed())
    }

    /// "Jo Marsh @jo", "Jo Marsh (@jo@example.social)", "Jo Marsh@jo": the name alone; `nil` where there is no handle. An e-mail address has none.
    private static func withoutHandle(_ name: String) -> String? {
        guard let at = name.firstIndex(of: "@"), at > name.startIndex else { return nil }
        let isApart = !(name[name.index(before: at)].isLetter || name[name.index(before: at)].isNumber)
        let handle = name[name.index(after: at)...]
        guard handle.count >= 2, !handle.contains(where: \.isWhitespace), isApart || !handle.contains(".") && !handle.contains("@") else { return nil }
        let bare = name[..<at].reversed().drop { $0.isWhitespace || $0 == "(" || $0 == "·" || $0 == "•" }.reversed()
        return bare.contains { $0.isLetter || $0.isNumber } ? String(bare) : nil
    }

    /// What a text says twice, with nothing between or a word for a picture.
    private static func half(_ name: String) -> String? {
        let scalars = Array(name.unicodeScalars)
        for size in stride(from: scalars.count / 2, to: 1, by: -1) where scalars.suffix(size).elementsEqual(scalars.prefix(size)) {
            let between = String(String.UnicodeScalarView(scalars[size..<(scalars.count - size)])).split(whereSeparator: \.isWhitespace).map { Folding.fold(String($0)) }
            return between.allSatisfy(Vocabulary.portraits.contains) ? String(String.UnicodeScalarView(scalars.prefix(size))) : nil
        }
        return nil
    }
}
