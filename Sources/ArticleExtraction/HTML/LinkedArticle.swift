internal import Markup

/// An article as schema.org's JSON-LD describes it (https://schema.org/Article and its subtypes).
struct LinkedArticle: Sendable {
    var headline: String?
    var author: String?
    var published: String?
    var modified: String?
    var publisher: String?
    var section: String?
    var image: String?
    var imageCaption: String?
    var imageCredit: String?
    var keywords: [String] = []

    /// Articles anywhere in a JSON-LD value, lists and `@graph` included.
    static func collect(from value: JSONValue, into articles: inout [LinkedArticle], depth: Int) {
        guard depth < 8 else { return }
        switch value {
        case .array(let elements): for element in elements { collect(from: element, into: &articles, depth: depth + 1) }
        case .object:
            let types = value["@type"].map { $0.elements.isEmpty ? [$0] : $0.elements }?.compactMap(\.text) ?? []
            if types.contains(where: { name in kinds.contains(name) || name.hasSuffix("Article") }) { articles.append(LinkedArticle(value)) }
            if let graph = value["@graph"] { collect(from: graph, into: &articles, depth: depth + 1) }
            if let main = value["mainEntity"] { collect(from: main, into: &articles, depth: depth + 1) }
        default: return
        }
    }

    /// The one that has the visible title, or the first: a page may describe the articles that it links to as well.
    static func main(of articles: [LinkedArticle], titles: [String]) -> LinkedArticle? {
        let titles = Set(titles.map(letters))
        return articles.first { $0.headline.map { titles.contains(letters($0)) } ?? false } ?? articles.first
    }

    private static let kinds: Set<String> = ["BlogPosting", "Report", "LiveBlogPosting", "DiscussionForumPosting", "Review", "Recipe", "HowTo", "QAPage"]

    private init(_ value: JSONValue) {
        headline = (value["headline"] ?? value["name"])?.text?.collapsed.nonEmpty
        author = LinkedArticle.names(value["author"] ?? value["creator"])
        published = value["datePublished"]?.text
        modified = value["dateModified"]?.text
        publisher = LinkedArticle.names(value["publisher"])
        section = value["articleSection"]?.text?.collapsed.nonEmpty ?? value["articleSection"]?.elements.first?.text
        let picture = value["image"]?.elements.first ?? value["image"]
        image = picture?.text ?? picture?["url"]?.text ?? picture?["contentUrl"]?.text
        imageCaption = picture?["caption"]?.text?.collapsed.nonEmpty
        imageCredit = picture?["creditText"]?.text?.collapsed.nonEmpty ?? LinkedArticle.names(picture?["copyrightHolder"])
        if let words = value["keywords"] {
            keywords = words.elements.isEmpty ? words.text?.split(separator: ",").map(String.init) ?? [] : words.elements.compactMap(\.text)
        }
    }

    /// The names of one person or organisation, or of several.
    private static func names(_ value: JSONValue?) -> String? {
        guard let value else { return nil }
        let list = value.elements.isEmpty ? [value] : value.elements
        let names = list.compactMap { $0.text ?? $0["name"]?.text }.map(\.collapsed).filter { !$0.isEmpty && !$0.hasPrefix("http") }
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }
}
