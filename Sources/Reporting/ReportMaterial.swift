import DiscourseModel

/// An analysed page, arranged for showing: what several sections of a report ask for, worked out once.
struct ReportMaterial: Sendable {
    let page: AnalyzedPage
    let order: [(index: Int, level: Int)]
    let depths: [Int?]
    let children: [[Int]]
    /// By comment, by their place in the text.
    let taggings: [[Tagging]]
    let quotations: [[Quotation]]
    private let hints: [String]
    private let definitions: [String: TagDefinition]
    private let countedTags: Set<String>
    private let tagDetails: [String: TagDetail]
    /// The number a reader knows each block of the article by: its paragraphs from 1.
    private let blockNumbers: [Int]

    init(_ page: AnalyzedPage) {
        self.page = page
        let count = page.discussion.comments.count
        order = page.discussion.readingOrder()
        hints = page.discussion.comments.map { comment in
            let text = excerpt(comment.text, limit: 90)
            return shownName(comment) + (text.isEmpty ? "" : ": " + text)
        }
        depths = page.discussion.depths()
        children = page.discussion.children().of
        var taggings = [[Tagging]](repeating: [], count: count)
        for tagging in page.taggings where (0..<count).contains(tagging.comment) { taggings[tagging.comment].append(tagging) }
        for index in taggings.indices {
            taggings[index].sort { ($0.span.start, $0.span.end, $0.tag, $0.line) < ($1.span.start, $1.span.end, $1.tag, $1.line) }
        }
        self.taggings = taggings
        var quotations = [[Quotation]](repeating: [], count: count)
        for quotation in page.quotations where (0..<count).contains(quotation.comment) { quotations[quotation.comment].append(quotation) }
        for index in quotations.indices { quotations[index].sort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) } }
        self.quotations = quotations
        tagDetails = Dictionary((page.measures.detail?.tagDetails ?? []).map { ($0.tag, $0) }) { first, _ in first }
        countedTags = Set(page.measures.tags.lazy.filter { $0.comments > 0 }.map(\.tag))
        // A page has few of the tags that its pattern sets define.
        let present = countedTags.union(page.taggings.lazy.map(\.tag))
        var definitions: [String: TagDefinition] = [:]
        for set in page.patternSets {
            for tag in set.tags.indices where present.contains(set.tags[tag].id) && definitions[set.tags[tag].id] == nil { definitions[set.tags[tag].id] = set.tags[tag] }
        }
        self.definitions = definitions
        var number = 0
        blockNumbers = page.article.blocks.map { block in
            if block.kind != .heading { number += 1 }
            return number
        }
    }

    var discussion: Discussion { page.discussion }
    var comments: [Comment] { page.discussion.comments }
    var figures: ThreadFigures { page.measures.whole }
    var liveURL: String? { page.page.url ?? page.page.canonicalURL ?? page.article.canonicalURL }
    var title: String { page.article.title ?? "Untitled page" }

    // MARK: Comments

    func id(_ index: Int) -> String { comments.indices.contains(index) ? comments[index].id : Comment.id(at: index) }

    /// The name the page shows, or that it shows none.
    func speaker(_ index: Int) -> String { shownName(comments[index]) }

    func isNamed(_ index: Int) -> Bool { comments[index].author.map { !$0.isAnonymous } ?? false }

    /// A comment in few words, for the title of a link to it.
    func hint(_ index: Int) -> String { hints.indices.contains(index) ? hints[index] : "" }

    // MARK: Article

    func blockAnchor(_ block: Int) -> String { "p\(block + 1)" }
    func blockName(_ block: Int) -> String {
        guard page.article.blocks.indices.contains(block) else { return "the article" }
        return page.article.blocks[block].kind == .heading ? "a heading" : "paragraph \(blockNumbers[block])"
    }

    // MARK: Tags

    func label(_ tag: String) -> String {
        definitions[tag]?.label ?? String(tag.split(separator: "/").last ?? "tag").replacing("-", with: " ")
    }
    func about(_ tag: String) -> String? { definitions[tag]?.about }
    func isExperimental(_ tag: String) -> Bool { definitions[tag]?.isExperimental ?? false }
    func kind(_ tag: String) -> TagDefinition.Kind { definitions[tag]?.kind ?? (tag.hasPrefix("rhetoric/") ? .rhetoric : .theme) }

    /// The anchor of a tag's row; a tag's name is the pattern file's, and an anchor keeps letters and digits of it alone.
    func anchor(tag: String) -> String {
        "tag-" + String(decoding: tag.utf8.map { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || (0x30...0x39).contains($0) ? $0 : 0x2D }, as: UTF8.self)
    }

    /// Tags of one kind that stand in the authors' own voice, the most frequent first.
    func tags(_ kind: TagDefinition.Kind) -> [TagFigures] {
        page.measures.tags.filter { self.kind($0.tag) == kind && $0.comments > 0 }.sorted {
            $0.comments != $1.comments ? $0.comments > $1.comments : $0.matches != $1.matches ? $0.matches > $1.matches : $0.tag < $1.tag
        }
    }

    /// The slower figures of a tag; `nil` where they were not asked for.
    func detail(_ tag: String) -> TagDetail? { tagDetails[tag] }

    /// Whether a tag is in the figures: it stands in some author's own voice, and is not experimental unless that was asked for.
    func isCounted(_ tag: String) -> Bool { countedTags.contains(tag) }

    /// Whether a match is in the figures.
    func counts(_ tagging: Tagging) -> Bool { tagging.voice == .own && isCounted(tagging.tag) }

    /// The colour class of a comment in charts: 0 without a tag, 1 with a theme, 2 with rhetoric, 3 with both.
    func color(_ index: Int) -> Int {
        var color = 0
        for tagging in taggings[index] where counts(tagging) { color |= kind(tagging.tag) == .theme ? 1 : 2 }
        return color
    }

    /// Comments that bear a tag in their authors' own voice.
    func comments(tagged tag: String) -> [Int] {
        comments.indices.filter { taggings[$0].contains { $0.tag == tag && $0.voice == .own } }
    }
}

private func shownName(_ comment: Comment) -> String {
    guard let name = comment.author?.name, !name.isEmpty else { return "no name" }
    return name
}
