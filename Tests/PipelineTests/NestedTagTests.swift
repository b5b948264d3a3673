import DiscourseModel
import PatternTagging
import Pipeline
import Testing

import struct DiscourseModel.Comment

/// A nested tag counts for those that it is nested in, once a comment.
@Suite struct NestedTagTests {
    private let library = PatternLibrary.load([
        PatternFile(
            path: "p.toml",
            text: """
                format = 1
                set = "theme"
                kind = "theme"
                [[tag]]
                id = "war/air-strikes"
                any = ['bombs?', 'strikes?']
                [[tag]]
                id = "war/land/tanks"
                any = ['tanks?']
                [[tag]]
                id = "war/land"
                label = "On land"
                any = ['troops']
                [[tag]]
                id = "war/sea"
                status = "experimental"
                any = ['frigates?']
                """)
    ]).library

    private func figures(countsExperimental: Bool = false) -> [String: Int] {
        let texts = ["bombs and strikes and tanks", "tanks and troops", "a frigate", "peace"]
        let said = Discussion(
            comments: texts.enumerated().map { Comment(id: Comment.id(at: $0), text: $1) }, replies: [Reply?](repeating: nil, count: texts.count))
        let taggings = library.makeTagger(language: { _ in nil }).tag(said, article: Article(), quotations: []).taggings
        let page = AnalyzedPage(
            page: Page(id: "1", source: "p", media: .html, byteCount: 1), article: Article(), discussion: said, taggings: taggings,
            patternSets: library.versions)
        return Dictionary(
            uniqueKeysWithValues: withMeasures(page, countsExperimental: countsExperimental).measures.tags.map { ($0.tag, $0.comments) })
    }

    @Test func parentsCountOnceAComment() {
        #expect(figures() == ["theme/war": 2, "theme/war/air-strikes": 1, "theme/war/land": 2, "theme/war/land/tanks": 2])
        #expect(figures(countsExperimental: true) == [
            "theme/war": 3, "theme/war/air-strikes": 1, "theme/war/land": 2, "theme/war/land/tanks": 2, "theme/war/sea": 1,
        ])
    }

    @Test func aParentWithoutLinesIsDefinedByItsID() {
        let tags = library.versions[0].tags
        #expect(tags.map(\.id) == ["theme/war/air-strikes", "theme/war/land/tanks", "theme/war/land", "theme/war/sea", "theme/war"])
        #expect(tags.last?.label == "War" && tags.last?.isExperimental == false)
    }
}
