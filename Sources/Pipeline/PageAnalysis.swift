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
    /// What one page may take.
    package var limits = PageLimits()
    /// Pages that are left out.
    package var filter = PageFilter()
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

/// Why a page was not analyzed.
package enum PageRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    case unreadable(ReadingError)
    /// It took more time or memory than it may.
    case overLimit(String)
    /// The filter leaves it out: by what.
    case leftOut(String)
    /// The caller has it already: the number it goes by there.
    case doneBefore(Int)

    package var description: String {
        switch self {
        case .unreadable(let error): error.description
        case .overLimit(let reason): reason
        case .leftOut(let reason): "left out: \(reason)"
        case .doneBefore: "done before"
        }
    }
}

/// One page's way through the stages: bytes → document → comments → article → quotations → reply chains → tags → measures.
///
/// - Parameters:
///   - tagger: `nil` for a page that is only extracted.
///   - times: what the stages took is added to it.
///   - known: asked once the page's identity is known, before the work begins: what the caller has it as, where it need not be done again.
/// - Throws: `PageRefusal` where the bytes are no page, or the page is not wanted.
package func analyzePage(
    _ raw: RawPage, options: AnalysisOptions, tagger: Tagger? = nil, times: inout StageTimes, known: (Page) -> Int? = { _ in nil }
) throws(PageRefusal) -> AnalyzedPage {
    var clock = StageClock()
    defer { times += clock.times }
    if let reason = options.limits.refusal(forBytes: raw.bytes.count) { throw .overLimit(reason) }
    func lap(_ stage: StageTimes.Stage) throws(PageRefusal) {
        clock.lap(stage)
        if let reason = options.limits.refusal(after: clock.times.total, stage: stage) { throw .overLimit(reason) }
    }
    var raw = raw
    raw.url = raw.url ?? options.url
    raw.captured = raw.captured ?? options.captured
    if raw.url != nil { try refuse(options.filter.reason(toLeaveOut: raw.url)) }
    let decoded: DecodedPage
    do { decoded = try decodePage(raw) } catch { throw .unreadable(error) }
    if let number = known(decoded.page) { throw .doneBefore(number) }
    try lap(.read)
    let read: ReadPage
    do { read = try parsePage(decoded, limits: options.limits.markup) } catch { throw .unreadable(error) }
    try lap(.parse)
    var page = read.page
    try refuse(options.filter.reason(toLeaveOut: page.url))
    var found = findComments(in: read.document, reference: page.captured, usePlatforms: options.usePlatforms)
    found.keep(to: options.limits.found)
    if !options.keepsContactAddresses { maskContactAddresses(in: &found) }
    try lap(.comments)
    var extracted = extractArticle(from: read.document, url: page.url, excluding: found.claimed)
    if !options.keepsContactAddresses { maskContactAddresses(in: &extracted) }
    options.pseudonyms?.apply(to: &found, &extracted.article, site: (page.canonicalURL ?? page.url).flatMap(host) ?? "")
    try lap(.article)
    try refuse(options.filter.reason(toLeaveOutLanguage: extracted.article.language))
    page = page.capturedAt(extracted.article.captured)
    let quotations = findQuotations(in: found.comments, article: extracted.article)
    let resolved = resolveReplies(found, quotations: quotations, minimumConfidence: options.minimumConfidence)
    let discussion = Discussion(
        platform: found.platform, comments: found.comments, replies: resolved.replies, completeness: found.completeness)
    var result = AnalyzedPage(
        page: page, article: extracted.article, discussion: discussion, quotations: quotations,
        notes: read.notes + found.notes + extracted.notes + resolved.notes)
    result.page.position = pagePosition(url: page.url, canonical: result.canonicalURL, in: read.document)
    result = result.forgetting(options.forgotten.contains)
    let corrections = options.corrections.corrections(for: result)
    if !corrections.isEmpty { result = corrected(result, by: corrections) }
    try lap(.chains)
    let languages: [String?]
    (result, languages) = withTags(result, by: tagger)
    try lap(.tags)
    let gates = tagger?.gates ?? TagGates([])
    result.measures = measure(result.discussion, taggings: counted(result.taggings, gates, options.countsExperimental), gates: gates, languages: languages)
    try lap(.measures)
    return result
}

private func maskContactAddresses(in found: inout FoundComments) {
    var count = 0
    for index in found.comments.indices {
        let (comment, masked) = found.comments[index].withoutContactAddresses()
        found.comments[index] = comment
        count += masked
    }
    if count > 0 {
        found.notes.append(Note(.comments, .info, "\(count) e-mail or IP addresses in comments became asterisks; --keep-addresses keeps them"))
    }
}

private func maskContactAddresses(in extracted: inout ExtractedArticle) {
    let (article, count) = extracted.article.withoutContactAddresses()
    guard count > 0 else { return }
    extracted.article = article
    extracted.notes.append(Note(.article, .info, "\(count) e-mail or IP addresses in the article became asterisks; --keep-addresses keeps them"))
}

/// The page with its tags, without those that a person refused, and its figures. Tags of before are replaced.
package func tagged(_ page: AnalyzedPage, by tagger: Tagger?, countsExperimental: Bool = false) -> AnalyzedPage {
    withMeasures(withTags(page, by: tagger).page, countsExperimental: countsExperimental)
}

/// The page with its tags, and its comments' languages.
private func withTags(_ page: AnalyzedPage, by tagger: Tagger?) -> (page: AnalyzedPage, languages: [String?]) {
    var page = page
    let tags = tagger?.tag(page.discussion, article: page.article, quotations: page.quotations) ?? (taggings: [], notes: [], languages: [])
    let refused = page.asRead.map { settle($0).refusedTags } ?? [:]
    page.taggings = tags.taggings.filter { refused[$0.comment]?.contains($0.tag) != true }
    page.patternSets = tagger?.versions ?? []
    page.notes = page.notes.filter { $0.stage != .tags } + tags.notes
    return (page, tags.languages)
}

/// The same for bytes that no container says anything of.
package func analyzePage(
    _ bytes: [UInt8], source: String, options: AnalysisOptions, tagger: Tagger? = nil
) throws(PageRefusal) -> AnalyzedPage {
    var times = StageTimes()
    return try analyzePage(RawPage(source: source, bytes: bytes), options: options, tagger: tagger, times: &times)
}

private func refuse(_ reason: String?) throws(PageRefusal) {
    if let reason { throw .leftOut(reason) }
}

/// A page as the database gives it back, with its figures.
package func withMeasures(_ page: AnalyzedPage, countsExperimental: Bool = false) -> AnalyzedPage {
    var page = page
    page.measures = measureInDetail(page, taggings: counted(page.taggings, TagGates(page.patternSets), countsExperimental))
    page.tagMeasurements = ShippedMeasurements.of(page.patternSets)
    return page
}

/// The taggings that figures count. A nested tag counts for those it is nested in, too.
private func counted(_ taggings: [Tagging], _ gates: TagGates, _ countsExperimental: Bool) -> [Tagging] {
    let off = countsExperimental ? [] : gates.experimental
    var counted: [Tagging] = []
    counted.reserveCapacity(taggings.count)
    for tagging in taggings where !off.contains(tagging.tag) {
        counted.append(tagging)
        for parent in parentTags(of: tagging.tag) where !off.contains(parent) {
            counted.append(tagging)
            counted[counted.count - 1].tag = parent
        }
    }
    return counted
}

extension Page {
    /// The page with its own clock for the time of capture, where nothing else says it.
    fileprivate func capturedAt(_ clock: Timestamp?) -> Page {
        var page = self
        page.captured = captured ?? clock
        return page
    }
}
