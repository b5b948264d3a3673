import DiscourseModel
import Foundation
import Testing

@testable import Reporting

/// Sections that show the slower measures, on the sample page with figures made by hand.
struct DetailSectionTests {
    private func detail() -> DiscussionDetail {
        let links = LinkFigures(
            links: 8, comments: 16, orphans: 1, maxDepth: 4, meanDepth: 1.75, width: 8, topLevel: 8, leaves: 9, branching: 2.125, structuralVirality: .value(3.25),
            hIndex: .value(2), hIndexAcrossGaps: .value(2), hIndexWithTies: .value(2.07),
            reciprocity: .leftOut("fewer than 10 pairs of authors (7)"), reciprocityBeyondChance: .leftOut("fewer than 10 pairs of authors (7)"), authorPairs: 7, pingPong: .leftOut("fewer than 10 answers to answers (3)"),
            pingPongBase: 3, selfReplies: 0, lag: .value(Spread(count: 8, lowerQuartile: 600, median: 900, upperQuartile: 1_800, ninetieth: 2_700)), lagsUntimed: 1, lagsNegative: 2)
        return DiscussionDetail(
            explicitLinks: links, allLinks: links,
            people: PeopleFigures(
                authors: 10, named: 14, mostActive: [], gini: .value(0.214), entropy: .leftOut("fewer than 20 comments (14)"), reEntry: .value(0.25), byArticleAuthor: [3]),
            time: TimeFigures(timed: 16, untimed: 0, toFirst: .value(25_440), halfLife: .value(7_200), burstiness: .leftOut("fewer than 20 times (16)")),
            tagDetails: [
                TagDetail(
                    tag: "rhetoric/name-calling", comments: [0, 1, 2], perThousandWords: 4, byAuthors: .value(Bounds(0.02, 0.44)), byThreads: .leftOut("x"),
                    depthTrend: .value(Trend(z: -2.1, p: 0.036)), byDepth: [])
            ],
            tagPairs: [
                TagPair(first: "rhetoric/name-calling", second: "themes/government", both: [0, 2], firstCount: 4, secondCount: 3, base: 16, jaccard: 0.4, lift: 2.6, npmi: 0.46, p: 0.04)
            ],
            associations: [
                TagAssociation(
                    parentTag: "rhetoric/name-calling", replyTag: "rhetoric/name-calling", counts: [2, 1, 1, 4], oddsRatio: 8, interval: Bounds(0.31, 206.4),
                    withinThreads: .value(3.5), withinThreadsInterval: Bounds(0.2, 60), permutationP: 0.021, draws: 2_000, seed: 7, replies: [1, 2])
            ],
            repeatedTexts: [RepeatedText(comments: [4, 5], authors: 2, isExact: false)],
            phrases: [RecurringPhrase(words: "our harbour our town", comments: [14, 15], authors: 2)], quotedParagraphs: [],
            words: WordFigures(words: 420, medianLength: .value(22.5), mtld: .leftOut("fewer than 100 words"), mattr: .leftOut("fewer than 100 words")), isComplete: false)
    }

    private func page() -> AnalyzedPage {
        var page = samplePage()
        page.measures.detail = detail()
        return page
    }

    @Test func everyFigureIsShownWithWhatItIs() throws {
        let html = try shippedReport().render(page())
        #expect(html.contains("<th scope=\"row\">Structural virality</th><td class=\"n\">3.25</td><td class=\"n\">3.25</td>"))
        #expect(html.contains("<th scope=\"row\">To the first comment</th><td class=\"n\" colspan=\"2\">7 h 4 min</td>"))
        #expect(html.contains("The page does not hold all of its comments: depth and shape cannot be set beside"))
        // What has no value has no row, and a line that says why.
        #expect(!html.contains("<th scope=\"row\">Reciprocity</th>"))
        #expect(html.contains("<li>Reciprocity, reciprocity beyond chance: fewer than 10 pairs of authors (7).</li>"))
        #expect(html.contains("Half of 8 replies came within 15 min, nine in ten within 45 min; left out: 1 without both times, 2 earlier than what they answer."))
    }

    @Test func tagsTogetherAndWhatAnswersWhat() throws {
        let html = try shippedReport().render(page())
        #expect(html.contains("<td class=\"n\">0.46</td><td class=\"nowrap\">p = 0.04</td>"))
        #expect(html.contains("<td class=\"n\">8.00</td><td class=\"range\">0.31–206.40</td><td class=\"n\" title=\"0.20–60.00\">3.50</td><td class=\"nowrap\">p = 0.021</td>"))
        // The chain's parent and reply, each with the words that bore the tag.
        #expect(html.contains("<mark class=\"rhetoric\">The traitors</mark>"))
        #expect(html.contains("less deeper, p = 0.036"))
    }

    @Test func repetitionsAreShown() throws {
        let html = try shippedReport().render(page())
        #expect(html.contains("<q>our harbour our town</q>"))
        #expect(html.contains("nearly the same"))
        let markdown = markdownReport(page())
        #expect(markdown.contains("- “our harbour our town”, by 2 authors: [c0015](#c0015), [c0016](#c0016)"))
        #expect(markdown.contains("| Structural virality | 3.25 | 3.25 |"))
    }

    @Test func whatIsLeftOutIsOneLineEach() throws {
        var page = page()
        page.measures.detail?.tagPairs = []
        page.measures.detail?.associations = []
        page.measures.detail?.repeatedTexts = []
        page.measures.detail?.phrases = []
        let html = try shippedReport().render(page)
        for id in ["together", "associations", "repeated"] { #expect(!html.contains("id=\"\(id)\"")) }
        #expect(html.contains("<li>What answers what: too few replies for any pair of tags (8 stated replies"))
        #expect(html.components(separatedBy: "Repeated texts: no two comments").count == 2)
    }

    @Test(arguments: [
        (0.0, "p < 0.001"), (0.0009, "p < 0.001"), (0.0361, "p = 0.036"), (0.04, "p = 0.04"), (0.2, "p = 0.20"), (0.5555, "p = 0.55"), (0.9999, "p = 1"), (1, "p = 1"), (.nan, "–"),
    ])
    func probabilities(p: Double, shown: String) { #expect(probability(p) == shown) }

    @Test(arguments: [
        (0.0, "0 s"), (59, "59 s"), (60, "1 min"), (3_600, "1 h"), (3_660, "1 h 1 min"), (86_400, "1 day"), (180_000, "2 days 2 h"), (-120, "−2 min"), (.infinity, "–"),
    ])
    func durations(seconds: Double, shown: String) { #expect(duration(seconds) == shown) }

    @Test(arguments: [(0.0, "0.00"), (-1.5, "−1.50"), (1_234.567, "1,234.57"), (-0.001, "0.00"), (.nan, "–")])
    func decimals(value: Double, shown: String) { #expect(twoDecimals(value) == shown) }
}
