internal import Foundation

/// A name in the ways in which a text may write the same letters: composed or decomposed, with a straight or a curly apostrophe, with
/// its blanks as addresses and handles have them, escaped as in an address; and, since a search folds no letters beyond ASCII, such a
/// name in small letters and in capitals. The name itself comes first.
package func spellings(of name: String) -> [String] {
    var all = [name]
    func add(_ text: String) {
        // Swift calls two strings equal that a byte-wise search tells apart.
        if !all.contains(where: { $0.utf8.elementsEqual(text.utf8) }) { all.append(text) }
    }
    add(name.precomposedStringWithCanonicalMapping)
    for (mark, other) in [("'", "’"), ("’", "'")] where name.contains(mark) { add(name.replacing(mark, with: other)) }
    for text in all { add(text.decomposedStringWithCanonicalMapping) }
    if !name.utf8.allSatisfy({ $0 < 0x80 }) { for text in all { for other in [text.lowercased(), text.uppercased()] { add(other) } } }
    if name.contains(" ") {
        for blank in ["+", "_", "-", "."] { add(name.replacing(" ", with: blank)) }
        let joined = name.replacing(" ", with: "")
        if joined.count > mostLettersOfWords { add(joined) }
    }
    if let escaped = name.precomposedStringWithCanonicalMapping.addingPercentEncoding(withAllowedCharacters: .alphanumerics.intersection(CharacterSet(charactersIn: "\u{0}"..."\u{7F}"))) {
        add(escaped)
    }
    return all
}

/// Letters of the longest name that is taken for a word.
package let mostLettersOfWords = 6
