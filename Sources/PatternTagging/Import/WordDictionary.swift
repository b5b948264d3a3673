/// A dictionary of another tool: categories, nested perhaps, with their words.
package struct WordDictionary: Hashable, Sendable {
    package struct Category: Hashable, Sendable {
        /// As the dictionary has it.
        package var name: String
        package var words: [String] = []
        package var parts: [Category] = []

        package init(name: String, words: [String] = [], parts: [Category] = []) {
            (self.name, self.words, self.parts) = (name, words, parts)
        }
    }

    package var categories: [Category]

    package init(categories: [Category]) { self.categories = categories }

    /// From pairs of a word and its category, the categories in the order of their first words; `a/b` is a category in another.
    package init(pairs: [(word: String, category: String)]) {
        categories = []
        for pair in pairs { add(pair.word, path: pair.category.split(separator: "/").map { String($0) }, to: &categories) }
    }

    private func add(_ word: String, path: [String], to list: inout [Category]) {
        guard let name = path.first else { return }
        let index = list.firstIndex { $0.name == name } ?? list.count
        if index == list.count { list.append(Category(name: name)) }
        if path.count == 1 { list[index].words.append(word) } else { add(word, path: Array(path.dropFirst()), to: &list[index].parts) }
    }

    /// Takes out what cannot become a line or a tag: words of wild cards alone, which every word of a text would match, and categories without
    /// words. Says what was taken out.
    package mutating func takeOutUseless() -> [String] {
        var taken: [String] = []
        func clean(_ list: inout [Category], path: String) {
            for index in list.indices {
                let name = path + list[index].name
                let wild = list[index].words.filter { $0.allSatisfy { $0 == "*" || $0 == "?" || $0.isWhitespace } }
                list[index].words.removeAll(where: wild.contains)
                taken += wild.map { $0.contains { !$0.isWhitespace } ? "'\($0)' in \(name) would match every word" : "an empty word in \(name)" }
                clean(&list[index].parts, path: name + "/")
                if wild.isEmpty, list[index].words.isEmpty, list[index].parts.isEmpty { taken.append("the category \(name) has no words") }
            }
            list.removeAll { $0.words.isEmpty && $0.parts.isEmpty }
        }
        clean(&categories, path: "")
        return taken
    }

    /// The words of all categories.
    package var wordCount: Int {
        func count(_ list: [Category]) -> Int { list.reduce(0) { $0 + $1.words.count + count($1.parts) } }
        return count(categories)
    }
}
