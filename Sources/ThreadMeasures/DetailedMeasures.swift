package import DiscourseModel
import LanguageIdentification

/// All figures of a page's discussion: the counts, and what a report adds to them.
///
/// - Parameter taggings: those that count; the page's without the experimental ones, say.
///
/// Time grows with comments, links and words, and with the square of the number of tags that occur.
package func measureInDetail(_ page: AnalyzedPage, taggings: [Tagging]) -> DiscussionMeasures {
    let discussion = page.discussion
    let bases = TagBases(discussion.comments, sets: page.patternSets, language: identifyLanguage)
    var measures = measure(discussion, taggings: taggings, bases: bases)
    let authors = AuthorNumbers(discussion.comments)
    let own = OwnWords(discussion, page.quotations)
    let words = wordFigures(own)
    let tagged = TaggedComments(bases, taggings, order: measures.tags.map(\.tag))
    let isComplete = discussion.completeness.reasons.isEmpty && (discussion.completeness.claimed ?? 0) <= discussion.comments.count
    measures.detail = DiscussionDetail(
        explicitLinks: LinkShape(discussion, authors, explicitOnly: true).figures,
        allLinks: LinkShape(discussion, authors, explicitOnly: false).figures,
        people: peopleFigures(discussion, page.article, authors), time: timeFigures(discussion, page.article),
        tagDetails: tagDetails(discussion, tagged, authors, words: own.words.map(\.count)), tagPairs: tagPairs(tagged),
        associations: tagAssociations(discussion, tagged, authors), repeatedTexts: repeatedTexts(own, authors),
        phrases: recurringPhrases(own, authors), quotedParagraphs: quotedParagraphs(page.quotations, authors), words: words,
        disputed: disputedComments(discussion.comments), isComplete: isComplete)
    return measures
}
