/// Everything that one page yielded: what is stored, and what a report shows.
package struct AnalyzedPage: Hashable, Sendable, Codable {
    package var page: Page
    package var article: Article
    package var discussion: Discussion
    package var quotations: [Quotation]
    package var taggings: [Tagging]
    /// The pattern sets that tagged it.
    package var patternSets: [PatternSetVersion]
    package var measures: DiscussionMeasures
    package var notes: [Note]
    /// What its tags were measured at, where the sets are those that ship.
    package var tagMeasurements: [TagMeasurement] = []

    package init(
        page: Page, article: Article, discussion: Discussion, quotations: [Quotation] = [], taggings: [Tagging] = [],
        patternSets: [PatternSetVersion] = [], measures: DiscussionMeasures = DiscussionMeasures(), notes: [Note] = []
    ) {
        self.page = page
        self.article = article
        self.discussion = discussion
        self.quotations = quotations
        self.taggings = taggings
        self.patternSets = patternSets
        self.measures = measures
        self.notes = notes
    }
}
