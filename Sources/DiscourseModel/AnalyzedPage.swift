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
    /// The page as it was read, where a person corrected it; `nil` where nobody did.
    package var asRead: Reading?
    /// The pages of one thread, each as it was read by itself, in the order of their numbers; empty for a page that stands alone.
    package var parts: [AnalyzedPage]

    package init(
        page: Page, article: Article, discussion: Discussion, quotations: [Quotation] = [], taggings: [Tagging] = [],
        patternSets: [PatternSetVersion] = [], measures: DiscussionMeasures = DiscussionMeasures(), notes: [Note] = [], asRead: Reading? = nil,
        parts: [AnalyzedPage] = []
    ) {
        self.page = page
        self.article = article
        self.discussion = discussion
        self.quotations = quotations
        self.taggings = taggings
        self.patternSets = patternSets
        self.measures = measures
        self.notes = notes
        self.asRead = asRead
        self.parts = parts
    }

    /// What a reader must know: what the page itself says is missing, then what the stages noted.
    package var allNotes: [Note] { discussion.completenessNotes + notes }
}
