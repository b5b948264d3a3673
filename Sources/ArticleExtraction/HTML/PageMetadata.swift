internal import DiscourseModel
internal import Markup
internal import TimeExpressions

/// What a page says of its article in its head, its embedded data and around its title; reconciled, each field with where it was found.
struct PageMetadata {
    private let document: HTMLDocument
    private let url: String?
    private var meta: [String: [String]] = [:]
    private var microdata = Microdata()
    private var linked: LinkedArticle?
    private var canonical: String?
    private var documentTitle: String?
    private var language: String?
    let reader: TimeReader

    init(_ document: HTMLDocument, url: String?) {
        self.document = document
        self.url = url
        var language: String?
        var articles: [LinkedArticle] = []
        for node in 0..<document.count where document.isElement(node) {
            switch document.name(node) {
            case .html: language = document.attribute(node, .lang).flatMap { $0.isEmpty ? nil : $0 }
            case .meta:
                guard let content = document.attribute(node, .content), !content.isEmpty else { continue }
                for key in [document.attribute(node, .property), document.attribute(node, .name), document.attribute(node, .itemprop)].compactMap({ $0 }) {
                    meta[key.lowercased(), default: []].append(content)
                }
            case .title where documentTitle == nil:
                documentTitle = document.children(node).compactMap { document.isText($0) ? String(decoding: document.textBytes($0), as: UTF8.self) : nil }
                    .joined().collapsed
            case .link where canonical == nil && document.hasToken(node, .rel, PageMetadata.canonicalToken): canonical = document.attribute(node, .href)
            case .script where document.attribute(node, .type)?.lowercased().hasPrefix("application/ld+json") == true:
                let text = document.children(node).map { String(decoding: document.textBytes($0), as: UTF8.self) }.joined()
                if let value = JSONValue(text) { LinkedArticle.collect(from: value, into: &articles, depth: 0) }
            default: microdata.read(node, in: document)
            }
        }
        linked = LinkedArticle.main(of: articles, titles: [meta["og:title"]?.first, documentTitle].compactMap { $0 })
        self.language = language
        reader = TimeReader(reference: nil, language: language, dayFirst: nil)
        let sites = [(first("og:site_name"), "og:site_name"), (linked?.publisher, "json-ld"), (microdata.publisher, "publisher"), (first("application-name"), "application-name")]
        if let stated = sites.first(where: { $0.0 != nil }) {
            (site, siteSource) = stated
        } else if let named = siteInTitle {
            (site, siteSource) = (named, "title")
        }
    }

    /// The titles that the page states for its article, the surest first.
    var titles: [String] { [linked?.headline, first("og:title"), first("twitter:title"), documentTitle].compactMap { $0 } }

    /// The parts of the document's title, one of which may be the site's name.
    var titleParts: [String] {
        guard let documentTitle else { return [] }
        return PageMetadata.separators.flatMap { separator in
            let parts = documentTitle.components(separatedBy: separator)
            return parts.count > 1 ? parts : []
        }
    }

    /// The page's own address, as given or as it states it.
    var address: String? { url ?? absolute(canonical) ?? first("og:url") }

    /// The name of the site, where the page states it.
    private(set) var site: String?
    private var siteSource: String?

