internal import DiscourseModel
internal import LanguageIdentification
internal import Markup

/// The article of an HTML page.
func extractArticle(fromHTML document: HTMLDocument, url: String?, excluding claimed: NodeSet) -> ExtractedArticle {
    let weights = ArticleWeights()
    var blocks = BlockReader(document: document, claimed: claimed).read()
    FurnitureNames.mark(&blocks, in: document, weights: weights)
    let metadata = PageMetadata(document, url: url)
    if let title = metadata.titleHeading(among: blocks) { blocks[title].isTitle = true }
    let main = MainContent(document, blocks: blocks, weights: weights).choose()
    var article = metadata.article(near: main?.element, excluding: claimed)
    for block in main?.blocks ?? [] {
        let words = document.plainText(nodes: block.nodes, excluding: { claimed.contains($0) })
        guard !words.isEmpty else { continue }
        if block.kind == .heading, isSame(words, article.title) { continue }
        let source = document.sourceRange(block.nodes)
        article.blocks.append(Block(kind: block.kind, text: words, place: Place(start: source.lowerBound, end: source.upperBound, node: block.element)))
    }
    if article.language == nil, let language = identifyLanguage(of: article.text) {
        article.language = language
        article.fieldSources["language"] = "words"
    }
    var notes: [Note] = []
    if article.blocks.isEmpty { notes.append(Note(.article, .doubt, "no article text was found on the page")) }
    return ExtractedArticle(article: article, notes: notes)
}

/// Whether two titles are one, but for case, white space and punctuation.
func isSame(_ a: String, _ b: String?) -> Bool {
    guard let b else { return false }
    func core(_ text: String) -> [Character] { text.lowercased().filter { $0.isLetter || $0.isNumber } }
    return core(a) == core(b)
}
extension StringProtocol {
    fileprivate func filter(_ isKept: (Character) -> Bool) -> [Character] { Array(self).filter(isKept) }
}
