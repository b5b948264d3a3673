internal import ArticleExtraction
internal import CommentThreads
package import DiscourseModel
internal import Markup
internal import Storage
package import PageReading
package import PatternTagging
internal import ThreadMeasures

/// What the user can say of how a page is read.
package struct AnalysisOptions: Sendable {
    /// Inferred links with less stay guesses.
    package var minimumConfidence = 0.8
    /// `false` leaves every page to the generic finder.
    package var usePlatforms = true
    /// The address and the time of capture, where the file does not say.
    package var url: String?
    package var captured: Timestamp?
    /// Whether tags that their pattern file calls experimental count in the figures. In the comments they are marked either way.
    package var countsExperimental = false
    /// What people said of pages, against what is read.
    package var corrections = CorrectionBook()
    /// Stands for authors' names; `nil` leaves them as the page has them.
    package var pseudonyms: Pseudonyms?
    /// Whether e-mail and IP addresses in comments are kept.
    package var keepsContactAddresses = false
    /// People whose comments are left out.
    package var forgotten = ForgottenAuthors(salt: "")

    package init() {}
}

/// One page's way through the stages: bytes → document → comments → article → quotations → reply chains → tags → measures.
///
/// - Parameter tagger: `nil` for a page that is only extracted.
/// - Throws: `ReadingError` where the bytes are no page.
package func analyzePage(
    _ bytes: [UInt8], source: String, options: AnalysisOptions, tagger: Tagger? = nil
) throws(ReadingError) -> AnalyzedPage {
    let read = try readPage(bytes, source: source, url: options.url, captured: options.captured)
    var found = findComments(in: read.document, reference: read.page.captured, usePlatforms: options.usePlatforms)
    if !options.keepsContactAddresses { maskContactAddresses(in: &found) }
    options.pseudonyms?.apply(to: &found, site: (read.page.canonicalURL ?? read.page.url).flatMap(host) ?? "")
    let extracted = extractArticle(from: read.document, url: read.page.url, excluding: found.claimed)
    let quotations = findQuotations(in: found.comments, article: extracted.article)
    let resolved = resolveReplies(found, quotations: quotations, minimumConfidence: options.minimumConfidence)
    let discussion = Discussion(
        platform: found.platform, comments: found.comments, replies: resolved.replies, completeness: found.completeness)
    var page = AnalyzedPage(
        page: read.page.capturedAt(extracted.article.captured), article: extracted.article, discussion: discussion, quotations: quotations,
        notes: read.notes + found.notes + extracted.notes + resolved.notes)
    page.page.position = pagePosition(url: page.page.url, canonical: page.canonicalURL, in: read.document)
    page = page.forgetting(options.forgotten.contains)
    let corrections = options.corrections.corrections(for: page)
    return tagged(corrections.isEmpty ? page : corrected(page, by: corrections), by: tagger, countsExperimental: options.countsExperimental)
}

private func maskContactAddresses(in found: inout FoundComments) {
    var count = 0
    for index in found.comments.indices {
        let (comment, masked) = found.comments[index].withoutContactAddresses()
        if masked > 0 { (found.comments[index], count) = (comment, count + masked) }
    }
    if count > 0 {
        found.notes.append(Note(.comments, .info, "\(count) e-mail or IP addresses in comments became asterisks; --keep-addresses keeps them"))
    }
}

/// The page with its tags, without those that a person refused, and its figures. Tags of before are replaced.
package func tagged(_ page: AnalyzedPage, by tagger: Tagger?, countsExperimental: Bool = false) -> AnalyzedPage {
    var page = page
    let tags = tagger?.tag(page.discussion, article: page.article, quotations: page.quotations) ?? (taggings: [], notes: [])
    let refused = page.asRead.map { settle($0).refusedTags } ?? [:]
    page.taggings = tags.taggings.filter { refused[$0.comment]?.contains($0.tag) != true }
    page.patternSets = tagger?.versions ?? []
    page.notes = page.notes.filter { $0.stage != .tags } + tags.notes
    return withMeasures(page, countsExperimental: countsExperimental)
}

/// A page as the database gives it back, with its figures.
package func withMeasures(_ page: AnalyzedPage, countsExperimental: Bool = false) -> AnalyzedPage {
    var page = page
    page.measures = measureInDetail(page, taggings: counted(page.taggings, page.patternSets, countsExperimental))
    return page
}

private func counted(_ taggings: [Tagging], _ sets: [PatternSetVersion], _ countsExperimental: Bool) -> [Tagging] {
    guard !countsExperimental else { return taggings }
    let off = Set(sets.flatMap(\.tags).filter(\.isExperimental).map(\.id))
    return taggings.filter { !off.contains($0.tag) }
}

extension Page {
    /// The page with its own clock for the time of capture, where nothing else says it.
    fileprivate func capturedAt(_ clock: Timestamp?) -> Page {
        var page = self
        page.captured = captured ?? clock
        return page
    }
}
