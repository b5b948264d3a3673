import DiscourseModel
import Foundation
import Testing

@testable import Exchange

@Suite struct DetailRecordTests {
    @Test func figuresWithTheirCommentsAndReasons() throws {
        let discussion = Discussion(
            comments: [0, 1].map { DiscourseModel.Comment(id: DiscourseModel.Comment.id(at: $0), text: "words") }, replies: [nil, nil])
        let links = LinkFigures(
            links: 0, comments: 2, orphans: 0, maxDepth: 1, meanDepth: 1, width: 2, topLevel: 2, leaves: 2, branching: 2,
            structuralVirality: .leftOut("fewer than 10 comments in the tree (2)"), hIndex: .value(1), hIndexAcrossGaps: .value(1), hIndexWithTies: .value(1.5),
            reciprocity: .leftOut("none"), reciprocityBeyondChance: .leftOut("none"), authorPairs: 0,
            pingPong: .leftOut("none"), pingPongBase: 0, selfReplies: 0,
            lag: .value(Spread(count: 5, lowerQuartile: 1, median: 2, upperQuartile: 3, ninetieth: 4)), lagsUntimed: 0, lagsNegative: 0)
        let detail = DiscussionDetail(
            explicitLinks: links, allLinks: links,
            people: PeopleFigures(
                authors: 0, named: 0, mostActive: [], gini: .leftOut("x"), entropy: .leftOut("x"), reEntry: .leftOut("x"), byArticleAuthor: [1]),
            time: TimeFigures(timed: 0, untimed: 2, toFirst: .leftOut("no comment has a time"), halfLife: .leftOut("x"), burstiness: .leftOut("x")),
            tagDetails: [], tagPairs: [],
            associations: [
                TagAssociation(
                    parentTag: "a", replyTag: "b", counts: [9, 8, 7, 6], oddsRatio: 0.96, interval: Bounds(0.2, 4), withinThreads: .value(1),
                    withinThreadsInterval: nil, permutationP: 0.5, draws: 2_000, seed: .max, replies: [1])
            ], repeatedTexts: [RepeatedText(comments: [0, 1], authors: 2, isExact: true)], phrases: [], quotedParagraphs: [],
            words: WordFigures(words: 2, medianLength: .leftOut("x"), mtld: .leftOut("x"), mattr: .leftOut("x")), isComplete: true)
        var json = JSONWriter()
        writeMeasures(&json, DiscussionMeasures(detail: detail), discussion)
        let measures = try #require(try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any])
        let record = try #require(measures["detail"] as? [String: Any])
        let shape = try #require(record["all_links"] as? [String: Any])
        #expect((shape["h_index"] as? [String: Any])?["value"] as? Int == 1)
        #expect((shape["structural_virality"] as? [String: Any])?["left_out"] as? String == "fewer than 10 comments in the tree (2)")
        #expect(((shape["lag_seconds"] as? [String: Any])?["value"] as? [String: Any])?["median"] as? Double == 2)
        #expect((record["repeated_texts"] as? [[String: Any]])?.first?["comments"] as? [String] == ["c0001", "c0002"])
        let association = try #require((record["associations"] as? [[String: Any]])?.first)
        #expect(association["seed"] as? String == "18446744073709551615" && association["replies"] as? [String] == ["c0002"])
        #expect((record["people"] as? [String: Any])?["by_article_author"] as? [String] == ["c0002"])
    }

    @Test func noDetailNoMember() throws {
        var json = JSONWriter()
        writeMeasures(&json, DiscussionMeasures(), Discussion())
        #expect(!json.text.contains("detail"))
    }
}
