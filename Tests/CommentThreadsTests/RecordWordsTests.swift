import DiscourseModel
import Markup
import Testing

@testable import CommentThreads

import struct DiscourseModel.Comment

/// What in a record of a page that no platform knows is its author's words, and whom these answer.
@Suite struct RecordWordsTests {
    private func found(_ body: String) -> FoundComments {
        findComments(inHTML: HTMLDocument(utf8: Array("<html lang=\"en\"><body>\(body)</body></html>".utf8)), reference: nil)
    }

    private let names = ["Ida Lund", "korbin", "Wren", "Odile"]

    /// Four comments with the words given.
    private func list(_ bodies: [String]) -> String {
        let rows = zip(names, bodies).enumerated().map { "<div class='comment' id='comment-\($0 + 1)'><b class='name'>\($1.0)</b> <span class='date'>May \($0 + 3), 2024 9:1\($0) AM</span><div class='body'>\($1.1)</div></div>" }
        return "<div id='comments'><h3>4 comments</h3>\(rows.joined())</div>"
    }

    @Test func aLinkInASentenceIsNoButton() {
        let page = found(list(["<p>The figures are in the <a href='/f'>report</a>, on the last page.</p>", "<p>No boat today.</p>", "<p>Nor tomorrow.</p>", "<p>As I said. <a href='#'>Report</a></p>"]))
        #expect(page.comments.map(\.text) == ["The figures are in the report, on the last page.", "No boat today.", "Nor tomorrow.", "As I said."])
    }

    @Test func severalParagraphsOfOneNameAreOneText() {
        let firsts = ["I was at the quay at six.", "The bell rang twice.", "My sister came from the island.", "It is said in town."]
        let seconds = ["No boat today, as it seems.", "Nor tomorrow.", "Who says so?", "The harbour master says so."]
        let rows = names.enumerated().map { "<article class='note' id='note-\($0 + 1)'><header><a class='author' href='/users/\($0)'>\($1)</a> <time datetime='2024-05-0\($0 + 1)T09:00:00Z'>May</time></header><div class='in'><p class='text'>\(firsts[$0])</p><p class='text'>\(seconds[$0])</p></div><button>Reply</button></article>" }
        #expect(found("<section class='notes'>\(rows.joined())</section>").comments.map(\.text) == zip(firsts, seconds).map { "\($0)\n\n\($1)" })
    }

    @Test func wordsThatSayWhatTheyAnswerAreALink() {
        let page = found(list(["<p>No boat today.</p>", "<p>Nor tomorrow, as I hear.</p>", "<p>(In reply to korbin from <a href='#comment-2'>comment 2</a>) Who says so?</p>", "<p>The harbour master.</p>"]))
        #expect(page.clues.map { $0.map(\.target) } == [[], [], [.key("2")], []])
    }

    @Test func aNameBehindTheTimeIsIntroducedByAWord() {
        let rows = ["Bruno", "Odile", "Wren"].enumerated().map { "<dt id='c\($0 + 1)'>\($0 + 1). Le \($0 + 3) mai 2024, 15:48 par <a href='http://\($0).example.org'>\($1)</a></dt><dd><p>\(["Rien de neuf au port depuis le passage du dernier bateau.", "Le bateau est parti sans attendre les gens de la rive nord.", "Qui le dit, et pourquoi le saurait-on avant la mairie ?"][$0])</p></dd>" }
        #expect(found("<div id='comments'><h3>Commentaires</h3><dl>\(rows.joined())</dl></div>").comments.map(\.author?.name) == ["Bruno", "Odile", "Wren"])
    }

    @Test func sinceWhenSomebodyIsAMemberIsNoTimeOfAComment() {
        let rows = names.enumerated().map { "<li class='comment' id='c-\($0 + 1)'><div class='card'><b class='name'>\($1)</b><span>Joined</span> <time datetime='2019-03-01T10:00:00Z'>Mar 1, 2019</time></div><time datetime='2024-05-0\($0 + 1)T10:00:00Z'>May \($0 + 1)</time><div class='body'><p>No boat on day \($0).</p></div></li>" }
        #expect(found("<ol class='comments'>\(rows.joined())</ol>").comments.map(\.posted?.year) == [2024, 2024, 2024, 2024])
    }
}
