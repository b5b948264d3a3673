import Foundation
import Testing

@testable import Exchange
import DiscourseModel

private func parsed(_ json: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
}

struct PageRecordTests {
    @Test func theRecordKeepsTheContract() throws {
        let json = pageJSON(inventedPage())
        #expect(!json.contains("\n"))
        let page = try parsed(json)
        #expect(page["schema"] as? String == "rejoinder.page/1")
        #expect(page["source"] as? String == "saved/n7.html")
        #expect(page["url"] is NSNull)
        #expect(page["media"] as? String == "html")
        let article = try #require(page["article"] as? [String: Any])
        for member in ["title", "byline", "published", "captured", "site", "section", "tags", "language", "text", "blocks", "related"] {
            #expect(article[member] != nil, "article.\(member) is always there")
        }
        #expect(article["text"] as? String == "The night bus stops for good.\n\n“It ran empty”, he said.")

        let comments = try #require(page["comments"] as? [[String: Any]])
        #expect(comments.count == 4)
        for comment in comments {
            for member in ["id", "author", "posted", "posted_text", "votes", "text", "parent", "depth", "reply", "quotes"] {
                #expect(comment[member] != nil, "comment.\(member) is always there")
            }
        }
        #expect(comments[0]["posted"] as? String == "2024-03-05T09:30+01:00")
        #expect(comments[0]["votes"] as? Int == 3)
        #expect(comments[0]["votes_up"] as? Int == 5)
        #expect(comments[0]["reply"] is NSNull)
        #expect(comments[0]["depth"] as? Int == 0)
        #expect(comments[1]["parent"] as? String == "c0001")
        #expect(comments[1]["depth"] as? Int == 1)
        #expect(comments[1]["posted_text"] as? String == "yesterday")
        #expect(comments[1]["posted"] as? String == "-P1D", "the page does not say when it was saved: the age is all that is known")
        #expect(comments[3]["depth"] as? Int == 2)
    }

    @Test func offsetsAreCodePointsIntoTheComment() throws {
        let comments = try #require(parsed(pageJSON(inventedPage()))["comments"] as? [[String: Any]])
        let quote = try #require((comments[0]["quotes"] as? [[String: Any]])?.first)
        #expect(quote["of"] as? String == "article")
        let (start, end) = try (#require(quote["start"] as? Int), #require(quote["end"] as? Int))
        let scalars = Array(try #require(comments[0]["text"] as? String).unicodeScalars)
        #expect(String(String.UnicodeScalarView(scalars[start..<end])) == "“It ran empty”")
    }

    @Test func whoAnswersAnAbsentSpeakerHasNoParentAndNoDepth() throws {
        let comments = try #require(parsed(pageJSON(inventedPage()))["comments"] as? [[String: Any]])
        #expect(comments[2]["author"] is NSNull)
        #expect(comments[2]["parent"] is NSNull)
        #expect(comments[2]["depth"] is NSNull)
        let reply = try #require(comments[2]["reply"] as? [String: Any])
        #expect(reply["target"] as? String == "slyfox")
        #expect(reply["inferred_parent"] as? String == "c0002")
        #expect(reply["supporting"] == nil)
        #expect(reply["inferred_from"] as? [String] == ["shared-words"], "what the page states and what was inferred are apart")
    }

    @Test func aHigherThresholdTurnsALinkIntoAGuess() throws {
        let comments = try #require(parsed(pageJSON(inventedPage(), minConfidence: 0.9))["comments"] as? [[String: Any]])
        #expect(comments[1]["parent"] as? String == "c0001", "a stated link stays")
        #expect(comments[3]["parent"] is NSNull)
        #expect((comments[3]["reply"] as? [String: Any])?["inferred_parent"] as? String == "c0002")
    }

    @Test func severalPagesAreOneDocument() throws {
        let document = try parsed(pagesJSON([inventedPage(), inventedPage()]))
        #expect(document["schema"] as? String == "rejoinder.pages/1")
        #expect((document["pages"] as? [[String: Any]])?.count == 2)
        #expect(try (parsed(pagesJSON([]))["pages"] as? [Any])?.isEmpty == true)
    }

    @Test func theReportHoldsTagsSetsAndMeasures() throws {
        let report = try parsed(reportJSON(inventedPage()))
        #expect(report["schema"] as? String == "rejoinder.report/1")
        let comments = try #require(report["comments"] as? [[String: Any]])
        let tag = try #require((comments[0]["tags"] as? [[String: Any]])?.first)
        #expect(tag["text"] as? String == "fools")
        #expect(tag["start"] as? Int == 31)
        #expect(tag["cp_start"] as? Int == 24)
        #expect((tag["groups"] as? [String: String]) == ["target": "fools"])
        #expect((report["pattern_sets"] as? [[String: Any]])?.first?["sha256"] as? String == "cd")
        let measures = try #require(report["measures"] as? [String: Any])
        #expect((measures["whole"] as? [String: Any])?["comments"] as? Int == 4)
    }

    @Test func theSamePageGivesTheSameBytes() {
        #expect(pageJSON(inventedPage()) == pageJSON(inventedPage()))
        #expect(reportJSON(inventedPage()) == reportJSON(inventedPage()))
    }

    @Test func textIndentsCommentsByLevel() {
        let text = pageText(inventedPage())
        #expect(text.hasPrefix("Night bus \"N7\" to end\n"))
        #expect(text.contains("\n> “It ran empty”, he said.\n"))
        #expect(text.contains("\nAda, 2024-03-05T09:30+01:00 [c0001]\n  “It ran empty”? Ha, äöü fools.\n"))
        #expect(text.contains("\n  Bo, yesterday [c0002 answers c0001]\n"))
        #expect(text.contains("\n    Di [c0004 seems to answer c0002]\n      Me too.\n"))
        #expect(text.contains("\n(no name) [c0003 answers slyfox, not on this page; perhaps c0002]\n  > Cy:\n  > it never came\n"))
        #expect(text.hasSuffix("\n[the page states 9 comments, and 4 are here (page 1 of 2)]\n"))
    }

    @Test func theNotesBeginWithWhatThePageSaysIsMissing() throws {
        let notes = try #require(parsed(pageJSON(inventedPage()))["notes"] as? [[String: Any]])
        #expect(notes.first?["message"] as? String == "the page states 9 comments, and 4 are here (page 1 of 2)")
        #expect(notes.first?["severity"] as? String == "lost")
    }
}
