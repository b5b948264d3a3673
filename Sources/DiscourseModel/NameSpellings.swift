internal import Foundation

/// A name in the ways in which a text may write the same letters: composed or decomposed, with a straight or a curly apostrophe, with
/// its blanks as addresses have them, escaped as in an address. The name itself comes first.
package func spellings(of name: String) -> [String] {
    var all = [name]
    func add(_ text: String) {
        // Swift calls two strings equal that a byte-wise search tells apart.
        if !all.contains(where: { $0.utf8.elementsEqual(text.utf8) }) { all.append(text) }
    }
    add(name.precomposedStringWithCanonicalMapping)
    for (mark, other) in [("'", "’"), ("’", "'")] where name.contains(mark) { add(name.replacing(mark, with: other)) }
    for text in all { add(text.decomposedStringWithCanonicalMapping) }
    if name.contains(" ") { for blank in ["+", "_", "-", "."] { add(name.replacing(" ", with: blank)) } }
    if let escaped = name.precomposedStringWithCanonicalMapping.addingPercentEncoding(withAllowedCharacters: .alphanumerics.intersection(CharacterSet(charactersIn: "\u{0}"..."\u{7F}"))) {
        add(escaped)
    }
    return all
}
