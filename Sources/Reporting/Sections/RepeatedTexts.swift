import DiscourseModel

extension ReportSection {
    /// Comments that repeat one another, and runs of words that several authors use.
    static let repeatedTexts = ReportSection(
        id: "repeated", title: "Repeated texts", template: "repeated", isMinor: true,
        html: { material in
            guard let detail = material.page.measures.detail, !detail.repeatedTexts.isEmpty || !detail.phrases.isEmpty else { return nil }
            return [
                "hasTexts": .flag(!detail.repeatedTexts.isEmpty), "hasPhrases": .flag(!detail.phrases.isEmpty),
                "texts": .list(detail.repeatedTexts.prefix(rowLimit).map { text in
                    [
                        "words": .text(text.comments.first.map { excerpt(material.comments[$0].text, limit: 160) } ?? ""),
                        "how": .text(text.isExact ? "word for word" : "nearly the same"), "authors": .text(authors(text.authors)),
                        "comments": .markup(("\(comments: text.comments, limit: 6)" as Prose).markup(material)),
                    ]
                }),
                "phrases": .list(detail.phrases.prefix(rowLimit).map { phrase in
                    [
                        "words": .text(phrase.words), "authors": .text(authors(phrase.authors)),
                        "comments": .markup(("\(comments: phrase.comments, limit: 6)" as Prose).markup(material)),
                    ]
                }),
            ]
        },
        markdown: { material in
            guard let detail = material.page.measures.detail, !detail.repeatedTexts.isEmpty || !detail.phrases.isEmpty else { return nil }
            let texts = detail.repeatedTexts.prefix(rowLimit).map { text -> Prose in
                "“\(name: text.comments.first.map { excerpt(material.comments[$0].text, limit: 100) } ?? "")”, \(text.isExact ? "word for word" : "nearly the same"), by \(authors(text.authors)): \(comments: text.comments)"
            }
            let phrases = detail.phrases.prefix(rowLimit).map { phrase -> Prose in
                "“\(name: phrase.words)”, by \(authors(phrase.authors)): \(comments: phrase.comments)"
            }
            return (texts + phrases).map { "- " + $0.markdown(material) }.joined(separator: "\n")
        },
        absence: { material in
            material.page.measures.detail == nil || material.comments.count < 2 ? nil : "Repeated texts: no two comments repeat one another, and no run of words recurs with several authors."
        })
}

private let rowLimit = 20

private func authors(_ count: Int) -> String { count == 0 ? "nobody named" : counted(count, "author") }