    /// The fields of the article. What is visible beside it beats what a template states.
    ///
    /// - Parameters:
    ///   - main: the element that holds its text.
    ///   - heading: its visible title.
    ///   - below: what the lines between that and the first paragraph say.
    func article(main: Int?, heading block: ContentBlock?, below: LinesBelowTitle, roles: ElementRoles, excluding claimed: NodeSet) -> Article {
        var article = Article()
        func set<T>(_ field: String, _ path: WritableKeyPath<Article, T?>, _ candidates: [Candidate<T>]) {
            for candidate in candidates {
                guard let value = candidate.value() else { continue }
                article[keyPath: path] = value
                article.fieldSources[field] = candidate.source
                return
            }
        }
        let data = linked
        set("site", \.site, [.init(site, siteSource ?? "")])
        let near = NearTitle(document, title: block?.element, element: main, reader: reader, excluding: claimed)
        set("title", \.title, [
            .init(block.flatMap(headingText), "heading"), .init(data?.headline, "json-ld"), .init(withoutSite(first("og:title")), "og:title"),
            .init(withoutSite(first("twitter:title") ?? data?.headline), "twitter:title"), .init(withoutSite(documentTitle), "title"),
        ])
        let bylines: [Candidate<String>] = [
            .init(data?.author, "json-ld"), .init(near.byline, "page"), .init(person(first("author")), "author"), .init(person(first("article:author")), "article:author"),
            .init(first("parsely-author"), "parsely-author"), .init(first("dc.creator"), "dc.creator"), .init(first("byl"), "byl"), .init(below.byline, "page"),
        ]
        // A name that a system gives to whoever runs it is the last that is taken.
        let named = bylines.first { $0.value().map { !isDefault(author: $0) } ?? false }
        set("byline", \.byline, named.map { [$0] } ?? bylines)
        set("published", \.published, [
            .init(time(data?.published), "json-ld"), .init(time(first("article:published_time")), "article:published_time"), .init(time(first("datepublished")), "datepublished"),
            .init(time(first("og:published_time")), "og:published_time"), .init(near.published, "page"), .init(time(first("parsely-pub-date")), "parsely-pub-date"),
            .init(time(first("date")), "date"), .init(time(first("dc.date")), "dc.date"), .init(time(first("dc.date.issued")), "dc.date.issued"),
            .init(time(first("pubdate")), "pubdate"), .init(time(first("sailthru.date")), "sailthru.date"), .init(dateInAddress, "address"),
        ])
        set("modified", \.modified, [
            .init(time(data?.modified), "json-ld"), .init(time(first("article:modified_time")), "article:modified_time"), .init(time(first("og:updated_time")), "og:updated_time"),
            .init(time(first("datemodified")), "datemodified"), .init(near.modified, "page"), .init(below.modified, "page"),
        ])
        set("section", \.section, [.init(first("article:section"), "article:section"), .init(data?.section, "json-ld"), .init(first("articlesection") ?? microdata.section, "articlesection"), .init(near.category, "category")])
        set("language", \.language, [.init(language, "lang"), .init(first("og:locale").map { $0.replacing("_", with: "-") }, "og:locale"), .init(first("content-language"), "content-language")])
        set("canonical_url", \.canonicalURL, [.init(absolute(canonical), "canonical"), .init(absolute(first("og:url")), "og:url")])
        let (tags, tagSource) = self.tags(data)
        article.tags = tags
        if !tags.isEmpty { article.fieldSources["tags"] = tagSource }
        let images: [(String?, String)] = [(first("og:image"), "og:image"), (data?.image, "json-ld"), (first("twitter:image"), "twitter:image"), (microdata.image, "image")]
        let image = images.first { $0.0 != nil }
        let start = block?.element ?? main ?? 0
        article.image = LeadFigure(document: document, roles: roles).read(stated: image?.0, in: start..<max(start, main.map(document.end) ?? document.count))
        if article.image != nil { article.fieldSources["image"] = image?.1 ?? "figure" }
        describeImage(of: &article, data)
        return article
    }

    /// What may be a field's value, looked for where nothing surer was found, and what it is found by.
    private struct Candidate<Value> {
        let value: () -> Value?
        let source: String
        init(_ value: @autoclosure @escaping () -> Value?, _ source: String) {
            self.value = value
            self.source = source
        }
    }

    /// The words of the title's block without links to a part of the page: a count of the comments.
    private func headingText(_ block: ContentBlock) -> String? {
        document.plainText(nodes: block.nodes) { document.name($0) == .a && document.attributeBytes($0, .href)?.contains(0x23) == true }.collapsed.nonEmpty
    }

    /// Caption and credit of the lead image: what stands below it, else what the page's data say.
    private func describeImage(of article: inout Article, _ data: LinkedArticle?) {
        guard var image = article.image else { return }
        let captions = [(image.caption, "figure"), (data?.imageCaption, "json-ld"), (first("og:image:alt"), "og:image:alt"), (microdata.imageCaption, "caption")]
        let credits = [(image.credit, "figure"), (data?.imageCredit, "json-ld")]
        if let (caption, source) = captions.first(where: { $0.0 != nil }) {
            image.caption = caption
            article.fieldSources["image_caption"] = source
        }
        if let (credit, source) = credits.first(where: { $0.0 != nil }) {
            image.credit = credit
            article.fieldSources["image_credit"] = source
        }
        article.image = image
    }

    private func first(_ name: String) -> String? {
        meta[name]?.first?.collapsed.nonEmpty
    }

    private func time(_ text: String?) -> Timestamp? {
        guard let text, let time = Timestamp(iso8601: text) ?? reader.first(in: text)?.timestamp else { return nil }
        // The day from which systems count: no date was set.
        return time.year < 1000 || time.year == 1970 && time.month == 1 && time.day == 1 ? nil : time
    }

