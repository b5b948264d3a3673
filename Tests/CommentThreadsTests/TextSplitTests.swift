import DiscourseModel
import Markup
import Testing

@testable import CommentThreads

import struct DiscourseModel.Comment

/// Pages of our own invention in the two looks in which archives keep text.
@Suite("Comments in plain text")
struct TextSplitTests {
    func find(_ text: String) -> FoundComments {
        findComments(inText: TextDocument(utf8: Array(text.utf8)), reference: Timestamp(year: 2016, month: 5, day: 1, hour: 12))
    }

    func authors(_ found: FoundComments) -> [String?] { found.comments.map { $0.author?.name } }
    func texts(_ found: FoundComments) -> [String] { found.comments.map(\.text) }

    @Test("bullets with names, portraits' texts and glued labels; no times at all")
    func bullets() throws {
        let found = find(
            """
            New pier opens on Friday
                The pier was closed for two years and opens again on Friday, the harbour office said.

                All comments

                • Tall Ships
                  About time, if you ask anyone who has to carry a boat across the mud every single morning.
                • Nobody asked the fishermen. They were told in the pub, as they always are, and that was the end of it.

                  It will be the same with the crane.
                • avatar
                  I looked at the plans in the town hall and the new part is no longer than the old part was.
                • avatar
                  piotr77in reply toTall Ships(Show commentHide comment)
                  Tall Ships, carry it over the bridge then.
                • avatar
                  and on Monday it will rain.
                Show new comments (0)
            """)
        try #require(authors(found) == ["Tall Ships", nil, nil, "piotr77", nil])
        #expect(texts(found)[3] == "Tall Ships, carry it over the bridge then.")
        #expect(texts(found)[1].contains("end of it.\n\nIt will be"))
        #expect(texts(found)[4] == "and on Monday it will rain.")
        #expect(found.clues[3].contains(ReplyClue(.label, .name("Tall Ships"))))
        #expect(found.clues.indices.allSatisfy { $0 == 3 || found.clues[$0].isEmpty })
        #expect(found.platform == "text")
        let title = 0, heading = 2
        #expect(!found.claimed.contains(title) && !found.claimed.contains(1))
        #expect(found.claimed.contains(heading))
    }

    static let flat = """
        New pier opens on Friday
        The pier was closed for two years and opens again on Friday, the harbour office said on Tuesday.
        3 Responses to “New pier opens on Friday”
        Hanna Brandt says:
        May 12, 2015 at 10:20 am
        About time, if you ask anyone who has to carry a boat across the mud every morning.
        It was never about the money.
        Reply
        old_salt says:
        May 12, 2015 at 11:05 am
        Carry it over the bridge then.
        Reply
        Hanna Brandt says:
        May 13, 2015 at 8:40 am
        The bridge is closed, too!
        Reply
        Leave a Reply
        Your email address will not be published.
        Name *
        Recent Posts
        Fish prices rise again this winter
        """

    @Test("one block a line, header before the words")
    func headers() throws {
        let found = find(Self.flat)
        try #require(authors(found) == ["Hanna Brandt", "old_salt", "Hanna Brandt"])
        #expect(texts(found)[0] == "About time, if you ask anyone who has to carry a boat across the mud every morning.\nIt was never about the money.")
        #expect(texts(found)[2] == "The bridge is closed, too!")
        #expect(found.comments.map { $0.posted?.iso8601 } == ["2015-05-12T10:20", "2015-05-12T11:05", "2015-05-13T08:40"])
        #expect(found.comments[1].postedText == "May 12, 2015 at 11:05 am")
        #expect(found.completeness.claimed == 3)
        #expect(found.claimed.contains(2) && !found.claimed.contains(1))
    }

    @Test("one block a line, the line with name and time behind the words")
    func footers() throws {
        let found = find(
            """
            New pier opens on Friday
            The pier was closed for two years and opens again on Friday, the harbour office said on Tuesday.
            Comments
            About time, if you ask anyone who has to carry a boat across the mud every morning.
            Posted by: Hanna Brandt | May 12, 2015 at 10:20 AM
            Carry it over the bridge then, as we all did when we were young and the pier was not there.
            Or stay at home.
            Posted by: old_salt | May 12, 2015 at 11:05 AM
            The bridge is closed, too! Did you not read the paper yesterday?
            Posted by: Hanna Brandt | May 13, 2015 at 08:40 AM
            Post a comment
            Comments are moderated, and will not appear until the author has approved them.
            """)
        try #require(authors(found) == ["Hanna Brandt", "old_salt", "Hanna Brandt"])
        #expect(texts(found)[1].hasSuffix("Or stay at home."))
        #expect(texts(found)[0].hasPrefix("About time"))
    }

