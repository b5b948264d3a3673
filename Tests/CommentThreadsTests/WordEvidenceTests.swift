import DiscourseModel
import Testing

import struct DiscourseModel.Comment

@testable import CommentThreads

private func hint(_ evidence: Reply.Evidence, _ comments: [Comment], _ comment: Int) -> ReplyHint? {
    let context = ReplyContext(comments, findQuotations(in: comments, article: Article()), hints: [])
    return EvidenceKind.all.first { $0.evidence == evidence }?.find?(context, comment)
}

@Suite struct NameEvidenceTests {
    @Test(arguments: ["@Petrel no", "@johnpetrel no", "@John no", "@john petrel no", "@johnpetr no", "@jonhpetrel no", "@johnpetrell no", "And yet, @johnpetral, no"])
    func mentionsInPartJoinedAndMisspelt(text: String) {
        let comments = sample([("John Petrel", "The quay is dry."), ("moe", "well"), ("ann", text)])
        #expect(hint(.mention, comments, 2)?.parent == 0)
    }

    @Test(arguments: ["@harbour no", "@petrels.example no", "@jo no"])
    func mentionsOfOthersAreNobody(text: String) {
        let comments = sample([("John Petrel", "The quay is dry."), ("Joan Petrel", "Is it?"), ("ann", text)])
        #expect(hint(.mention, comments, 2) == nil)
    }

    @Test func aPartThatTwoShareIsNobodys() {
        let comments = sample([("John Petrel", "one"), ("Mary Petrel", "two"), ("ann", "Petrel, no"), ("bob", "Mary, no")])
        #expect(hint(.leadingName, comments, 2) == nil)
        #expect(hint(.leadingName, comments, 3)?.parent == 1)
    }

    @Test(arguments: [
        "Hi Otero, that quay is dry.", "Hallo Otero, der Kai ist trocken.", "Merci Otero, le quai est sec.", "Gracias Otero, el muelle está seco.", "Obrigado Otero, o cais está seco.",
        "Grazie Otero, il molo è asciutto.", "Dzięki Otero, nabrzeże jest suche.", "Спасибо Otero, причал сухой.", "Merhaba Otero, rıhtım kuru.", "شكرا Otero، الرصيف جاف",
        "谢谢 Otero，码头是干的。", "Oteroさん、桟橋は乾いています。",
    ])
    func whoIsGreetedIsAnswered(text: String) throws {
        let comments = sample([("kai", "one"), ("Otero", "two"), ("ann", text)])
        let found = try #require(hint(.leadingName, comments, 2))
        #expect(found.parent == 1 && found.name == "Otero")
    }

    @Test func namesFurtherOn() {
        let text = "What an idea to ask the pilots first"
        func answer(_ end: String) -> ReplyHint? { hint(.address, sample([("kai", "one"), ("Otero", "two"), ("ann", text + end)]), 2) }
        #expect(answer(", Otero! They know.")?.parent == 1)
        #expect(answer(". Thanks Otero, it helps.")?.parent == 1)
        // Spoken of, or not of the one before.
        #expect(answer(" as Otero did in spring.") == nil)
        #expect(answer(", Kai! They know.") == nil)
    }
}

@Suite struct SharedWordTests {
    private let others = [("ann", "The museum opens late in winter."), ("bob", "Nobody cleans the stairs behind the church."), ("cid", "We need more benches along the promenade.")]

    @Test func whoSpeaksOfTheSameRareThings() throws {
        let pair: [(String?, String)] = [("dee", "The dredger broke its anchor chain near the lighthouse."), ("eve", "That anchor chain was rusted; the dredger had been warned.")]
        let comments = sample(others.map { ($0.0, $0.1) } + pair, timed: false)
        #expect(hint(.sharedWords, comments, 4)?.parent == 3)
        #expect(hint(.sharedWords, comments, 3) == nil)
        // The same words two comments up say that a subject is about, not who is answered.
        let everywhere = sample([("zoe", "An anchor chain and a dredger cost a fortune.")] + pair, timed: false)
        #expect(hint(.sharedWords, everywhere, 2) == nil)
    }

