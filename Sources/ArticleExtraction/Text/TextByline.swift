import DiscourseModel
import TimeExpressions

/// Who wrote the article and when, from the short rows beside its headline.
enum TextByline {
    /// "by", "posted by" ... in the languages met most; in small letters, with the space.
    private static let labels = [
        "by ", "posted by ", "written by ", "published by ", "author: ", "by: ", "story by ", "words by ", "submitted by ", "von ", "autor: ", "par ", "publié par ",
        "por ", "publicado por ", "escrito por ", "di ", "scritto da ", "door ", "geschreven door ", "autor: ", "napisał ", "автор: ", "автор ", "skriven av ",
        "av ", "af ", "yazan: ", "الكاتب: ", "作者：", "作者:", "文／", "文/",
    ]

    /// A line that names an author, without a label before the name.
    static func withoutLabel(_ line: String) -> String {
        let folded = line.lowercased()
        guard let label = labels.first(where: { folded.hasPrefix($0) }), folded.count == line.count else { return line }
        return TextFurniture.trim(String(line.dropFirst(label.count)))
    }

    /// The name behind the label: up to a date, a bar or a comma; at most six words, the first with a capital where the script has them.
    static func read(_ row: String) -> String? {
        guard row.utf8.count <= 160 else { return nil }
        let folded = row.lowercased()
        for label in labels where folded.hasPrefix(label) {
            var rest = TextFurniture.trim(String(row.dropFirst(label.count)))
            if let time = reader.first(in: rest) { rest = String(decoding: Array(rest.utf8)[..<time.range.lowerBound], as: UTF8.self) }
            for mark in ["  ", "\t", " | ", " on ", " in ", " at ", ", ", " · ", " • ", " – ", " - ", " — ", "("] { rest = TextFurniture.split(rest, mark)[0] }
            while let last = rest.last, last == " " || last == "," || last == "|" || last == "-" || last == "." || last == "·" || last == "•" || last == ":" { rest.removeLast() }
            for word in [" on", " at", " in", " am", " le", " el", " il", " op", " om"] where rest.hasSuffix(word) { rest.removeLast(word.count) }
            rest = TextFurniture.trim(rest)
            let words = rest.split(separator: " ")
            guard let first = rest.first, first.isLetter, !first.isLowercase || label.hasSuffix(": ") || label.hasPrefix("posted") || label.hasPrefix("submitted"),
                words.count <= 6, rest.utf8.count >= 2, rest.utf8.count <= 80
            else { return nil }
            return rest
        }
        return nil
    }

    /// The full date a short row states, where it states little else than that and a byline.
    static func date(_ row: String, reader: TimeReader = reader) -> Timestamp? {
        guard row.utf8.count <= 120, let time = reader.first(in: row), !time.isRelative, let stamp = time.timestamp else { return nil }
        let rest = row.utf8.count - time.range.count
        return rest <= 24 || (rest <= 80 && (read(row) != nil || isLabelled(row) || isUpdate(row))) ? stamp : nil
    }

    static func isUpdate(_ row: String) -> Bool {
        let folded = row.lowercased()
        return ["updated", "last updated", "modified", "last modified", "aktualisiert", "mis à jour", "actualizado", "atualizado", "aggiornato", "обновлено", "uppdaterad"].contains {
            folded.hasPrefix($0)
        }
    }

    private static func isLabelled(_ row: String) -> Bool {
        let folded = row.lowercased()
        return ["posted", "published", "written", "created", "submitted", "first published", "veröffentlicht", "publié", "publicado", "pubblicato", "geplaatst", "opublikowano", "опубликовано"].contains {
            folded.hasPrefix($0)
        }
    }

    static let reader = TimeReader(reference: nil, language: nil, dayFirst: nil)
}
