internal import DiscourseModel
internal import LanguageIdentification
internal import Markup

/// The article of an HTML page.
func extractArticle(fromHTML document: HTMLDocument, url: String?, excluding claimed: NodeSet) -> ExtractedArticle {
    let weights = ArticleWeights()
    var blocks = BlockReader(document: document, claimed: claimed).read()
    let metadata = PageMetadata(document, url: url)
    let roles = ElementRoles(document)
    let title = TitleHeading(document, roles: roles, titles: metadata.titles, parts: metadata.titleParts, site: metadata.site, address: metadata.address).find(among: blocks)
    if let title { blocks[title].isTitle = true }
    let teasers = Teasers(document: document, claimed: claimed, own: OwnAddress(metadata.address), weights: weights).find()
    let related = FurnitureMarker(document: document, claimed: claimed, roles: roles, weights: weights).mark(&blocks, teasers: teasers)
    let main = MainContent(document, blocks: blocks, weights: weights).choose()
    // Names and dates of comments and of other articles are not this one's.
    var elsewhere = claimed
    for teaser in teasers { elsewhere.insert(document.subtree(teaser)) }
    let below = LinesBelowTitle(blocks, title: title, document, reader: metadata.reader)
    var article = metadata.article(main: main?.element, heading: title.map { blocks[$0] }, below: below, roles: roles, excluding: elsewhere)
    for block in main?.blocks ?? [] {
        let words = document.plainText(nodes: block.nodes, excluding: { claimed.contains($0) })
        guard !words.isEmpty else { continue }
        if block.isTitle || block.kind == .heading && isSame(words, article.title) { continue }
        let source = document.sourceRange(block.nodes)
        article.blocks.append(Block(kind: block.kind, text: words, place: Place(start: source.lowerBound, end: source.upperBound, node: block.element)))
    }
    article.blocks = Embeds(document: document, claimed: claimed).placed(among: article.blocks)
    article.related = RelatedLinks(document: document, claimed: claimed, address: metadata.address).read(below: main?.linksBelow ?? [], related: related)
    if !article.related.isEmpty { article.fieldSources["related"] = "page" }
    if article.language == nil, let language = identifyLanguage(of: article.text) {
        article.language = language
        article.fieldSources["language"] = "words"
    }
    var notes: [Note] = []
    if article.blocks.isEmpty { notes.append(Note(.article, .doubt, "no article text was found on the page")) }
    return ExtractedArticle(article: article, notes: notes)
}
