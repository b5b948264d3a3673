package import DiscourseModel

/// Writes the page that leads to the reports of all articles, or of those that were selected: a table, tags by article and over time,
/// the state of the patterns, and what changed since the last run.
package struct IndexReport: Sendable {
    private let templates: ReportTemplates
    private let frame: PageFrame

    package init(templates: ReportTemplates) {
        self.templates = templates
        frame = PageFrame(templates)
    }

    /// - Parameters:
    ///   - sets: the pattern sets that tagged the articles, each once.
    ///   - corpus: what the comments of all articles show together.
    ///   - selection: the expression the articles were selected by; `nil` for all of the database.
    ///   - changes: what is new since the last run; `nil` for a first run.
    package func render(_ entries: [IndexEntry], sets: [PatternSetVersion], corpus: IndexCorpus = IndexCorpus(), selection: String? = nil, changes: IndexChanges? = nil) -> String {
        let material = IndexMaterial(entries: entries, sets: sets, corpus: corpus)
        var sections = IndexSection.all.compactMap { section -> Fields? in
            section.html(material).map { content in
                ["section": .text(section.id), "heading": .text(section.title), "template": .template(section.template), "content": .fields(content)]
            }
        }
        if let changes {
            sections.append([
                "section": .text("changes"), "heading": .text("Since the last run"), "template": .template("index-changes"),
                "content": .fields(changeFields(material, changes)),
            ])
        }
        var context: Fields = [
            "title": .text("Discussions"), "selection": .optional(selection), "figures": .list(material.figures.map { ["value": .text($0.0), "label": .text($0.1)] }),
            "period": .optional(material.period), "sections": .list(sections),
        ]
        frame.add(to: &context)
        return templates.render("index", context)
    }
}

/// A part of the index.
struct IndexSection: Sendable {
    var id: String
    var title: String
    var template: StaticString
    var html: @Sendable (IndexMaterial) -> Fields?

    static let all: [IndexSection] = [.articles, .tagMap, .tagRates, .words, .associations, .repeats, .phrases, .authors, .patternHealth]
}

/// The entries of an index, with what several of its parts ask for.
struct IndexMaterial: Sendable {
    let entries: [IndexEntry]
    let sets: [PatternSetVersion]
    let corpus: IndexCorpus
    private let files: [String: String]
    /// Tags by the number of comments that bear them in all articles, the most first.
    let tags: [(tag: String, comments: Int, base: Int, articles: Int)]
    private let definitions: [String: TagDefinition]

    init(entries: [IndexEntry], sets: [PatternSetVersion], corpus: IndexCorpus = IndexCorpus()) {
        self.corpus = corpus
        files = Dictionary(entries.map { ($0.id, $0.file) }) { first, _ in first }
        self.entries = entries
        self.sets = sets
        definitions = Dictionary(sets.flatMap(\.tags).map { ($0.id, $0) }) { first, _ in first }
        var counts: [String: (comments: Int, articles: Int)] = [:]
        for tag in entries.lazy.flatMap(\.tags) {
            counts[tag.tag, default: (0, 0)].comments += tag.comments
            counts[tag.tag, default: (0, 0)].articles += 1
        }
        let base = entries.reduce(0) { $0 + $1.comments }
        tags = counts.map { (tag: $0.key, comments: $0.value.comments, base: base, articles: $0.value.articles) }.sorted {
            $0.comments != $1.comments ? $0.comments > $1.comments : $0.tag < $1.tag
        }
    }

    func label(_ tag: String) -> String { definitions[tag]?.label ?? tag }
    func kind(_ tag: String) -> TagDefinition.Kind { definitions[tag]?.kind ?? (tag.hasPrefix("rhetoric/") ? .rhetoric : .theme) }

    /// Links to the first of some comments, from the index.
    func links(to places: [CorpusPlace], limit: Int) -> TemplateValue {
        .list(places.prefix(limit).compactMap { place in
            guard corpus.pages.indices.contains(place.page), corpus.pages[place.page].comments.indices.contains(place.comment) else { return nil }
            let page = corpus.pages[place.page]
            return ["href": .optional(files[page.article].map { $0 + "#" + page.comments[place.comment] }), "id": .text(page.article + " " + page.comments[place.comment])]
        })
    }

    var figures: [(String, String)] {
        let comments = entries.reduce(0) { $0 + $1.comments }
        let sites = Set(entries.compactMap(\.site)).count
        let replies = entries.reduce(0) { $0 + $1.explicitReplies + $1.inferredReplies }
        return [
            (grouped(entries.count), entries.count == 1 ? "article" : "articles"), (grouped(comments), comments == 1 ? "comment" : "comments"),
            (grouped(replies), replies == 1 ? "reply" : "replies"), (grouped(sites), sites == 1 ? "site" : "sites"),
        ]
    }

    var period: String? {
        let dates = entries.compactMap(\.published)
        guard let first = dates.min(), let last = dates.max() else { return nil }
        return first.dateOnly == last.dateOnly ? readable(first.dateOnly) : readable(first.dateOnly) + " to " + readable(last.dateOnly)
    }
}
