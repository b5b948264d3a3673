import struct DiscourseModel.Comment
import DiscourseModel
import Testing
import Statistics
import ThreadMeasures

@Suite struct TagFiguresTests {
    private let page = discussion([nil, 0, 1, nil, absent], authors: ["ann", "bob", "ann", nil, "cy"])

    @Test func commentsMatchesAndAuthors() throws {
        let tags = measure(
            page,
            taggings: [
                tagging("rhetoric/sarcasm", in: 2), tagging("rhetoric/sarcasm", in: 0), tagging("rhetoric/sarcasm", in: 0, at: 6),
                tagging("rhetoric/sarcasm", in: 3), tagging("rhetoric/sarcasm", in: 4), tagging("themes/media", in: 1),
            ]
        ).tags
        #expect(tags.map(\.tag) == ["rhetoric/sarcasm", "themes/media"])
        let sarcasm = try #require(tags.first)
        #expect(sarcasm.comments == 4)
        #expect(sarcasm.matches == 5)
        #expect(sarcasm.quoted == 0)
        #expect(sarcasm.authors == 2)
        #expect(sarcasm.base == 5)
        #expect(sarcasm.byDepth == [2, 0, 1])
        #expect(sarcasm.unknownDepth == 1)
        // 4 of 5 by the formula: centre (0.8 + 3.8415 / 10) / 1.7683, half width 1.95996 * sqrt(0.032 + 0.038415) / 1.7683.
        #expect(abs(sarcasm.low - 0.37553) < 1e-4)
        #expect(abs(sarcasm.high - 0.96379) < 1e-4)
    }

    @Test func quotedMatchesAreInNoOtherFigure() throws {
        let tags = measure(page, taggings: [tagging("themes/war", in: 0, voice: .quoted), tagging("themes/war", in: 1, voice: .quoted)]).tags
        let war = try #require(tags.first)
        #expect((war.quoted, war.comments, war.matches, war.authors) == (2, 0, 0, 0))
        #expect(war.byDepth.isEmpty)
        #expect(war.low == 0)
    }

    @Test func theBaseIsLiveCommentsWithWords() throws {
        var page = page
        page.comments[1].state = .deleted
        page.comments[2].text = " \n\u{9}"
        let tags = measure(page, taggings: [tagging("themes/war", in: 0), tagging("themes/war", in: 1)]).tags
        let war = try #require(tags.first)
        #expect(war.base == 3)
        #expect(war.comments == 1)
    }

    @Test func commentsInOtherLanguagesAreNotInASetsBase() throws {
        var page = page
        page.comments[0].text = "Мост закрыт на целый год, и никто не знает, почему так долго."
        page.comments[1].text = "The bridge is shut for the whole year, and nobody knows why it takes so long."
        page.comments[2].text = "1, 2, 3"
        func set(_ name: String, _ language: String?) -> PatternSetVersion {
            PatternSetVersion(
                set: name, kind: .theme, language: language, sha256: "", file: "", tags: [TagDefinition(id: name + "/a", kind: .theme, label: "A")])
        }
        let measures = measure(
            page, taggings: [tagging("english/a", in: 1), tagging("russian/a", in: 0), tagging("any/a", in: 1)],
            sets: [set("english", "en-GB"), set("russian", "ru"), set("any", nil), set("none", "de")])
        // Comments 2 to 4 are too short to tell: every set was run on them.
        #expect(measures.tags.map(\.tag) == ["any/a", "english/a", "russian/a"])
        #expect(measures.tags.map(\.base) == [5, 4, 4])
        #expect(measures.tagBases == ["english/a": 4, "russian/a": 4, "any/a": 5, "none/a": 3])
    }

    @Test func aTaggingOfNoCommentIsInNoFigure() {
        #expect(measure(page, taggings: [tagging("themes/war", in: 5), tagging("themes/war", in: -1)]).tags.isEmpty)
    }

    /// Values of statsmodels' `proportion_confint(method="wilson")`.
    @Test(arguments: [
        (7, 50, 0.06950833427016294, 0.2618619371058554),
        (0, 20, 0, 0.16112515805281938),
        (20, 20, 0.8388748419471806, 1),
        (0, 0, 0, 1),
    ])
    func wilson(count: Int, base: Int, low: Double, high: Double) {
        let interval = wilsonInterval(count, of: base)
        #expect(abs(interval.low - low) < 1e-12)
        #expect(abs(interval.high - high) < 1e-12)
    }
}
