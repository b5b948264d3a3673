@testable import CommentThreads
import Testing

@Suite struct AnswerCountTests {
    private func parents(_ counts: [Int?], unshown: [Int]? = nil, isAnswer: [Bool]? = nil) -> [Int?]? {
        AnswerCounts.parents(of: counts, unshown: unshown ?? counts.map { _ in 0 }, isAnswer: isAnswer)
    }

    @Test func numbersOfAllThatStandsBelowTellTheTree() {
        #expect(parents([3, 1, 0, 0, 1, 0]) == [nil, 0, 1, 0, nil, 4])
    }

    @Test func numbersOfDirectAnswersTellItToo() {
        // Of all that stands below the first there would be four.
        #expect(parents([2, 1, 1, 0, 0]) == [nil, 0, 1, 2, 0])
    }

    @Test func answersThatAreCountedButNotShownAreTakenOff() {
        #expect(parents([3, 1, 0, 0], unshown: [0, 0, 1, 0]) == [nil, 0, 1, nil])
    }

    @Test func numbersThatDoNotAddUpSayNothing() {
        #expect(parents([4, 0, 2, 0, 0, 1]) == nil)
        #expect(parents([nil, nil, 1, nil]) == nil)
        #expect(parents([0, 0, 0]) == nil)
    }

    @Test func whereButtonsTellTheAnswersOneMayBeMissing() {
        // The second counts three and shows two; the fifth brings one with it and so has no room there.
        #expect(parents([6, 3, 1, 0, 1, 0, 0], isAnswer: [false, true, true, true, true, true, false]) == [nil, 0, 1, 2, 0, 4, nil])
        #expect(parents([6, 3, 1, 0, 1, 0, 0]) == nil)
    }
}
