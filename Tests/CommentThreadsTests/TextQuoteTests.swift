import DiscourseModel
import Markup
import Testing

@testable import CommentThreads

/// Passages under "X said:" and signatures, in forum pages of our own invention.
@Suite("Quotations and signatures in plain text")
struct TextQuoteTests {
    func find(_ text: String) -> FoundComments { findComments(inText: TextDocument(utf8: Array(text.utf8)), reference: nil) }

    /// Headers of posts and of quotations look alike; here the latter outnumber the former.
    @Test func headersOfQuotationsAreNoPosts() throws {
        let found = find(
            """
            Which lamp for the boathouse?
            4 posts
            tamsin
            Posted May 3, 2024
            I need a lamp for the boathouse that can stand salt and damp for years on end.
            It should also be bright enough to mend a sail by, in the middle of the winter.
            Reply
            Ruan Pell
            Posted May 3, 2024
            2 hours ago, tamsin said:
            I need a lamp for the boathouse that can stand salt and damp for years on end.
            Take one of brass.
            2 hours ago, tamsin said:
            It should also be bright enough to mend a sail by, in the middle of the winter.
            And hang up two of them.
            Reply
            hedda
            Posted May 4, 2024
            1 hour ago, Ruan Pell said:
            And hang up two of them.
            Two would blow the fuse in most of the old sheds along the quay.
            Reply
            tamsin
            Posted May 4, 2024
            Then I shall buy one lamp and a new fuse.
            Reply
            """)
        #expect(found.comments.map { $0.author?.name } == ["tamsin", "Ruan Pell", "hedda", "tamsin"])
        #expect(found.comments.map(\.text)[1] == "Take one of brass.\nAnd hang up two of them.")
        #expect(found.comments[1].quoted.map(\.author) == ["tamsin", "tamsin"])
        #expect(found.comments[1].quoted.map(\.at) == [0, 18])
        let replies = resolveReplies(found, quotations: findQuotations(in: found.comments, article: Article())).replies
        #expect(replies[1]?.parent == 0)
        #expect(replies[2]?.parent == 1)
        #expect(replies[2]?.evidence == .quoteLink)
    }

    /// "X says:" above every comment is a header, though one comment repeats another.
    @Test func headersOfCommentsAreNoQuotations() {
        let found = find(
            """
            3 Comments
            tamsin says:
            May 3, 2024 at 9:10 am
            I need a lamp for the boathouse that can stand salt and damp for years on end.
            Reply
            Ruan Pell says:
            May 3, 2024 at 10:10 am
            I need a lamp for the boathouse that can stand salt and damp for years on end.
            Take one of brass, they last.
            Reply
            hedda says:
            May 3, 2024 at 11:10 am
            Brass turns green within a year here.
            Reply
            """)
        #expect(found.comments.map { $0.author?.name } == ["tamsin", "Ruan Pell", "hedda"])
        let quoting = found.comments.filter { !$0.quoted.isEmpty }
        #expect(quoting.isEmpty)
    }

    @Test func whatEndsAllPostsOfAPersonIsASignature() {
        let found = find(
            """
            3 posts
            tamsin
            May 3, 2024
            #1
            Who has seen the ferry tonight?
            _____
            Tamsin of the two oars
            Ruan Pell
            May 3, 2024
            #2
            It left at six, as it always does.
            tamsin
            May 3, 2024
            #3
            Then I have missed it again.
            _____
            Tamsin of the two oars
            """)
        #expect(found.comments.map(\.text) == ["Who has seen the ferry tonight?", "It left at six, as it always does.", "Then I have missed it again."])
        #expect(found.comments[0].signature?.hasSuffix("Tamsin of the two oars") == true)
        #expect(found.comments[1].signature == nil)
    }

    @Test func aTitleBelowANameIsNoName() {
        let found = find(
            """
            2 posts
            tamsin
            mostly harmless--sometimes wet
            Joined
            Feb 8, 2017
            May 3, 2024
            #1
            Who has seen the ferry tonight?
            Reply
            Ruan Pell
            the man with the punt
            Joined
            Mar 1, 2019
            May 3, 2024
            #2
            It left at six, as it always does.
            Reply
            """)
        #expect(found.comments.map { $0.author?.name } == ["tamsin", "Ruan Pell"])
    }
}
