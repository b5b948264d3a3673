import DiscourseModel
import Markup
import Testing

@testable import CommentThreads

/// Pages without comments that look as though they had some, and texts made to hurt.
@Suite("Traps in plain text")
struct TextTrapTests {
    func find(_ text: String) -> FoundComments { findComments(inText: TextDocument(utf8: Array(text.utf8)), reference: nil) }

    @Test(
        "nothing is invented",
        arguments: [
            // A list of articles with authors and times.
            """
            Harbour News
            Ships arrive from the north
            By Hanna Brandt | May 12, 2015 10:20 AM
            The ships arrived on Tuesday and were welcomed by a band.
            Read more
            Pier closed for repairs
            By Ole Hansen | May 11, 2015 9:00 AM
            The old pier will be closed until the end of the month.
            Read more
            New crane delivered
            By Mia Lund | May 10, 2015 4:15 PM
            A crane that can lift ninety tons was delivered on Sunday.
            Read more
            """,
            // Tweets in an article.
            """
            Ships arrive from the north
            The ships arrived on Tuesday and were welcomed by a band, the mayor said.
            They are here! So big. pic.example.org/x1 — Hanna Brandt (@hbrandt) May 12, 2015
            The harbour master expects more ships in the autumn, but did not say how many.
            Watch the ships come in http://example.org/t — Harbour News (@harbournews) May 12, 2015
            The pier will stay open until nine.
            Read more
            """,
            // A menu under the word "Comments", and a form.
            """
            Ships arrive from the north
            The ships arrived on Tuesday and were welcomed by a band, the mayor said.
            Comments
              • Home
              • News
              • Weather
              • Contact us
            Leave a comment
            Your name
            """,
            // Related links.
            """
            The ships arrived on Tuesday and were welcomed by a band, the mayor said.
            0 Comments
            Related
              • Pier closed for repairs until the end of the month, says office
                May 11, 2015
              • New crane can lift ninety tons, and nobody knows what for
                May 10, 2015
            """,
            "", "\n\n\n", "Comments", "12 comments\n", "avatar\navatar\navatar\n",
        ])
    func nothing(text: String) {
        let found = find(text)
        #expect(found.comments.isEmpty)
        #expect(found.platform == "none")
    }

    @Test("a text cut at any byte is read without a crash")
    func truncation() {
        let whole = Array((TextSplitTests.flat + "\n  • Zoë – ответить 回复 返信\n    • в ответ на Олег 3 года назад\n\u{FEFF}#12 · «Ю»").utf8)
        for end in stride(from: 0, through: whole.count, by: 1) {
            let text = String(decoding: whole[..<end], as: UTF8.self)
            let found = find(text)
            #expect(found.comments.count == found.clues.count)
        }
    }

    @Test("ten thousand comments take time in proportion")
    func size() {
        func page(_ count: Int) -> String {
            "\(count) comments\n"
                + (0..<count).map { "user\($0 % 97) says:\nMay 12, 2015 at 10:\(10 + $0 % 50) am\nThe pier number \($0) is open again, and that is good.\nReply\n" }.joined()
                + "Leave a Reply\n"
        }
        let clock = ContinuousClock()
        var found = 0
        let small = clock.measure { found += find(page(500)).comments.count }
        let large = clock.measure { found += find(page(5_000)).comments.count }
        #expect(found == 5_500)
        #expect(large < small * 40)
    }

    @Test("a line of nothing but signs of comments holds none")
    func hostile() {
        let line = String(repeating: "says: 12 May 2015 reply ", count: 40_000)
        #expect(find(line).comments.isEmpty)
    }
}
