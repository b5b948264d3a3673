import struct DiscourseModel.Comment
import DiscourseModel
import Pipeline
import Storage
import Testing

@Suite struct CaptureChangesTests {
    private func capture(_ number: Int, complete: Bool = true, _ comments: [(row: Int, text: String, state: Comment.State)]) -> CaptureContents {
        CaptureContents(
            number: number, captured: nil, source: "\(number).html", isComplete: complete,
            comments: comments.enumerated().map { CapturedComment(row: $1.row, id: Comment.id(at: $0), author: "A\($1.row)", posted: nil, state: $1.state, text: $1.text) })
    }
    private func kinds(_ step: CaptureChanges) -> [String] { step.changes.map { "\($0.kind.rawValue) \($0.comment.row)" } }

    @Test func whatHappenedToEachComment() {
        let steps = captureChanges([
            capture(1, [(1, "one", .live), (2, "two", .live), (3, "three", .live), (4, "four", .live)]),
            capture(2, [(5, "five", .live), (1, "one", .live), (2, "two and more", .live), (3, "[deleted]", .deleted)]),
            capture(3, complete: false, [(4, "four", .live)]),
        ])
        #expect(kinds(steps[0]) == ["added 5", "edited 2", "deleted 3", "gone 4"])
        #expect(kinds(steps[1]) == ["seen-again 4", "not-seen 5", "not-seen 1", "not-seen 2", "not-seen 3"])
        #expect(captureChanges([capture(1, [])]).isEmpty)
    }

    /// A placeholder that shows no id has a row of its own; it keeps the place of what stood between the same two comments.
    @Test func aPlaceholderWithoutAnIDIsNoNewComment() {
        let older = capture(1, [(1, "one", .live), (2, "two", .live), (3, "three", .live)])
        #expect(kinds(captureChanges([older, capture(2, [(1, "one", .live), (9, "[removed]", .removed), (3, "three", .live)])])[0]) == ["deleted 9"])
        #expect(kinds(captureChanges([older, capture(2, [(1, "one", .live), (2, "two", .live), (9, "[removed]", .removed)])])[0]) == ["deleted 9"])
        // Two are gone and one placeholder is left: nothing says whose it is.
        #expect(kinds(captureChanges([older, capture(2, [(1, "one", .live), (9, "[removed]", .removed)])])[0]) == ["added 9", "gone 2", "gone 3"])
    }

    @Test func editsWordByWord() {
        #expect(wordDifference("the ferry runs until midnight", "the old ferry runs until one") == [
            WordRun(.same, "the"), WordRun(.added, "old"), WordRun(.same, "ferry runs until"), WordRun(.removed, "midnight"), WordRun(.added, "one"),
        ])
        #expect(wordDifference("a", "a") == [WordRun(.same, "a")])
        #expect(wordDifference("", "a b") == [WordRun(.added, "a b")])
        #expect(wordDifference("a b c d", "a x y d", mostPairs: 3) == [WordRun(.same, "a"), WordRun(.removed, "b c"), WordRun(.added, "x y"), WordRun(.same, "d")])
    }

    /// Taking the removed runs, or the added ones, gives the two texts back.
    @Test func nothingIsLostInADifference() {
        let words = ["a", "b", "c", "dd", "é"]
        var seed = 7
        func text() -> String {
            (0..<12).map { _ in
                seed = (seed * 1_103_515_245 + 12_345) & 0x7FFF_FFFF
                return words[seed / 65_536 % words.count]
            }.joined(separator: " ")
        }
        for _ in 0..<50 {
            let (old, new) = (text(), text())
            let runs = wordDifference(old, new)
            #expect(runs.filter { $0.kind != .added }.map(\.text).joined(separator: " ") == old)
            #expect(runs.filter { $0.kind != .removed }.map(\.text).joined(separator: " ") == new)
        }
    }
}