    /// Whether a name is one that systems give to whoever runs them, or the site's own.
    private func isDefault(author: String) -> Bool {
        PageMetadata.defaultAuthors.contains(author.lowercased()) || isSame(author, site)
    }

    private static let defaultAuthors: Set<String> = ["admin", "administrator", "webmaster", "root", "superuser", "wpadmin", "wp-admin", "editor", "administrador", "administrateur", "админ", "администратор"]

    /// Not an address of a profile.
    private func person(_ text: String?) -> String? { text.flatMap { $0.hasPrefix("http") || $0.hasPrefix("www.") ? nil : $0 } }

    private func absolute(_ url: String?) -> String? { url.flatMap { $0.hasPrefix("http://") || $0.hasPrefix("https://") ? $0 : nil } }

    private func tags(_ data: LinkedArticle?) -> (tags: [String], source: String) {
        func cleaned(_ tags: [String]) -> [String] {
            var seen: Set<String> = []
            return tags.map(\.collapsed).filter { !$0.isEmpty && $0.utf8.count <= 80 && seen.insert($0.lowercased()).inserted }.prefix(40).map { $0 }
        }
        let stated: [(() -> [String], String)] = [
            ({ meta["article:tag"] ?? [] }, "article:tag"), ({ data?.keywords ?? [] }, "json-ld"), (linkedTags, "page"),
            ({ (first("news_keywords") ?? first("keywords"))?.split(separator: ",").map(String.init) ?? [] }, first("news_keywords") != nil ? "news_keywords" : "keywords"),
        ]
        for (tags, source) in stated {
            let tags = cleaned(tags())
            if !tags.isEmpty { return (tags, source) }
        }
        return ([], "")
    }

    /// The words of links that their `rel` calls a tag.
    private func linkedTags() -> [String] {
        (0..<document.count).filter { document.name($0) == .a && document.hasToken($0, .rel, PageMetadata.tagToken) }.map { document.line($0) }
    }

    private static let canonicalToken = Array("canonical".utf8), tagToken = Array("tag".utf8)

    // MARK: Titles

    private static let separators = [" | ", " - ", " – ", " — ", " · ", " « ", " » ", " :: ", " • ", " / ", ": "]

    /// The shorter end of a title of two parts, where the page's address or its other titles do not say which is the site.
    private var siteInTitle: String? {
        guard let documentTitle else { return nil }
        for separator in PageMetadata.separators {
            let parts = documentTitle.components(separatedBy: separator)
            guard parts.count >= 2, let first = parts.first, let last = parts.last else { continue }
            let host = hostWords
            for part in [last, first] where !host.isEmpty {
                let letters = letters(part)
                // A label that is a fair share of the words is their short form.
                if letters.count >= 3, host.contains(where: { $0.holds(letters) || letters.holds($0) && $0.count * 5 >= letters.count * 2 }) { return part.collapsed }
            }
        }
        return nil
    }

    /// The letters of the host's labels: `harbour.example.org` → `harbour`, `example`.
    private var hostWords: [String] {
        guard let address, let start = address.range(after: "://") else { return [] }
        return address[start...].prefix { $0 != "/" && $0 != ":" }.split(separator: ".").dropLast().map { letters(String($0)) }
            .filter { $0.utf8.count >= 3 && !["www", "com", "org", "net", "gov", "edu"].contains($0) }
    }

    /// A title without the name of the site at its end or beginning.
    private func withoutSite(_ title: String?) -> String? {
        guard let title = title?.collapsed.nonEmpty else { return nil }
        for separator in PageMetadata.separators {
            let parts = title.components(separatedBy: separator)
            guard parts.count >= 2, let first = parts.first, let last = parts.last else { continue }
            if let site, isSame(last, site) || isSame(first, site) {
                let rest = isSame(last, site) ? parts.dropLast() : parts.dropFirst()
                return rest.joined(separator: separator).collapsed.nonEmpty
            }
        }
        return title
    }

    /// `/2012/07/24/` in the address.
    private var dateInAddress: Timestamp? {
        guard let address else { return nil }
        let parts = address.split(separator: "/").map(String.init)
        for index in parts.indices.dropLast(2) {
            guard let year = Int(parts[index]), let month = Int(parts[index + 1]), let day = Int(parts[index + 2].prefix(2)), (1990...2100).contains(year),
                parts[index].count == 4, parts[index + 1].count <= 2, parts[index + 2].count <= 2
            else { continue }
            let stamp = Timestamp(year: year, month: month, day: day)
            if stamp.isValid { return stamp }
        }
        return nil
    }
}
