package import DiscourseModel
package import Markup

/// What the article stage found, and what it doubts.
package struct ExtractedArticle: Sendable {
    package var article: Article
    package var notes: [Note]

    package init(article: Article, notes: [Note]) {
        self.article = article
        self.notes = notes
    }
}

/// Lifts the main article out of what the comment module left of a page. Never fails: a page without prose gives an article without blocks.
///
/// - Parameters:
///   - url: the page's address, where known: it may name the site and the date.
///   - claimed: nodes of the tree, or lines of the text, that belong to the comments.
package func extractArticle(from document: Document, url: String?, excluding claimed: NodeSet) -> ExtractedArticle {
    switch document {
    case .html(let html): extractArticle(fromHTML: html, url: url, excluding: claimed)
    case .text(let text): extractArticle(fromText: text, excluding: claimed)
    }
}
