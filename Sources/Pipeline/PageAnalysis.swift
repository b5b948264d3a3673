internal import ArticleExtraction
internal import CommentThreads
package import DiscourseModel
internal import Markup
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
    var page = read.page
    let found = findComments(in: read.document, reference: page.captured, usePlatforms: options.usePlatforms)
    let extracted = extractArticle(from: read.document, url: page.url, excluding: found.claimed)
    if page.captured == nil { page.captured = extracted.article.captured }
    let quotations = findQuotations(in: found.comments, article: extracted.article)
    let resolved = resolveReplies(found, quotations: quotations, minimumConfidence: options.minimumConfidence)
    let discussion = Discussion(
        platform: found.platform, comments: found.comments, replies: resolved.replies, completeness: found.completeness)
    let tags = tagger?.tag(discussion, article: extracted.article, quotations: quotations) ?? (taggings: [], notes: [])
    return AnalyzedPage(
        page: page, article: extracted.article, discussion: discussion, quotations: quotations, taggings: tags.taggings,
        patternSets: tagger?.versions ?? [],
        measures: measure(discussion, taggings: counted(tags.taggings, tagger?.versions ?? [], options.countsExperimental)),
        notes: read.notes + found.notes + extracted.notes + resolved.notes + tags.notes)
}

/// A page as the database gives it back, with its figures.
package func withMeasures(_ page: AnalyzedPage, countsExperimental: Bool = false) -> AnalyzedPage {
    var page = page
    page.measures = measureInDetail(page, taggings: counted(page.taggings, page.patternSets, countsExperimental))
    page.tagMeasurements = ShippedMeasurements.of(page.patternSets)
    return page
}

/// The taggings that figures count. A nested tag counts for those it is nested in, too.
private func counted(_ taggings: [Tagging], _ sets: [PatternSetVersion], _ countsExperimental: Bool) -> [Tagging] {
    let off = countsExperimental ? [] : Set(sets.flatMap(\.tags).filter(\.isExperimental).map(\.id))
    return taggings.filter { !off.contains($0.tag) }.flatMap { tagging in
        [tagging] + parentTags(of: tagging.tag).filter { !off.contains($0) }.map { parent in
            var counted = tagging
            counted.tag = parent
            return counted
        }
    }
}
