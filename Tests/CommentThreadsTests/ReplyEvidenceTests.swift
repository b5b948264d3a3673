import DiscourseModel
import Foundation
import Testing

import struct DiscourseModel.Comment

@testable import CommentThreads

@Suite struct ReplyEvidenceTests {
    // MARK: What the page states

    @Test func structureWinsOverWords() throws {
        let comments = sample([("ann", "one"), ("bob", "two"), ("cid", "bob, what do you mean by that?")])
        let result = resolved(found(comments, clues: [2: [ReplyClue(.nesting, .comment(0))]], statesThreading: true))
        let reply = try #require(result.replies[2])
        #expect(reply.parent == 0 && reply.evidence == .nesting && reply.isExplicit)
    }

    @Test func depthTellsTheTruthWhereNestingLies() {
        let comments = sample([("ann", "one"), ("bob", "two"), ("cid", "three")])
        let clues = [ReplyClue(.nesting, .comment(1)), ReplyClue(.depthClass, .comment(0))]
        #expect(resolved(found(comments, clues: [2: clues], statesThreading: true)).replies[2]?.parent == 0)
    }

    @Test func agreeingCluesSupportEachOther() {
        let comments = sample([("ann", "one"), ("bob", "two")])
        let clues = [ReplyClue(.nesting, .comment(0)), ReplyClue(.parentID, .key("1")), ReplyClue(.label, .name("Ann"))]
        let reply = resolved(found(comments, clues: [1: clues], statesThreading: true)).replies[1]
        #expect(reply?.evidence == .parentID)
        #expect(reply?.supporting == [.nesting, .label])
        #expect(reply?.targetName == "Ann")
    }

    @Test func aThreadedPageSaysTopLevel() {
        let comments = sample([("ann", "The ferry was better."), ("bob", "No."), ("cid", "@ann you are right"), ("dee", "Fine weather today.")])
        let result = resolved(found(comments, clues: [1: [ReplyClue(.nesting, .comment(0))]], statesThreading: true))
        #expect(result.replies[2]?.parent == nil)
        #expect(result.replies[2]?.isExplicit != true)
        #expect(result.replies[2]?.confidence ?? 0 < 0.8)
        #expect(result.replies[3] == nil)
    }

    // MARK: Labels

    @Test func aLabelNamesTheAuthorsLatestComment() {
        let comments = sample([("Ann Lee", "one"), ("bob", "two"), ("Ann Lee", "three"), ("cid", "four"), ("Ann Lee", "five")])
        let reply = resolved(found(comments, clues: [3: [ReplyClue(.label, .name("ann lee"))]])).replies[3]
        #expect(reply?.parent == 2 && reply?.isExplicit == true && reply?.targetName == "ann lee")
    }

    @Test func aLabelAndAQuotationTellWhichComment() {
        let comments = sample([
            ("ann", "The lighthouse was painted green in my youth."), ("bob", "two"), ("ann", "three"),
            ("cid", "\"The lighthouse was painted green in my youth\" - it was red."),
        ])
        #expect(resolved(found(comments, clues: [3: [ReplyClue(.label, .name("ann"))]])).replies[3]?.parent == 0)
    }

    @Test func whoIsNotThereStaysAName() throws {
        let comments = sample(
            [
                ("ann", "The new harbour costs too much."),
                (nil, "Have a look at this channel, a good source of analysis, they have videos every week."),
                (nil, "Nice weather for sailing, though."),
                ("bob", "saltydog, agreed. Their reports are worth the time."),
            ], timed: false)
        let reply = try #require(resolved(found(comments, clues: [3: [ReplyClue(.label, .name("saltydog"))]])).replies[3])
        #expect(reply.parent == nil && reply.targetName == "saltydog" && reply.isExplicit)
        #expect(reply.inferredParent == 1)
    }

    @Test func whoIsNotThereIsNobodyWithAName() {
        let comments = sample([("ann", "A good source of analysis, with videos."), ("bob", "saltydog, their reports are good.")])
        let reply = resolved(found(comments, clues: [1: [ReplyClue(.label, .name("saltydog"))]])).replies[1]
        #expect(reply?.parent == nil && reply?.inferredParent == nil && reply?.targetName == "saltydog")
    }

    @Test func anonymousNamesAreNeverJoined() {
        let comments = sample([("Guest", "one"), ("ann", "two"), ("Guest", "three"), ("bob", "four")])
        let reply = resolved(found(comments, clues: [3: [ReplyClue(.label, .name("Guest"))]])).replies[3]
        #expect(reply?.parent == nil && reply?.targetName == "Guest")
        let names = AuthorNames(of: comments, order: TimeOrder(of: comments))
        #expect(names.author == [nil, 0, nil, 1])
    }

    // MARK: Words

