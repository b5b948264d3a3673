import DiscourseModel

extension IndexSection {
    /// Words that set sites, or the earlier from the later comments, apart.
    static let words = IndexSection(id: "words", title: "Words that set them apart", template: "index-words") { material in
        guard !material.corpus.words.isEmpty else { return nil }
        return [
            "groups": .list(material.corpus.words.map { group in
                [
                    "first": .text(group.first), "second": .text(group.second), "leftOut": .optional(group.figures.leftOut),
                    "words": .text("\(grouped(group.figures.firstWords)) words against \(grouped(group.figures.secondWords))"), "cutoff": .text(twoDecimals(Minimum.keyZ)), "least": .number(Minimum.wordUses),
                    "hasFew": .flag(group.figures.leftOut == nil && group.figures.words.isEmpty),
                    "sides": .list([(group.first, true), (group.second, false)].compactMap { name, isFirst -> Fields? in
                        let words = group.figures.words.filter { ($0.z > 0) == isFirst }
                        return words.isEmpty ? nil : ["name": .text(name), "rows": .list(words.prefix(rowLimit).map { row(material, $0, isFirst) })]
                    }),
                ]
            })
        ]
    }
}

private let rowLimit = 12

private func row(_ material: IndexMaterial, _ word: KeyWord, _ isFirst: Bool) -> Fields {
    [
        "word": .text(word.word), "own": .number(isFirst ? word.inFirst : word.inSecond), "other": .number(isFirst ? word.inSecond : word.inFirst),
        "comments": .number(word.comments.count), "authors": .number(word.authors), "articles": .number(word.pages), "dispersion": .text(twoDecimals(word.dispersion)),
        "g2": .text(oneDecimal(word.g2)), "ratio": .text(twoDecimals(abs(word.logRatio))), "z": .text(oneDecimal(abs(word.z))),
        "at": material.links(to: word.comments, limit: 2),
    ]
}
