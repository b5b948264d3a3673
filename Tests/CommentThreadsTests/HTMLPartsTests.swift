import DiscourseModel
import Markup
import Testing
import TimeExpressions

@testable import CommentThreads

import struct DiscourseModel.Comment

/// The small parts that the finder of comments in HTML is put together from.
@Suite struct HTMLPartsTests {
    private func found(_ body: String) -> FoundComments {
        findComments(inHTML: HTMLDocument(utf8: Array("<html lang=\"en\"><body>\(body)</body></html>".utf8)), reference: nil)
    }

    // MARK: LabelTable

    @Test func labelsCountWithoutCaseDigitsAndSigns() {
        let labels = LabelTable(["load more comments", "ещё комментарии"])
        for text in ["Load more comments", "LOAD MORE COMMENTS (12)", "  load   more comments…", "» Load more comments", "Load more comments ✍️", "💬 Load more comments", "Ещё комментарии"] {
            #expect(labels.contains(Array(text.utf8)[...]), "\(text)")
        }
        for text in ["", "12", "load more", "load more comments now", "download more comments"] { #expect(!labels.contains(Array(text.utf8)[...]), "\(text)") }
    }

    @Test func aNumberHasNoLabel() {
        #expect(LabelTable.hash(of: Array("1552".utf8)[...]) == nil)
        #expect(LabelTable.hash(of: Array("1552 votes".utf8)[...]) == LabelTable.hash(of: Array("Votes 7".utf8)[...]))
    }

    // MARK: NamesBesideTimes

    @Test func aShortTextBesideATimeMayBeAName() {
        for name in ["Ida Moor", "tide_table", "Зоя", "みどり", "@korbin"] { #expect(NamesBesideTimes.name(in: Array(name.utf8)[...]) == name) }
        for text in ["", "Posted on", "What a day!", "a much longer line that goes on and on", "50 %", "5"] { #expect(NamesBesideTimes.name(in: Array(text.utf8)[...]) == nil, "\(text)") }
    }

    @Test func aLabelBesideEveryTimeNamesNobody() {
        let people = ["Ida", "Korbin", "Mila", "Edda", "Joost"]
        let lines = people.enumerated().map { "<p><i>\($1)</i> <u>Published</u> <b>\($0 + 1) May 2024, 10:00</b></p>" }.joined()
        let document = HTMLDocument(utf8: Array("<html><body>\(lines)</body></html>".utf8))
        let signals = Signals(document, times: TimeReader(reference: nil, language: "en", dayFirst: nil))
        #expect(signals.names.entries.map(\.name) == people)
    }

    // MARK: MoreComments

    private func comments(_ count: Int) -> String {
        (1...count).map { "<div class='comment' id='comment-\($0)'><b class='author'>Reader \($0)</b> <time datetime='2024-05-0\($0)T10:00:00Z'>\($0) May</time><p>The \($0). boat was late again this week.</p></div>" }.joined()
    }

    @Test(arguments: [("<a href='#'>Load more comments</a>", "load more"), ("<p>Page 2 of 7</p>", "this is page 2 of 7"), ("<button>Weitere Kommentare laden</button>", "load more")])
    func moreThanThePageHoldsIsSaid(_ footer: (html: String, reason: String)) {
        let reasons = found("<div class='comments'>\(comments(3))\(footer.html)</div>").completeness.reasons
        #expect(reasons.contains { $0.contains(footer.reason) }, "\(reasons)")
    }

    @Test func aWholeThreadHasNoReason() { #expect(found("<div class='comments'>\(comments(3))</div>").completeness.reasons.isEmpty) }

    @Test(arguments: [
        ("<h3>Comments</h3>\(threeComments)<p>Page 2 of 7</p>", "more comments may exist: this is page 2 of 7"),
        ("<h3>118 comments</h3>\(threeComments)", "the page states 118 comments, and 3 are here"),
        ("<h3>24 Comments</h3><p>Sign in to read and write comments.</p>", "the page states 24 comments, and none is here"),
    ])
    func whatThePageClaimsIsNoted(_ section: (html: String, note: String)) {
        let found = found("<p>The bridge will be closed for eleven weeks from Monday, the port said.</p><div class='comments'>\(section.html)</div>")
        let discussion = Discussion(comments: found.comments, replies: found.comments.map { _ in nil }, completeness: found.completeness)
        #expect(discussion.completenessNotes.map(\.message) == [section.note])
    }

    private static var threeComments: String { HTMLPartsTests().comments(3) }

    @Test(arguments: [
        ("<a href='#comments'>118 comments</a>", 118), ("<a href='/bridge#disqus_thread'>118 Comments</a><div id='disqus_thread'></div>", 118),
        ("<section id='comments'><h2>0 comments</h2></section>", 0), ("<p>He made 12 comments in the debate.</p>", nil),
        ("<ul><li><a href='/a#comments'>3 comments</a><li><a href='/b#comments'>8 comments</a></ul>", nil), ("<h1>10 comments that moved the port</h1>", nil),
    ] as [(String, Int?)])
    func aPageWithoutCommentsMayStateACount(_ page: (html: String, claimed: Int?)) {
        #expect(found("<p>The bridge will be closed for eleven weeks from Monday, the port said.</p>" + page.html).completeness.claimed == page.claimed)
    }

    // MARK: Records

    @Test func aPingbackIsItsTitleAndItsWords() {
        let pings = """
            <li class='comment' id='comment-1'><cite class='fn'>Ida</cite> <a href='#comment-1'>May 3, 2021 at 9:14 am</a><p>It was late again.</p></li>
            <li class='pingback' id='comment-2'><p>Pingback: <a href='https://gull.example/post'>The bridge that shook</a></p></li>
            """
        let found = found("<ol class='commentlist'>\(pings)</ol>")
        #expect(found.comments.map(\.kind) == [.comment, .pingback])
        #expect(found.comments.map(\.author?.name) == ["Ida", "The bridge that shook"])
        #expect(found.comments.map(\.text) == ["It was late again.", ""])
    }

    @Test func aRoleBesideTheNameIsABadgeWhateverItsClass() {
        let roles = ["<em>Staff</em>", "", "<span class='x'>Author</span>"]
        let comments = roles.enumerated().map { "<div class='comment' id='comment-\($0)'><div><b class='author'>Reader \($0)</b> \($1)</div><time>\($0 + 1) May 2024</time><p>The \($0). boat was late again this week.</p></div>" }
        #expect(found(comments.joined()).comments.map(\.author?.badges) == [["Staff"], [], ["Author"]])
    }

    @Test(arguments: [
        ("Comment hidden because of its low rating. Show it anyway", Comment.State.hidden), ("This comment is hidden. Click to show.", .hidden),
        ("Dieser Kommentar wurde ausgeblendet.", .hidden), ("Комментарий скрыт из-за низкого рейтинга", .hidden), ("Hidden things are often dear.", nil),
        ("[deleted]", .deleted), ("This comment was removed by a moderator.", .removed),
    ] as [(String, Comment.State?)])
    func aPlaceholderTellsItsState(_ line: (text: String, state: Comment.State?)) { #expect(Placeholders.state(of: line.text) == line.state) }

    // MARK: Statements

    @Test func statedAnswersStandInsideWhatTheyAnswer() {
        let data = """
            {"@type":"Article","comment":[{"@type":"Comment","author":{"name":"Ida"},"text":"It was late again.","dateCreated":"2024-05-03T10:00:00Z",
            "comment":[{"@type":"Comment","author":"Korbin","text":"By an hour, I hear."}]}]}
            """
        let document = HTMLDocument(utf8: Array("<html><head><script type=\"application/ld+json\">\(data)</script></head><body></body></html>".utf8))
        var reader = StatementReader(document, times: TimeReader(reference: nil, language: "en", dayFirst: nil))
        let stated = reader.read()
        #expect(stated.map(\.author?.name) == ["Ida", "Korbin"])
        #expect(stated.map(\.parent) == [nil, 0])
        #expect(stated.first?.time?.iso8601 == "2024-05-03T10:00:00Z")
    }

    @Test func aStatementFillsAGapAndChangesNothing() {
        let records = [ReadRecord(node: 1), ReadRecord(node: 2)]
        records[0].author = Author(name: "Ida M.")
        records[0].text = "It was late again."
        records[1].text = "By an hour, I hear."
        let stated = [
            StatedComment(source: .jsonLD, node: 0, author: Author(name: "Ida"), text: "It was late again."),
            StatedComment(source: .jsonLD, node: 0, author: Author(name: "Korbin"), text: "By an hour, I hear.", parent: 0),
            StatedComment(source: .jsonLD, node: 0, text: "Nobody sees this one."),
        ]
        let (parents, unseen) = reconcile(records, with: stated)
        #expect(records.map(\.author?.name) == ["Ida M.", "Korbin"])
        #expect(parents == [nil, 0])
        #expect(unseen == 1)
    }

    // MARK: What is no comment

    @Test func theFieldsOfAFormAreNoComment() {
        let page = found("<h3>Leave a comment</h3><form action='/comments' method='post'><p class='comment-form-author'><label>Name</label><input type='text' name='author'></p><p class='comment-form-text'><textarea></textarea></p></form>")
        #expect(page.comments.isEmpty)
    }

    @Test func countsOfVotesAreNoComments() {
        let rows = (1...5).map { "<li class='comment'><h2><a href='/c/\($0)'>About the boats</a></h2><cite>Reader \($0)</cite> <small>\(300 - $0) Recommendations</small></li>" }.joined()
        #expect(found("<div class='comments'><ol>\(rows)</ol></div>").comments.isEmpty)
    }

    @Test func aLinkToTheCommentsIsNoWordPressComment() {
        let page = found("<p>The boat sails at night again, the harbour company said on Tuesday.</p><ul class='meta'><li class='comment'><a href='#c'>Comments</a> (1)</li></ul>")
        #expect(page.comments.isEmpty)
    }

    @Test func aCommentMayBeItsSubjectAlone() {
        let bodies = ["<p>The boat was late again this week.</p>", "", "<p>By an hour and more, as I hear.</p>", "<p>And nobody says a word at the quay.</p>"]
        let items = ["Late", "indeed", "Not for me", "Every night"].enumerated().map {
            "<div class='comment' id='comment-\($0 + 1)'><h5 class='comment_title'><a href='#'>\($1)</a></h5><div class='cbody'>\(bodies[$0])</div><p class='by'>by <a href='/users/\($0)'>Reader \($0)</a> on <span class='time'>Aug \($0 + 1), 2012 9:37 AM</span></p></div>"
        }.joined()
        #expect(found("<div class='comments'>\(items)</div>").comments.map(\.text) == ["The boat was late again this week.", "indeed", "By an hour and more, as I hear.", "And nobody says a word at the quay."])
    }

    @Test func aSignatureEndsACommentOfSeveralParagraphs() {
        func signature(_ name: String, _ hour: Int) -> String { " <a href='/wiki/User:\(name)'>\(name)</a> (<a href='/wiki/User_talk:\(name)'>talk</a>) 1\(hour):00, 5 May 2014 (UTC)" }
        let page = found("<div class='mw-parser-output'><h2>Boats</h2><p>The timetable is old.</p><p>Who has a newer one?\(signature("Ida", 1))</p><dl><dd>I have, see the quay.\(signature("Korbin", 2))<dl><dd>Thank you.\(signature("Ida", 3))</dd></dl></dd></dl></div>")
        #expect(page.platform == "mediawiki")
        #expect(page.comments.map(\.author?.name) == ["Ida", "Korbin", "Ida"])
        #expect(page.comments.map { $0.text.split(separator: "\n").map(String.init) } == [["The timetable is old.", "Who has a newer one?"], ["I have, see the quay."], ["Thank you."]])
    }
}