    private func hint(_ evidence: Reply.Evidence, _ comments: [Comment], _ comment: Int) -> ReplyHint? {
        let context = ReplyContext(comments, findQuotations(in: comments, article: Article()), hints: [])
        return EvidenceKind.all.first { $0.evidence == evidence }?.find?(context, comment)
    }

    @Test(arguments: ["Blackie, no.", "blackie: no", "@Blackie no", "Hi Blackie! No.", "Blackie - no", "Blackie\nno", "Thanks, Blackie. No."])
    func leadingNames(text: String) {
        let comments = sample([("Blackie", "good they got two"), ("moe", "well"), ("ann", text)])
        let kind: Reply.Evidence = text.hasPrefix("@") ? .mention : .leadingName
        if text.hasPrefix("blackie") {
            // In lower case a short name might be a word.
            #expect(hint(kind, comments, 2) == nil)
        } else {
            #expect(hint(kind, comments, 2)?.parent == 0)
        }
    }

    @Test func namesAreFoundLongestFirstAndFirstNamesIfUnique() {
        let comments = sample([
            ("Mary", "one"), ("Mary Ann Smith", "two"), ("Tom Jones", "three"), ("Tom Waits", "four"), ("Zoe Blue", "five"),
            ("x", "Mary Ann Smith, no"), ("y", "Tom, no"), ("z", "Zoe, no"), ("w", "Mary, no"), ("v", "Blackie.com is nice"),
        ])
        #expect(hint(.leadingName, comments, 5)?.parent == 1)
        #expect(hint(.leadingName, comments, 6) == nil)
        #expect(hint(.leadingName, comments, 7)?.parent == 4)
        #expect(hint(.leadingName, comments, 8)?.parent == 0)
    }

    @Test func namesAreNotFoundInAddressesOrOfLaterComments() {
        let comments = sample([("ann", "write to me@blackie.org"), ("Blackie", "one"), ("bob", "Dora, wait"), ("Dora", "two")])
        #expect(hint(.mention, comments, 0) == nil)
        #expect(hint(.leadingName, comments, 2) == nil)
    }

    @Test func quotedWordsOfAnotherComment() {
        let comments = sample([
            ("ann", "The toll is a tax on the poor, whatever you call it."), ("moe", "Rain again."),
            ("bob", "The toll is a tax on the poor, whatever you call it.\n\nThe poor take the bus."),
        ])
        let reply = resolved(found(comments)).replies[2]
        #expect(reply?.parent == 0 && reply?.evidence == .quotation && reply?.isExplicit == false)
    }

    @Test func quoteBoxesNameTheirComment() {
        var comments = sample([("ann", "one"), ("bob", "two"), ("cid", "Yes!"), ("dee", "No!")])
        comments[2].quoted = [QuotedPassage(text: "one", author: "somebody", key: "1", at: 0)]
        comments[3].quoted = [QuotedPassage(text: "two", author: "Bob", at: 0)]
        let replies = resolved(found(comments)).replies
        #expect(replies[2]?.parent == 0 && replies[2]?.evidence == .quoteLink && replies[2]?.isExplicit == true)
        #expect(replies[3]?.parent == 1)
    }

    @Test(arguments: ["Ann wrote:", "Ann said:", "Originally posted by Ann", "Ann schrieb:", "Ann a écrit :", "Ann пишет:"])
    func linesThatNameWhomTheyQuote(line: String) {
        let comments = sample([
            ("Ann", "We had four ferries a day then."), ("moe", "So?"), ("bob", line + "\nWe had four ferries a day then.\nFive, in summer."),
        ])
        #expect(hint(.attribution, comments, 2)?.parent == 0)
    }

    @Test func subjectLines() {
        let comments = sample([("ann", "Four ferries\nwere enough"), ("bob", "Else\nfoo"), ("cid", "Re: Four ferries\nNo."), ("dee", "Re: Four ferries\nYes.")])
        #expect(hint(.subject, comments, 2)?.parent == 0)
        #expect(hint(.subject, comments, 3)?.parent == 2)
        #expect(hint(.subject, comments, 1) == nil)
    }

    @Test func authorsTakeTurns() {
        let comments = sample([("ann", "one"), ("bob", "two"), ("ann", "three"), ("cid", "four"), (nil, "five")])
        #expect(hint(.turnTaking, comments, 2)?.parent == 1)
        #expect(hint(.turnTaking, comments, 3) == nil)
        #expect(hint(.turnTaking, comments, 4) == nil)
    }

    @Test func orderAloneMakesNoParent() {
        let comments = sample([("ann", "one"), ("bob", "two"), ("cid", "three")])
        #expect(resolved(found(comments)).replies == [nil, nil, nil])
    }

