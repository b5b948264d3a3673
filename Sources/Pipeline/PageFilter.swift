/// Which pages a run is about: by their addresses and their languages.
package struct PageFilter: Sendable, Hashable {
    /// Patterns of addresses: `*` stands for any characters, `?` for one. With none, every page is in.
    package var included: [String] = []
    package var excluded: [String] = []
    /// BCP 47 tags; `en` stands for `en-GB` too. With none, every page is in.
    package var languages: [String] = []

    package init() {}

    package var isEmpty: Bool { included.isEmpty && excluded.isEmpty && languages.isEmpty }

    /// Why a page with that address is left out; `nil` where it is not.
    package func reason(toLeaveOut url: String?) -> String? {
        guard !included.isEmpty || !excluded.isEmpty else { return nil }
        guard let url else { return included.isEmpty ? nil : "its address is unknown" }
        if excluded.contains(where: { matchesGlob(url, $0) }) { return "--exclude" }
        return included.isEmpty || included.contains { matchesGlob(url, $0) } ? nil : "--include"
    }

    /// Why a page in that language is left out; `nil` where it is not.
    package func reason(toLeaveOutLanguage language: String?) -> String? {
        guard !languages.isEmpty else { return nil }
        guard let language = language?.lowercased() else { return "its language is unknown" }
        let isWanted = languages.contains { wanted in
            let wanted = wanted.lowercased()
            return language == wanted || language.hasPrefix(wanted + "-")
        }
        return isWanted ? nil : "--language"
    }
}

/// Whether a text is what a pattern with `*` and `?` stands for, whole and as it is written. Linear in the text for each `*`.
func matchesGlob(_ text: String, _ pattern: String) -> Bool {
    let text = Array(text.utf8), pattern = Array(pattern.utf8)
    var at = 0, to = 0
    var star: (pattern: Int, text: Int)?
    while at < text.count {
        if to < pattern.count, pattern[to] == 0x2A {
            star = (to, at)
            to += 1
        } else if to < pattern.count, pattern[to] == 0x3F || pattern[to] == text[at] {
            at += 1
            to += 1
        } else if let last = star {
            star = (last.pattern, last.text + 1)
            at = last.text + 1
            to = last.pattern + 1
        } else {
            return false
        }
    }
    while to < pattern.count, pattern[to] == 0x2A { to += 1 }
    return to == pattern.count
}
