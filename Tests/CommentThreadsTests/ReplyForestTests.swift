import DiscourseModel
import Markup
import Testing

import struct DiscourseModel.Comment

@testable import CommentThreads

@Suite struct ReplyForestTests {
    /// A small generator of numbers, the same in every run (SplitMix64, G. Steele et al. 2014).
    private struct Numbers {
        var state: UInt64
        mutating func next(below bound: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return Int((z ^ (z >> 31)) % UInt64(bound))
        }
    }

    @Test func whateverThePageSaysTheResultIsAForest() {
        var numbers = Numbers(state: 7)
        let evidence: [Reply.Evidence] = [.nesting, .parentID, .depthClass, .permalinkParent, .label, Reply.Evidence(rawValue: "unheard-of")]
        for round in 0..<200 {
            let count = 1 + numbers.next(below: 30)
            let comments = sample(
                (0..<count).map { index in
                    ("p\(numbers.next(below: 6))", "p\(numbers.next(below: 6)), words of comment \(index) number \(numbers.next(below: 9))")
                },
                minutes: (0..<count).map { _ in numbers.next(below: 1_000) }, timed: round % 3 > 0)
            var clues: [Int: [ReplyClue]] = [:]
            for index in 0..<count {
                for _ in 0..<numbers.next(below: 3) {
                    let target: ReplyClue.Target =
                        switch numbers.next(below: 3) {
                        case 0: .comment(numbers.next(below: count + 3) - 1)
                        case 1: .key(String(numbers.next(below: count + 3)))
                        default: .name("p\(numbers.next(below: 8))")
                        }
                    clues[index, default: []].append(ReplyClue(evidence[numbers.next(below: evidence.count)], target))
                }
            }
            let result = resolved(found(comments, clues: clues, statesThreading: round % 2 == 0))
            #expect(result.replies.count == count)
            for start in 0..<count {
                var at: Int? = start
                var steps = 0
                while let index = at, steps <= count {
                    at = result.replies[index]?.parent
                    steps += 1
                    if let at { #expect((0..<count).contains(at) && at != index) }
                }
                #expect(steps <= count, "following parents from \(start) must end")
                if let guess = result.replies[start]?.inferredParent { #expect((0..<count).contains(guess) && guess != start) }
            }
            // The same page gives the same answer.
            #expect(resolved(found(comments, clues: clues, statesThreading: round % 2 == 0)).replies == result.replies)
        }
    }

    /// A thread whose every answer states its parent's id: parents by id.
    private func thread(_ numbers: inout Numbers) -> (comments: [Comment], clues: [[ReplyClue]], parents: [String: String]) {
        let count = 2 + numbers.next(below: 30)
        let comments = sample((0..<count).map { ("p\(numbers.next(below: 5))", "comment \($0) on the ferry") })
        var clues: [[ReplyClue]] = []
        var parents: [String: String] = [:]
        for index in 0..<count {
            guard index > 0, numbers.next(below: 4) > 0 else {
                clues.append([])
                continue
            }
            let parent = String(numbers.next(below: index) + 1)
            parents[String(index + 1)] = parent
            clues.append([ReplyClue(.parentID, .key(parent))])
        }
        return (comments, clues, parents)
    }

    private func resolvedSubset(_ comments: [Comment], _ clues: [[ReplyClue]], _ places: [Int]) -> (comments: [Comment], result: ResolvedReplies) {
        let kept = places.enumerated().map { index, place in
            var comment = comments[place]
            comment.id = Comment.id(at: index)
            return comment
        }
        let found = FoundComments(platform: "test", comments: kept, clues: places.map { clues[$0] }, statesThreading: true, claimed: NodeSet(capacity: 0))
        return (kept, resolved(found))
    }

    /// A page may be cut anywhere: who answers someone that is cut off says so, all others answer whom they did.
    @Test func aCutPageLosesOnlyWhatIsCutOff() {
        var numbers = Numbers(state: 21)
        for _ in 0..<100 {
            let (comments, clues, parents) = thread(&numbers)
            let from = numbers.next(below: comments.count)
            let places = Array(from..<(from + 1 + numbers.next(below: comments.count - from)))
            let (kept, result) = resolvedSubset(comments, clues, places)
            let keys = Set(kept.compactMap(\.platformKey))
            var absent = 0
            for (comment, reply) in zip(kept, result.replies) {
                guard let key = comment.platformKey, let parent = parents[key] else {
                    #expect(reply?.parent == nil)
                    continue
                }
                if keys.contains(parent) {
                    let found = reply?.parent.flatMap { kept[$0].platformKey }
                    #expect(found == parent)
                } else {
                    absent += 1
                    #expect(reply?.parent == nil && reply?.targetKey == parent && reply?.isExplicit == true)
                }
            }
            let isNoted = result.notes.contains { $0.message.hasPrefix("parent ") }
            #expect(isNoted == (absent > 0))
        }
    }

    /// In whatever order a page shows the comments, stated ids give the same links.
    @Test func orderChangesNoStatedLink() {
        var numbers = Numbers(state: 5)
        for _ in 0..<100 {
            let (comments, clues, parents) = thread(&numbers)
            var places = Array(comments.indices)
            for index in places.indices.reversed() { places.swapAt(index, numbers.next(below: index + 1)) }
            let (kept, result) = resolvedSubset(comments, clues, places)
            for (comment, reply) in zip(kept, result.replies) {
                let found = reply?.parent.flatMap { kept[$0].platformKey }
                let stated = comment.platformKey.flatMap { parents[$0] }
                #expect(found == stated)
            }
        }
    }

    @Test func theLowestOfACycleBecomesARoot() {
        let comments = sample([("a", "x"), ("b", "y"), ("c", "z"), ("d", "v"), ("e", "w")])
        let clues: [Int: [ReplyClue]] = [
            0: [ReplyClue(.parentID, .key("3"))], 1: [ReplyClue(.parentID, .key("1"))], 2: [ReplyClue(.parentID, .key("2"))],
            3: [ReplyClue(.parentID, .key("4"))], 4: [ReplyClue(.parentID, .key("999"))],
        ]
        let result = resolved(found(comments, clues: clues, statesThreading: true))
        #expect(result.replies.map { $0?.parent } == [nil, 0, 1, nil, nil])
        #expect(result.replies[0] == nil)
        #expect(result.replies[3] == nil)
        #expect(result.replies[4]?.targetKey == "999")
        #expect(result.replies[4]?.isExplicit == true)
        #expect(result.notes.contains { $0.message.hasPrefix("reply cycle: 1->3->2->1") })
        #expect(result.notes.contains { $0.message.contains("answer itself") && $0.comment == 3 })
        #expect(result.notes.contains { $0.message.contains("parent 999") })
    }

    @Test func repliesBindToTheNearestOfDuplicateIds() {
        var comments = sample([("a", "one"), ("b", "two"), ("c", "three"), ("d", "four")])
        comments[0].platformKey = "7"
        comments[2].platformKey = "7"
        let clue = [ReplyClue(.parentID, .key("7"))]
        let result = resolved(found(comments, clues: [1: clue, 3: clue], statesThreading: true))
        #expect(result.replies.map { $0?.parent } == [nil, 0, nil, 2])
        #expect(result.notes.contains { $0.message.contains("more than once: 7") })
    }

    @Test func fiveThousandDeep() {
        let count = 5_000
        let comments = sample((0..<count).map { ("p\($0 % 50)", "words number \($0)") }, minutes: (0..<count).map { $0 % 1_000 })
        var clues: [Int: [ReplyClue]] = [:]
        for index in 1..<count { clues[index] = [ReplyClue(.nesting, .comment(index - 1))] }
        let result = resolved(found(comments, clues: clues, statesThreading: true))
        #expect(result.replies.dropFirst().enumerated().allSatisfy { $0.element?.parent == $0.offset })
    }

    @Test func aLongCycleIsBrokenOnce() {
        var parents: [Int?] = (0..<100_000).map { ($0 + 1) % 100_000 }
        let cycles = breakCycles(in: &parents)
        #expect(cycles.count == 1)
        #expect(cycles.first?.count == 100_000)
        #expect(parents[0] == nil && parents[1] == 2)
    }
}
