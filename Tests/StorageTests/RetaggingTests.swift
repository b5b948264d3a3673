@testable import Storage
import DiscourseModel
import Testing

import struct DiscourseModel.Comment

/// Tagging anew what is stored.
@Suite struct RetaggingTests {
    private let folder: Folder
    private let store: Store

    init() throws {
        folder = try Folder()
        store = try Store(path: folder.file())
    }

    private func set(_ name: String, _ hash: String) -> PatternSetVersion {
        PatternSetVersion(set: name, kind: .theme, language: "en", sha256: hash, file: name + ".toml", tags: [])
    }

    private func tagging(_ comment: Int, _ tag: String, _ bytes: Range<Int>, _ text: String) -> Tagging {
        Tagging(comment: comment, tag: tag, line: "any[1]", span: TextSpan(bytes: bytes, in: text))
    }

    private func page(_ name: String, text: String = "The ferry is late.") -> AnalyzedPage {
        AnalyzedPage(
            page: Page(id: name, source: name, media: .html, byteCount: 1), article: Article(byline: "Ada"),
            discussion: Discussion(
                comments: [Comment(id: "c0001", author: Author(name: "Ida"), text: text), Comment(id: "c0002", text: text + " Yes.")],
                replies: [nil, Reply(parent: 0, targetName: "Ida", evidence: .init(rawValue: "nesting"), isExplicit: true, confidence: 1)]),
            taggings: [tagging(0, "a/ferry", 4..<9, text)], patternSets: [set("a", "1"), set("b", "1")])
    }

    /// Every comment gets the one tag.
    private func retag(_ sets: [PatternSetVersion], _ tag: String, stores: Bool = true, all: Bool = false) throws -> (Retagging, [TagChanges]) {
        var changes: [TagChanges] = []
        let result = try store.retag(with: sets, all: all, stores: stores) { captures in
            captures.map { capture in
                RetaggedCapture(
                    taggings: capture.discussion.comments.indices.map { tagging($0, tag, 4..<9, capture.discussion.comments[$0].text) },
                    notes: [Note(.tags, .limit, "slow", comment: 0)])
            }
        } each: { _, difference in
            changes.append(difference)
        }
        return (result, changes)
    }

    @Test func aCaptureIsReadAsItWasTagged() throws {
        let page = page("p")
        _ = try store.store([page])
        _ = try store.retag(with: [], stores: false) { captures in
            let capture = captures[0]
            #expect(capture.byline == "Ada" && capture.sets == page.patternSets && capture.taggings == page.taggings)
            #expect(capture.discussion.comments.map(\.text) == page.discussion.comments.map(\.text))
            #expect(capture.discussion.comments[0].author?.name == "Ida" && capture.discussion.comments[1].author == nil)
            #expect(capture.discussion.replies[1]?.parent == 0 && capture.discussion.replies[1]?.targetName == "Ida")
            #expect(capture.isOwned == [true, true] && !capture.hasLimits)
            return [RetaggedCapture(taggings: [], notes: [])]
        } each: { _, _ in
        }
    }

    @Test func onlyOtherPatternsTagAnew() throws {
        _ = try store.store([page("p"), page("q")])
        let same = try retag([set("a", "1"), set("b", "1")], "a/ferry")
        #expect(same.0.captures == 0 && same.0.untouched == 2 && same.0.id == nil)
        let shown = try retag([set("a", "2"), set("b", "1")], "a/boat", stores: false)
        #expect(shown.0.captures == 2 && shown.0.id == nil)
        #expect(try store.load(article: 1).taggings.map(\.tag) == ["a/ferry"])

        let (stored, changes) = try retag([set("a", "2"), set("b", "1")], "a/boat")
        #expect(stored.id == 1 && stored.captures == 2 && stored.comments == 4)
        #expect(changes.map(\.gained.count) == [2, 2] && changes.map(\.lost.count) == [1, 1])
        let loaded = try store.load(article: 1)
        #expect(loaded.taggings.map(\.tag) == ["a/boat", "a/boat"] && loaded.patternSets.map(\.sha256) == ["2", "1"])
        #expect(loaded.notes.map(\.message) == ["slow"])

        let runs = try store.retaggings()
        #expect(runs.map(\.gained) == [4] && runs.map(\.lost) == [2])
        #expect(runs[0].kept == [set("b", "1")] && runs[0].added == [set("a", "2")] && runs[0].removed == [set("a", "1")])
        #expect(Timestamp(iso8601: runs[0].made) != nil)
    }

    @Test func runsStayComparable() throws {
        _ = try store.store([page("p")])
        for (hash, tag) in [("2", "a/boat"), ("3", "a/ship"), ("4", "a/boat")] { _ = try retag([set("a", hash), set("b", "1")], tag) }
        func since(_ run: Int) throws -> (gained: [String], lost: [String])? {
            var gained: [String] = [], lost: [String] = []
            let known = try store.changes(sinceRetagging: run) { capture, changes in
                #expect(capture.discussion.comments.count == 2)
                gained += changes.gained.map(\.tag)
                lost += changes.lost.map(\.tag)
            }
            return known ? (gained, lost) : nil
        }
        // What came and went again is no change.
        #expect(try #require(try since(1)) == ([], []))
        #expect(try #require(try since(2)) == (["a/boat", "a/boat"], ["a/ship", "a/ship"]))
        #expect(try since(9) == nil)
    }

    @Test func readersSeeTheOldTagsUntilAllIsDone() throws {
        _ = try store.store([page("p"), page("q")])
        let reader = try Store(path: folder.file(), mode: .readOnly)
        _ = try store.retag(with: [set("a", "2")], stores: true) { $0.map { _ in RetaggedCapture(taggings: [], notes: []) } } each: { _, _ in
            #expect((try? reader.load(article: 1).taggings.count) == 1)
            #expect((try? reader.load(article: 2).taggings.count) == 1)
        }
        #expect(try reader.load(article: 1).taggings.isEmpty && reader.load(article: 2).taggings.isEmpty)
    }

    @Test func analyzingAgainWithOtherPatternsIsARunToo() throws {
        var page = page("p")
        _ = try store.store([page])
        page.patternSets = [set("a", "2"), set("b", "1")]
        page.taggings = []
        #expect(try store.store([page])[0].change == .retagged)
        #expect(try store.retaggings().map(\.lost) == [1])
    }
}