    @Test func wordsWithoutSpaces() {
        let comments = sample(
            [("甲", "博物馆冬天开得太晚了。"), ("乙", "教堂后面的楼梯没有人打扫。"), ("丙", "挖泥船的锚链在灯塔附近断了。"), ("丁", "那条锚链早就生锈，挖泥船被警告过。")], timed: false)
        #expect(hint(.sharedWords, comments, 3)?.parent == 2)
        #expect(hint(.sharedWords, comments, 1) == nil)
    }

    @Test func timesOfThreadsTellMore() {
        let comments = sample(
            [("ann", "a"), ("bob", "The dredger broke its anchor chain."), ("cid", "That anchor chain of the dredger!"), ("dee", "d"), ("eve", "e"), ("flo", "f")],
            minutes: [1, 50, 10, 20, 30, 40])
        #expect(hint(.sharedWords, comments, 2) == nil)
    }
}

@Suite struct TimeEvidenceTests {
    private func aged(_ ages: [String]) -> [Comment] {
        sample(ages.indices.map { ("p\($0)", "words \($0)") }, timed: false).enumerated().map { index, comment in
            var comment = comment
            comment.postedText = ages[index]
            return comment
        }
    }

    @Test func agesAreTimesAmongThemselves() {
        let comments = aged(["9 hours ago", "2 hours ago", "8 hours ago", "7 hours ago", "1 hour ago", "6 hours ago", "5 hours ago", "4 hours ago"])
        #expect(comments.allSatisfy { $0.posted == nil })
        #expect(hint(.threadOrder, comments, 1)?.parent == 0)
        #expect(hint(.threadOrder, comments, 4)?.parent == 3)
        #expect(hint(.threadOrder, comments, 2) == nil)
        let german = aged(["vor 9 Stunden", "vor 2 Stunden", "vor 8 Stunden", "vor 7 Stunden", "vor 1 Stunde", "vor 6 Stunden", "vor 5 Stunden", "vor 4 Stunden"])
        #expect(hint(.threadOrder, german, 1)?.parent == 0)
    }

    @Test func whatIsOlderThanItsThreadsLastIsNoAnswerBesideIt() {
        // 3 is older than 2, so it cannot stand beside it under 1.
        let comments = sample((0..<7).map { ("p\($0)", "words \($0)") }, minutes: [1, 20, 50, 40, 10, 11, 12])
        #expect(hint(.threadOrder, comments, 2)?.parent == 1)
        #expect(hint(.threadOrder, comments, 3)?.parent == 0)
    }

    @Test func anIndentedCommentThatIsOlderAnswersAnother() {
        let comments = sample([("ann", "one"), ("bob", "two"), ("cid", "three"), ("dee", "four"), ("eve", "five")], minutes: [1, 30, 20, 40, 50])
        let clues: [Int: [ReplyClue]] = [1: [ReplyClue(.indentation, .comment(0))], 2: [ReplyClue(.indentation, .comment(1))], 4: [ReplyClue(.indentation, .comment(3))]]
        let replies = resolved(found(comments, clues: clues, statesThreading: true)).replies
        #expect(replies[1]?.parent == 0 && replies[4]?.parent == 3)
        #expect(replies[2]?.parent == nil)
    }
}

@Suite struct TallyTests {
    @Test func fewCasesSayLittle() {
        let kind = Tally(79, of: 98)
        #expect(kind.share == 0.8)
        #expect(Tally(0, of: 0).confidence(among: kind) == 0.8)
        #expect(Tally(2, of: 2).confidence(among: kind) < 0.84)
        #expect(Tally(950, of: 1_000).confidence(among: kind) > 0.94)
        #expect(Tally(0, of: 5).confidence(among: kind) < 0.55)
    }
}
