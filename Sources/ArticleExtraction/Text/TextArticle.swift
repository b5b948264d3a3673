import DiscourseModel
import LanguageIdentification
import Markup

/// Finds the article of a page that is plain text as a crawler leaves it, among the lines that the comments did not claim.
///
/// The body is found by its prose, in any script; everything else by where it stands to the body. A field that no line states is `nil`.
func extractArticle(fromText document: TextDocument, excluding claimed: NodeSet) -> ExtractedArticle {
    let page = TextPage(document, claimed: claimed)
    var article = Article()
    guard let body = TextBody.find(page) else {
        // A discussion has a title without an article.
        if let first = page.rows.firstIndex(where: \.isClaimed) {
            let words = page.rows.indices[first...].lazy.filter { page.rows[$0].isClaimed }.prefix(40).map(page.text).joined(separator: " ")
            article.title = TextHeadline.find(page, before: first, bodyWords: TextHeadline.contentWords(words))?.text
            if article.title != nil { article.fieldSources["title"] = "line" }
        }
        let what = page.rows.contains { !$0.isClaimed } ? "no run of prose that could be an article's body" : "no line is left beside the comments"
        return ExtractedArticle(article: article, notes: [Note(.article, .info, "no article: \(what)")])
    }
    article.blocks = body.blocks(page)
    let text = article.text
    article.language = identifyLanguage(of: text)
    if article.language != nil { article.fieldSources["language"] = "words" }

    let opening = String(decoding: Array(text.utf8.prefix(20_000)), as: UTF8.self)
    let headline = TextHeadline.find(page, before: body.rows.lowerBound, bodyWords: TextHeadline.contentWords(opening))
    article.title = headline?.text
    if headline != nil { article.fieldSources["title"] = "line" }
    readHead(page, body: body, headline: headline, into: &article)

    let tail = TextTail(page, from: body.rows.upperBound)
    article.tags = tail.tags
    article.related = tail.related
    if let site = TextSite.find(page, headline: headline, body: body.rows) {
        article.site = site.name
        article.fieldSources["site"] = site.source
    }
    var notes: [Note] = []
    if headline == nil { notes.append(Note(.article, .doubt, "no line before the article's text reads like its headline")) }
    if body.weight < 60 { notes.append(Note(.article, .doubt, "the article's text is short: \(text.utf8.count) bytes; it may be none")) }
    return ExtractedArticle(article: article, notes: notes)
}

/// The short rows around the headline: byline, dates, section, the picture's caption and credit; and the page's clock.
private func readHead(_ page: TextPage, body: TextBody, headline: TextHeadline?, into article: inout Article) {
    let end = body.rows.lowerBound
    for index in 0..<min(end, 8) where article.captured == nil && !page.rows[index].isClaimed && page.rows[index].units <= 12 {
        article.captured = PageClock.read(page.text(index))
        if article.captured != nil { article.fieldSources["captured"] = "line" }
    }
    let first = max(0, (headline?.row).map { max($0 - 4, end - 40) } ?? end - 6)
    for index in first..<max(first, end) where index != headline?.row && !page.rows[index].isClaimed && page.rows[index].units <= 28 {
        let text = page.text(index)
        switch page.kinds[index] {
        case .credit:
            if article.image == nil, let credit = TextCredit(text) {
                article.image = LeadImage(caption: caption(page, of: index, headline: headline?.row), credit: credit.text)
            }
        case .trail:
            if article.section == nil, let parts = TextFurniture.trail(text) { article.section = TextSectionLabel.read(trail: parts) }
        case .plain:
            if PageClock.read(text) != nil { continue }
            if article.byline == nil, headline != nil, let name = TextByline.read(text) { article.byline = name }
            if headline != nil, let date = TextByline.date(text) {
                if TextByline.isUpdate(text) {
                    article.modified = article.modified ?? date
                } else {
                    article.published = article.published ?? date
                }
            }
            if article.section == nil, let headline, index > headline.row { article.section = TextSectionLabel.read(text) }
        case .call, .closing, .counter, .legal, .embed, .repeated: break
        }
    }
    for (field, isSet) in [("byline", article.byline != nil), ("published", article.published != nil), ("section", article.section != nil)] where isSet {
        article.fieldSources[field] = "line"
    }
}

/// The nearest phrase before a credit, the headline aside.
private func caption(_ page: TextPage, of credit: Int, headline: Int?) -> String? {
    for index in stride(from: credit - 1, through: max(0, credit - 3), by: -1) where index != headline {
        guard page.isHeadlineLike(index), page.rows[index].units >= 4 else { return nil }
        let text = page.text(index)
        return TextByline.date(text) == nil && TextByline.read(text) == nil && PageClock.read(text) == nil ? text : nil
    }
    return nil
}