    @Test("forum posts: a side bar between name and time, post numbers")
    func forum() throws {
        let found = find(
            """
            Harbour forum
            tallships
            Senior Member
            Joined
            Feb 3, 2009
            Messages
            1,204
            Location
            Nordhavn
            May 12, 2015
            #1
            Has anyone seen the ships that came from the north? I was at the pier all night and saw none.
            Reply
            old_salt
            Member
            Joined
            Mar 9, 2011
            Messages
            77
            May 12, 2015
            #2
            I did, they were grey.
            Reply
            hanna_b
            Moderator
            Joined
            Jan 1, 2005
            Messages
            9,310
            Location
            Vesterby
            May 13, 2015
            #3
            Grey? Mine were blue, but it was late in the evening and I had lost my glasses.
            Reply
            tallships
            Senior Member
            Joined
            Feb 3, 2009
            Messages
            1,204
            Location
            Nordhavn
            May 13, 2015
            #4
            So there were two of them.
            Reply
            You must log in or register to reply here.
            """)
        try #require(authors(found) == ["tallships", "old_salt", "hanna_b", "tallships"])
        #expect(texts(found)[1] == "I did, they were grey.")
        #expect(texts(found)[3] == "So there were two of them.")
    }

    @Test("replies indented below what they answer")
    func indentation() throws {
        let found = find(
            """
            2 points on the pier

            4 comments

              • Hanna Brandt
                12 May 2015, 10:20

                About time, if you ask anyone who has to carry a boat across the mud.

                Reply

                • old_salt
                  12 May 2015, 11:05

                  Carry it over the bridge then.

                  Reply

                  • Hanna Brandt
                    12 May 2015, 11:30

                    The bridge is closed, too!

                    Reply

              • mia
                13 May 2015, 08:15

                Can we talk about the crane instead?

                Reply

            Leave a comment
            """)
        try #require(authors(found) == ["Hanna Brandt", "old_salt", "Hanna Brandt", "mia"])
        let parents = found.clues.map { clues -> Int? in
            for clue in clues where clue.evidence == .indentation { if case .comment(let parent) = clue.target { return parent } }
            return nil
        }
        #expect(parents == [nil, 0, 1, nil])
        #expect(found.statesThreading)
    }

    @Test("names and words alone, under a heading with a number")
    func namesAlone() throws {
        let found = find(
            """
            Something about a pier and the ships that come to it from the north every spring.
            3 comments
            Hanna Brandt
            About time, if you ask anyone who has to carry a boat across the mud every morning.
            old_salt
            Carry it over the bridge then, as we did.
            Hanna Brandt
            The bridge is closed, too, did you not read the paper yesterday?
            Powered by a comment system
            """)
        try #require(authors(found) == ["Hanna Brandt", "old_salt", "Hanna Brandt"])
        #expect(texts(found)[2].hasPrefix("The bridge"))
    }

    @Test("buttons with the time behind the words, the name before them")
    func buttonsBelow() throws {
        let found = find(
            """
            Something about a pier and the ships that come to it from the north every spring.
            3 Comments
            Sort by
            Newest
            Hanna Brandt
            About time, if you ask anyone who has to carry a boat across the mud every morning.
            Like · Reply · 3 · May 5, 2015 10:00am
            Ole Hansen
            They never do.
            Like · Reply · May 5, 2015 11:30am
            Mia Lund
            Well, I did read it in the paper two days before. Not that it helped.
            Like · Reply · 1 · May 6, 2015 9:12am
            """)
        try #require(authors(found) == ["Hanna Brandt", "Ole Hansen", "Mia Lund"])
        #expect(texts(found)[1] == "They never do.")
        #expect(found.comments[0].votes?.up == 3)
    }

    @Test("what a page says of more comments is kept")
    func completeness() {
        let found = find(Self.flat.replacing("3 Responses", with: "118 Responses").replacing("Leave a Reply", with: "Load more comments\nLeave a Reply"))
        #expect(found.comments.count == 3)
        #expect(found.completeness.claimed == 118)
        #expect(found.completeness.reasons == ["Load more comments"])
        let discussion = Discussion(comments: found.comments, replies: found.comments.map { _ in nil }, completeness: found.completeness)
        #expect(discussion.completenessNotes.map(\.message) == ["the page states 118 comments, and 3 are here (Load more comments)"])
    }

    @Test("a label that adds to a name is settled by the names on the page")
    func qualifiedTarget() {
        let found = find(
            Self.flat.replacing("Carry it over", with: "In reply to About time by Hanna Brandt (not verified)\nCarry it over"))
        #expect(found.comments.count == 3)
        #expect(found.clues[1] == [ReplyClue(.label, .name("Hanna Brandt"))])
    }

    @Test("the place of a comment covers its words")
    func place() throws {
        let bytes = Array(Self.flat.utf8)
        for comment in find(Self.flat).comments {
            let place = try #require(comment.place)
            let slice = String(decoding: bytes[place.start..<place.end], as: UTF8.self)
            #expect(slice.contains(comment.text))
        }
    }
}
