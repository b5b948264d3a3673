package import DiscourseModel
import Foundation

/// Writes new pattern files. One that is there is never changed.
package enum PatternFileWriter {
    /// A file with one tag to begin with; it holds its own examples.
    package static func newFile(_ id: String, kind: TagDefinition.Kind, language: String) -> String {
        head(set: setName(of: id), kind: kind, language: language) + "\n" + newTag(id)
    }

    /// A tag to begin with, for a file that is there.
    package static func newTag(_ id: String) -> String {
        let name = id.dropFirst(setName(of: id).count + 1)
        return """
            [[tag]]
            id       = "\(name)"
            label    = "\(readable(String(name)))"
            about    = "What it is, in one sentence."
            # source = { taxonomy = "", code = "", cite = "" }
            status   = "experimental"                  # stable, once it was measured
            any      = ['example words?']              # each line is an expression; a blank matches any white space
            unless   = ['(?:no|not an) example words?']  # cancels the matches it overlaps
            match    = ["These are [[example words]]."]
            no_match = ["This is not an example word."]

            """
    }

    /// A dictionary as a pattern file: `*` stands for any letters, `?` for one, as in quanteda; a blank for any white space.
    package static func file(_ dictionary: WordDictionary, set: String, kind: TagDefinition.Kind, language: String, source: String) -> String {
        var text = "# From \(source.split(whereSeparator: \.isNewline).joined(separator: " ")): * was made \\w*, and ? was made \\w.\n"
        text += head(set: set, kind: kind, language: language)
        var known: Set<String> = []
        for category in dictionary.categories { write(category, path: [], &known, &text) }
        return text
    }

    private static func head(set: String, kind: TagDefinition.Kind, language: String) -> String {
        "format   = 1\nset      = \"\(set)\"\nkind     = \"\(kind.rawValue)\"\nlanguage = \"\(language)\"\n"
    }

    private static func write(_ category: WordDictionary.Category, path: [String], _ known: inout Set<String>, _ text: inout String) {
        var id = slug(category.name)
        // Two names may come to the same id.
        var number = 2
        while !known.insert((path + [id]).joined(separator: "/")).inserted {
            id = "\(slug(category.name))-\(number)"
            number += 1
        }
        let path = path + [id]
        var seen: Set<String> = []
        let words = category.words.filter { word in word.contains { !$0.isWhitespace } && seen.insert(word.lowercased()).inserted }
        if !words.isEmpty {
            text += "\n[[tag]]\nid    = \"\(path.joined(separator: "/"))\"\nlabel = \(quoted(category.name))\nstatus = \"experimental\"\nany = [\n"
            for word in words { text += "  \(literal(expression(word))),\n" }
            text += "]\n"
            if let plain = words.first(where: { !$0.contains("*") && !$0.contains("?") }) { text += "match = [\(quoted("[[\(joined(plain))]]"))]\n" }
        }
        for part in category.parts { write(part, path: path, &known, &text) }
    }

    /// A word of a dictionary as an expression.
    private static func expression(_ word: String) -> String {
        var expression = ""
        for character in joined(word) {
            switch character {
            case "*": expression += "\\w*"
            case "?": expression += "\\w"
            case ".", "+", "(", ")", "[", "]", "{", "}", "^", "$", "|", "\\": expression += "\\\(character)"
            default: expression.append(character)
            }
        }
        return expression
    }

    private static func joined(_ word: String) -> String { word.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    /// A TOML literal string, or a basic one where the text has an apostrophe.
    private static func literal(_ text: String) -> String { text.contains("'") ? quoted(text) : "'\(text)'" }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\u{0}"..<" ", "\u{7F}": quoted += " "
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

/// A name as a part of an id: `Air Strikes (2)` → `air-strikes-2`, `Économie` → `economie`, `война` → `vojna`.
package func slug(_ name: String) -> String {
    let latin = name.applyingTransform(StringTransform("Any-Latin; Latin-ASCII"), reverse: false) ?? name
    var slug = ""
    for scalar in latin.lowercased().unicodeScalars where scalar != "'" {
        if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) {
            slug.unicodeScalars.append(scalar)
        } else if !slug.isEmpty, slug.last != "-" {
            slug.append("-")
        }
    }
    while slug.last == "-" { slug.removeLast() }
    return slug.isEmpty ? "tag" : slug
}
