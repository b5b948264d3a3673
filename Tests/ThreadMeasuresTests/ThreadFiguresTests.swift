import struct DiscourseModel.Comment
import DiscourseModel
import Testing
import ThreadMeasures

@Suite struct ThreadFiguresTests {
    @Test func anEmptyDiscussionHasNoFigures() {
        #expect(measure(Discussion(), taggings: []) == DiscussionMeasures())
    }

    /// 0 ── 1 ── 2 ── 3      two threads and eight comments
    ///  └── 4    └── 5
    /// 6 ── 7
    @Test func shapeOfTwoThreads() {
        let measures = measure(discussion([nil, 0, 1, 2, 0, 1, nil, 6], explicit: [1, 2, 3]), taggings: [])
        let whole = measures.whole
        #expect(whole.root == nil)
        #expect(whole.comments == 8)
        #expect(whole.byDepth == [2, 3, 2, 1])
        #expect(whole.width == 3)
        #expect(whole.maxDepth == 3)
        #expect(whole.meanDepth == 10.0 / 8)  // 0 + 1 + 2 + 3 + 1 + 2 + 0 + 1
        #expect(whole.explicitReplies == 3)
        #expect(whole.inferredReplies == 3)
        #expect(whole.unresolvedReplies == 0)
        #expect(whole.repliesByEvidence == ["nesting": 3, "quotation": 3])
        #expect(measures.threads.map(\.root) == [0, 6])
        #expect(measures.threads.map(\.byDepth) == [[1, 2, 2, 1], [1, 1]])
        #expect(measures.threads.map(\.meanDepth) == [1.5, 0.5])
        #expect(measures.threads.map(\.explicitReplies) == [3, 0])
    }

    /// The tree of the reference values: ten comments under an article. There the article stands at 0 and a top-level comment at 1;
    /// here a top-level comment stands at 0, so each depth is less by one and the widths are the same.
    @Test func theTreeOfTheReference() {
        // 1, 2, 3, 1.1, 1.2, 2.1, 1.1.1, 1.1.2, 2.1.1, 1.1.1.1
        let measures = measure(discussion([nil, nil, nil, 0, 0, 1, 3, 3, 5, 6]), taggings: [])
        #expect(measures.whole.byDepth == [3, 3, 3, 1])
        #expect(measures.whole.maxDepth == 4 - 1)
        #expect(measures.whole.meanDepth.map { abs($0 - (2.2 - 1)) < 1e-12 } == true)
        #expect(measures.whole.width == 3)
        #expect(measures.threads.map(\.comments) == [6, 3, 1])
    }

    @Test func aChainAndAStar() {
        let chain = measure(discussion([nil, 0, 1, 2, 3]), taggings: []).whole
        #expect((chain.maxDepth, chain.width) == (4, 1))
        #expect(chain.meanDepth == 2)
        let star = measure(discussion([nil, nil, nil, nil, nil, nil]), taggings: [])
        #expect((star.whole.maxDepth, star.whole.width) == (0, 6))
        #expect(star.threads.count == 6)
    }

    /// 0 is top level; 1 answers someone who is not there, 2 answers 1, and 3 answers 0.
    @Test func whoAnswersAnAbsentSpeakerHasNoDepth() {
        let measures = measure(discussion([nil, absent, 1, 0]), taggings: [])
        #expect(measures.whole.byDepth == [1, 1])
        #expect(measures.whole.unknownDepth == 2)
        #expect(measures.whole.meanDepth == 0.5)
        #expect(measures.whole.unresolvedReplies == 1)
        #expect(measures.whole.inferredReplies == 2)
        #expect(measures.threads.map(\.root) == [0, 1])
        let orphaned = measures.threads[1]
        #expect(orphaned.comments == 2)
        #expect(orphaned.unknownDepth == 2)
        #expect(orphaned.maxDepth == nil)
        #expect(orphaned.meanDepth == nil)
        #expect(orphaned.width == 0)
    }

    @Test func authorsAreCountedOnceAThread() {
        let measures = measure(
            discussion([nil, 0, 0, nil, 3, 3], authors: ["ann", "bob", "ann", "ann", nil, "Guest"]), taggings: [])
        #expect(measures.whole.authors == 2)
        #expect(measures.whole.unnamed == 2)
        #expect(measures.threads.map(\.authors) == [2, 1])
        #expect(measures.threads.map(\.unnamed) == [0, 2])
    }

    @Test func equalNamesWithDifferentKeysAreTwoAuthors() {
        var page = discussion([nil, nil, nil], authors: ["sam", "sam", "sam"])
        page.comments[0].author?.key = "17"
        page.comments[1].author?.key = "18"
        page.comments[2].author?.key = "17"
        #expect(measure(page, taggings: []).whole.authors == 2)
    }

    /// A recursive walk would exhaust the stack here, and a quadratic one the test's patience.
    @Test(.timeLimit(.minutes(1))) func aHundredThousandRepliesDeep() {
        let count = 100_000
        let measures = measure(discussion([nil] + (0..<(count - 1)).map { $0 }), taggings: (0..<count).map { tagging("themes/a", in: $0) })
        #expect(measures.whole.maxDepth == count - 1)
        #expect(measures.threads.count == 1)
        #expect(measures.tags[0].byDepth.count == count)
    }
}
