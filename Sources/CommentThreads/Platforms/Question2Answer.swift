internal import Markup

extension Platform {
    /// Question2Answer: a question, its answers, and remarks on both.
    static let question2Answer = Platform(
        name: "question2answer", item: Selector(literal: ".qa-q-view, .qa-a-list-item, .qa-c-list-item"), author: Selector(literal: ".qa-user-link, .qa-q-view-who-data, .qa-a-item-who-data, .qa-c-item-who-data"),
        time: Selector(literal: ".qa-q-view-when-data, .qa-a-item-when-data, .qa-c-item-when-data"), body: Selector(literal: ".qa-post-content, .qa-q-view-content, .qa-a-item-content, .qa-c-item-content"),
        votes: Selector(literal: ".qa-netvote-count-data"), keyPrefix: ["q", "a", "c"], embeddedParents: question)

    /// The answers stand beside their question, not in it.
    private static let question: @Sendable (HTMLDocument) -> [String: String] = { document in
        guard let asked = Selector(literal: ".qa-q-view[id]").first(in: HTMLDocument.root, of: document), let key = document.attribute(asked, .id)?.dropFirst() else { return [:] }
        let answers = Selector(literal: ".qa-a-list-item[id]").all(in: HTMLDocument.root, of: document)
        return Dictionary(answers.compactMap { document.attribute($0, .id).map { (String($0.dropFirst()), String(key)) } }) { first, _ in first }
    }
}
