import DiscourseModel
import Markup
import Testing

@testable import CommentThreads

/// The plain text of pages of systems that nothing here knows by name.
@Suite struct UnseenTextTests {
    private let people = ["Ida Moor", "korbin88", "Mila R.", "Edda", "Ida Moor"]
    private let words = [
        "The boat was late again this week, and nobody on the quay could say why.", "It waited for the mail from the island, as it does every spring.", "Then they should say so at the ticket window and not let us freeze.",
        "My grandmother rowed across in her time and never missed a market day.", "Rowing would be faster than what we have now, and cheaper too.",
    ]

    private func page(_ head: String = "", _ record: (_ index: Int, _ name: String, _ words: String) -> String) -> FoundComments {
        let text = "The boats of the island\nThe boat sails twice a day from now on, the harbour office said on Monday.\n" + head + people.indices.map { record($0, people[$0], words[$0]) }.joined(separator: "\n")
        return findComments(inText: TextDocument(utf8: Array(text.utf8)), reference: nil)
    }

    private func expect(_ found: FoundComments, _ line: SourceLocation = #_sourceLocation) {
        #expect(found.comments.map { $0.author?.name } == people, sourceLocation: line)
        #expect(found.comments.map(\.text) == words, sourceLocation: line)
    }

    /// Rising numbers behind the times make headers of them, and the name stands below.
    @Test func numbersOfPostsRise() {
        expect(page { "May \($0 + 3), 2024 at 10:1\($0) AM#99\($0 * 13 + 11)\n\($1)\nParticipant\n\($2)" })
    }

    @Test func buttonsOfSmallerLanguages() {
        expect(page("Komentarai (5)\n") { "\($1)\n2024.05.0\($0 + 3) 10:1\($0)\n\($2)\nAtsakytiPranešti" })
        expect(page("תגובות לכתבה\n") { "\($1)|0\($0 + 3).05.24\n\($2)\nהגב לתגובה זו" })
    }

    @Test func aNumberGluedToANameIsThePosts() {
        expect(page("Comments\n") { "#\($0 + 1)\($1) \($0 + 13).05.2024 10:1\($0)\n\($2)\nReply | Quote" })
    }

    @Test func whereSomeoneWritesFromIsNoName() {
        expect(page("5 comments\n") { "\($1)[North Harbour]\n\($2)\n\($0 + 3) May 2024 10:1\($0) Reply Report" })
    }

    @Test func theWordBeforeAnAgeMayBeGluedToTheName() {
        expect(page("5 Kommentare\n") { "\($1)vor \($0 + 2) Stunden\n\($2)\nAntworten" })
    }

    @Test func aDayGluedToAnInitialBegins() {
        expect(page("5 comments\n") { "\($1 == "korbin88" ? "korbin88 " : $1)\($0 + 3) May, 2024 @ 10:1\($0)am\n\($2)" })
    }

    @Test func reviewsOfBuyersAreComments() {
        expect(page("5 Reviews\n") { "\($1) \($0 + 3) May 2024\n\($2)\n\($0 + 3) out of \($0 * 7 + 9) found this helpful. Was this review helpful? Sign in to vote.\nPermalink" })
    }

    /// Below the heading stands a link that reads like a name.
    @Test func theNearestLineAboveTheTimeIsTheName() {
        expect(page("Comentarios (5)\nNormas\n") { "\($1)\n\($0 + 13)/05/2024 - 10:1\($0)\n\($2)\n\($0)\nResponder\nDenunciar" })
    }

    /// The words stand above who and when, and the first far below the heading.
    @Test func theFirstWordsMayStandFarBelowTheHeading() {
        let found = page("Comments 5\nShare what you think\nNewest\nOldest\nBest rated\n") { "\($2)\n\($1), \($0 + 13)/05/2024 10:1\($0)\nReplyNewReport\n\($0 + 2)\nClick to rate" }
        #expect(found.comments.map { $0.author?.name } == people)
        #expect(found.comments.dropFirst().map(\.text) == Array(words.dropFirst()))
    }

    @Test func aLabelMayBeGluedToTheTime() {
        expect(page { "\($1)\nPosted:\($0 + 3) May 2024 10:1\($0) AM\n\($2)\nReply\nMore" })
    }

    @Test func numbersBehindTheTimesRise() {
        expect(page { "\($1) posted 5/\($0 + 13)/2024 10:1\($0):00 AM #\($0 + 1)\n\($2)" })
    }

    @Test func subjectsOfAnswersMakeADiscussion() {
        expect(page { "\($0 == 0 || $0 == 3 ? "" : "Re: ")The boats\nSent by \($1) on \($0 + 13)/05/2024 10:1\($0)\n\($2)" })
    }
}