    @Test func timesOfAPageInThreadOrder() {
        // 1 and 2 answer 0 (they are younger than 3), 4 answers 3, 6 answers 5; 7 is the last and may be either.
        let comments = sample(
            [("ann", "a"), ("bob", "b"), ("ann", "c"), ("cid", "d"), ("dee", "e"), ("eve", "f"), ("flo", "g"), ("gil", "h"), ("hal", "i"), ("ida", "j")],
            minutes: [1, 50, 55, 10, 60, 20, 70, 30, 40, 45])
        let replies = resolved(found(comments)).replies
        #expect(replies.map { $0?.parent ?? $0?.inferredParent } == [nil, 0, 1, nil, 3, nil, 5, nil, nil, nil])
        #expect(replies[1]?.evidence == .threadOrder)
        #expect(replies[1]?.isExplicit == false)
    }

    @Test func newestFirst() {
        let comments = sample([("cid", "ann, that was long ago"), ("bob", "x"), ("ann", "I remember the ferries.")], minutes: [30, 20, 10])
        #expect(TimeOrder(of: comments).isNewestFirst)
        #expect(TimeOrder(of: comments).earliestFirst == [2, 1, 0])
        #expect(hint(.leadingName, sample([("cid", "Ann, that was long ago"), ("Ann", "I remember the ferries.")], minutes: [30, 10]), 0)?.parent == 1)
    }

    @Test func everyKindOfEvidenceHasItsOwnName() throws {
        let names = EvidenceKind.all.map(\.evidence.rawValue)
        #expect(Set(names).count == names.count)
        // One file a kind.
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/../../Sources/CommentThreads/Evidence"
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".swift") }
        #expect(files.count == names.count)
        #expect(EvidenceKind.all.filter { $0.find == nil }.map(\.confidence).allSatisfy { $0 > 0.8 && $0 < 1 })
    }
}

@Suite struct ReplyPolicyTests {
    @Test func indentationUnderTheFirstAloneSaysNothing() {
        let comments = sample((0..<6).map { ("p\($0)", "words number \($0)") })
        let clue = [ReplyClue(.indentation, .comment(0))]
        let flat = resolved(found(comments, clues: [1: clue, 2: clue, 3: clue, 4: clue, 5: clue]))
        #expect(flat.replies.allSatisfy { $0 == nil })
        let later = [ReplyClue(.indentation, .comment(3))]
        let threaded = resolved(found(comments, clues: [1: clue, 2: clue, 4: later, 5: later], statesThreading: true))
        #expect(threaded.replies.map { $0?.parent } == [nil, 0, 0, nil, 3, 3])
    }

    @Test func aPageThatLabelsItsRepliesStatesThemAll() {
        let comments = sample([
            ("ann", "one"), ("bob", "two"), ("cid", "three"), ("dee", "four"), ("bob", "five"),
            ("eve", "The toll is a tax on the poor, whatever you call it."), ("fay", "The toll is a tax on the poor, whatever you call it.\n\nNo."),
        ])
        let labels: [Int: [ReplyClue]] = [2: [ReplyClue(.label, .name("ann"))], 3: [ReplyClue(.label, .name("bob"))]]
        let reply = resolved(found(comments, clues: labels)).replies[6]
        #expect(reply?.parent == nil && reply?.inferredParent == 5)
        #expect(resolved(found(comments)).replies[6]?.parent == 5)
    }

    @Test func weakGuessesAreKeptApart() throws {
        var comments = sample([("ann", "one two"), ("bob", "three"), ("cid", "four"), ("dee", "Ann, what was that about the ferries?")])
        comments[3].posted = comments[2].posted
        let reply = try #require(resolved(found(comments)).replies[3])
        #expect(reply.parent == nil && reply.inferredParent == 0 && reply.targetName == "ann")
        #expect(reply.confidence < 0.8 && !reply.isExplicit)
    }

    @Test func theMinimumConfidenceIsTheUsers() {
        let comments = sample([("ann", "one"), ("bob", "two"), ("cid", "three"), ("dee", "Ann, what was that?")])
        let page = found(comments)
        #expect(resolveReplies(page, quotations: [], minimumConfidence: 0.5).replies[3]?.parent == 0)
        #expect(resolveReplies(page, quotations: [], minimumConfidence: 0.99).replies[3]?.parent == nil)
    }

    @Test func nobodyAnswersWhatIsNotYetWritten() {
        // In page order bob is before cid, in time behind: a page with the best first.
        let comments = sample([("ann", "one"), ("bob", "two"), ("cid", "@bob no"), ("dee", "three")], minutes: [30, 40, 10, 20])
        #expect(resolved(found(comments)).replies[2] == nil)
        let stated = resolved(found(comments, clues: [2: [ReplyClue(.nesting, .comment(1))]], statesThreading: true))
        #expect(stated.replies[2]?.parent == 1)
        #expect(stated.notes.contains { $0.message.contains("posted later") && $0.comment == 2 })
    }

    @Test func emptyAndSmallPages() {
        #expect(resolved(found([])).replies.isEmpty)
        #expect(resolved(found(sample([(nil, "")]))).replies == [nil])
        #expect(findQuotations(in: [], article: Article()).isEmpty)
    }
}
