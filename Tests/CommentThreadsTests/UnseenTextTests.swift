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

    /// Where only times of day, names and whole sentences tell them from a list of articles.
    @Test func fewHeadersAboveSpeechMakeADiscussion() {
        expect(page { "\($2)\nBy \($1) on \($0 + 13) May 2024 at 10:1\($0)AM" })
        expect(page { "\($1) \($0 + 7) points \($0 + 2) years ago\n\($2)" })
        expect(page { "\($1) added a comment - \($0 + 13)/May/24 10:1\($0) AM\n\($2)" })
    }

    @Test func theTimeOfDayMayBeGluedToTheYear() {
        let found = page("Comments (5)\n") { "\($1)\n\($0 + 13) May 202410:1\($0) a.m.\n\($2)" }
        expect(found)
        #expect(found.comments.map { $0.posted?.iso8601 } == (0..<5).map { "2024-05-\($0 + 13)T10:1\($0)" })
    }

    @Test func lettersInPlaceOfPortraitsAreNoWords() {
        expect(page("5 comments\n") { "\(["IM", "KO", "MR", "E", "IM"][$0])\n\($1)\n\($0 + 2) years ago\n\($2)\nReply" })
    }

    @Test func numbersGluedToNamesCountUp() {
        expect(page("5 comments\n") { "\($0 + 1)\($1) \($0 + 13) May 2024 10:1\($0)\n\($2)\nReply Report" })
    }

    /// Numbers of entries whose header ends with the time are no parts of the words below.
    @Test func entriesOfATrackerAreNumbered() {
        expect(page("History\n") { "#\($0 + 1) Updated by \($1) about \($0 + 2) years ago\n\($2)" })
    }

    @Test func readersSayBelowAHeading() {
        expect(page("What readers say\n") { "\($1), \($0 + 13) May 2024: \($2)" })
    }

    @Test func afterTheButtonComesTheNextName() {
        let short = ["No.", "I do not think so, and I never will.", "Exactly.", "My grandmother rowed across in her time.", "Rowing would be faster."]
        let found = page("5 comments\n") { index, name, _ in "\(name)\n\(short[index])\nReply" }
        #expect(found.comments.map { $0.author?.name } == people)
        #expect(found.comments.map(\.text) == short)
    }

    @Test func guestsAreCalledSo() {
        let names = ["Zofia", "Gość", "wrona7", "Gość", "Kacper W."]
        let found = page("Komentarze (5)\n") { index, _, words in "\(names[index]) \(index + 13).05.2024 10:1\(index)\n\(words)\nodpowiedz | zgłoś" }
        #expect(found.comments.map { $0.author?.name } == names)
    }

    @Test func initialsOpenNames() {
        let found = page("Comentários\n") { index, _, words in "A. Morais escreveu em \(index + 13) de maio de 2024 às 10h1\(index):\n\(words)\nDenunciar" }
        #expect(found.comments.map { $0.author?.name } == Array(repeating: "A. Morais", count: 5))
    }

    @Test func addressesBehindNamesAreNoPartOfThem() {
        expect(page { "\($2)\n\($1) <x\($0)@example.org>\nNorthgate - Monday, May \($0 + 13), 2024 at 10:1\($0):00 (GMT)\n______" })
    }

    // MARK: Pieces of headers in lines of their own

    @Test func loneWordsBelongToNamesAndTimes() {
        expect(page("5 comments\n") { "\($1)\nsays:\nMay \($0 + 3), 2024\nat\n10:1\($0) AM\n\($2)\nReply" })
        expect(page("5 comments\n") { "Posted by\n  \($1)  \non\nMay \($0 + 3), 2024\n\($2)\nReply" })
        let found = page("5 comments\n") { "\($1)\n\($0 + 3) May 2024\n\($2)\n\($0 == 2 ? "In reply to\nThe boat was late\nby\nIda Moor\n" : "")Reply" }
        #expect(found.comments.map(\.text) == words)
        #expect(found.clues[2].map(\.target) == [.name("Ida Moor")])
        // Every line of the text that a comment was made of is claimed, and no other.
        #expect((0..<38).filter { found.claimed.contains($0) }.count == 5 * 4 + 5)
    }

    @Test func namesMayBeginAsWordsOfHeadersDo() {
        let names = ["ByTheSea", "na1led", "Mila R.", "Edda", "ByTheSea"]
        let found = page("5 comments\n") { "by \(names[$0]) (10\($0)) writes: on May \($0 + 3), 2024 10:1\($0) AM\n\($2)\nReply" }
        #expect(found.comments.map { $0.author?.name } == names.enumerated().map { "\($1) (10\($0))" })
    }

    /// A date, and the age in a line below it, twice.
    @Test func aDateAndItsAgeAreOneTime() { expect(page("5 comments\n") { "\($1)\nMay \($0 + 3), 2024\n1 yr\nMay \($0 + 3), 2024\n1 yr\n\($2)\nReply" }) }

    // MARK: The year of dates

    /// 3 May was a Friday in 2024.
    @Test func theYearOfTheCopyrightIsTheDatesWhereTheirDaysFit() {
        let days = ["Friday", "Saturday", "Sunday", "Monday", "Tuesday"]
        func years(_ foot: String, _ days: [String]) -> [Int?] {
            let records = people.indices.map { "\(people[$0]) on \(days[$0]) May \($0 + 3), @10:1\($0)AM\n\(words[$0])\nReply\n" }.joined()
            return findComments(inText: TextDocument(utf8: Array(("5 comments\n" + records + foot).utf8)), reference: nil).comments.map { $0.posted?.year }
        }
        #expect(years("© 2019–2024 Harbour Weekly", days) == [2024, 2024, 2024, 2024, 2024])
        #expect(years("Copyright 2025 Harbour Weekly. All rights reserved.", days) == [2024, 2024, 2024, 2024, 2024])
        #expect(years("Copyright 2021 Harbour Weekly", days) == [nil, nil, nil, nil, nil])
        #expect(years("The Harbour Weekly of 2024", days) == [nil, nil, nil, nil, nil])
    }

    // MARK: Other scripts

    @Test func greekIsReadWithAccentsAndCapitals() {
        expect(page("Σχόλια (5)\n") { "\($1)\n\($0 + 13) Μαΐου 2024, 10:1\($0)\n\($2)\nΑπάντηση" })
        #expect(Folding.fold("ΣΧΌΛΙΑ") == Folding.fold("σχόλια"))
        #expect(CommentCount.read("ΣΧΟΛΙΑ (5)") == 5)
    }

    /// Who wrote stands above the words, where from below them; who is answered is glued to the name.
    @Test func whereFromIsNobodyAndTheAnsweredIsNamed() {
        let names = ["小书虫", "老城旧事", "夜航船", "小书虫", "夜航船"]
        let words = ["我星期六去过，连一张安静的桌子都找不到。", "完全同意。", "磨坊路的分馆开到晚上八点。", "谁来付钱呢？没人愿意交税。", "每年多交一百块我很乐意。"]
        let found = page("5 条评论\n") { index, _, _ in "\(names[index])\(index == 1 ? "回复小书虫" : "")\n\(words[index])\n\(index + 1) 天前· IP 属地上海" }
        #expect(found.comments.map { $0.author?.name } == names)
        #expect(found.comments.map(\.text) == words)
        #expect(found.clues.map { $0.map(\.target) } == [[], [.name("小书虫")], [], [], []])
    }

    @Test func aNumberBeforeTheWordForANameIsThePosts() {
        let found = page { "\($0 + 1) 名前：\($1)：2024/05/1\($0) 10:1\($0):12\n\($0 == 2 ? ">>1\n" : "")\($2)" }
        #expect(found.clues.map { $0.map(\.target) } == [[], [], [.comment(0)], [], []])
    }

    /// Names above, times below with a button glued to them; nothing says where the section begins.
    @Test func theFirstNameIsTheNearestAboveTheFirstWords() {
        let found = page { "\($1)\($0 == 2 ? " ответил(а) Ida Moor" : "")\n\($2)\n\($0 + 2) минуты назадОтветить\($0)" }
        expect(found)
        #expect(found.clues[2].map(\.target) == [.name("Ida Moor")])
    }

    // MARK: Names and times in one line with more

    @Test func placesBesideTimesAreNobody() {
        expect(page("5 comments\n") { "\($1)\n\(["Leeds", "Over there", "Paris", "Utrecht", "Leeds"][$0]) | May \($0 + 13)\n\($2)\nReply" })
    }

    @Test func buttonsBehindATimeInBracketsAreNoWords() {
        expect(page("5 comments\n") { "\($2)\n\($1)(\($0 + 13).05.24 10:1\($0))Reply" })
    }

    @Test func namesBeforeColonsNeedNoBlankInHan() {
        let names = ["小书虫", "老城旧事", "夜航船", "momo", "夜航船"]
        let words = ["我星期六去过，连一张安静的桌子都找不到。", "完全同意。", "磨坊路的分馆开到晚上八点。", "谁来付钱呢？没人愿意交税。", "每年多交一百块我很乐意。"]
        let found = page("评论 5\n") { index, _, _ in "\(names[index]):\(words[index])\n21-5-\(index + 13) 10:1\(index) 来自广东" }
        #expect(found.comments.map { $0.author?.name } == names)
        #expect(found.comments.map(\.text) == words)
    }

    @Test func anAgeWithoutDigitsMayBeGluedToTheName() {
        expect(page("5 comentários\n") { "\($1)\($0 == 2 ? "há um dia" : "há \($0 + 2) dias")\n\($2)\nResponder" })
    }

    @Test func addressesInBracketsAreNoPartOfLabelledNames() {
        expect(page { "From: \($1) <u\($0)_at_example.org>\nDate: Mon, \($0 + 13) May 2024 10:1\($0):00 +0100\nSubject: \($0 > 0 ? "Re: " : "")the boat\n\($2)" })
    }

    @Test func numberedTitlesStandOverHeaders() {
        let found = page("5 Leserkommentare\n") { "\($0 + 1). \(["Boats", "Who pays?", "Well", "The quay", "Then row"][$0])\nvon \($1) am \($0 + 13).05.2024, 10:1\($0) Uhr\n\($2)" }
        expect(found)
    }

    @Test func numbersCountUpBeforeWhoPosted() {
        let found = page("この記事へのコメント\n") { "\($0 + 1). Posted by \($1)\n2024年05月1\($0)日 10:1\($0)\n\($2)" }
        #expect(found.comments.count == 5)
    }

    /// Who wrote an article, when, and how many have commented on it.
    @Test func countsOfCommentsBehindTimesMakeAListOfArticles() {
        #expect(page { "The boats, part \($0)\nBy \($1) · \($0 + 13) May 2024, 10:1\($0) · \($0 * 3) comments\n\($2)" }.comments.isEmpty)
    }

    // MARK: Where the comments end

    /// A list of other pages with their dates is no part of the last comment, and makes no headers.
    @Test func listsOfOtherPagesAreNoComments() {
        let list = ["The quay is mended 2.03.2024", "A bridge for the mill 3.03.2024", "Who pays for the boats 4.03.2024", "The market moves 5.03.2024"]
        for bullet in ["", "  • "] {
            let text = "The boats of the island\nThe boat sails twice a day.\n5 comments\n" + people.indices.map { "\(people[$0]) \($0 + 13) May 2024 10:1\($0)\n\(words[$0])" }.joined(separator: "\n") + "\nLatest\n" + list.map { bullet + $0 }.joined(separator: "\n")
            expect(findComments(inText: TextDocument(utf8: Array(text.utf8)), reference: nil))
        }
        let found = page { "\($1) \($0 + 13) May 2024 10:1\($0)\n\($2)\nReply\($0 == 4 ? "\nLatest\n" + list.joined(separator: "\n") : "")" }
        #expect(found.comments.map(\.text) == words)
    }

    @Test func shortWordsAboveTheFirstSignatureAreWords() {
        let short = ["Exactly this.", "No.", "People want a quiet place with a roof and a plug.", "Then pay for it.", "Thanks!"]
        let found = page("Discussion\n") { index, name, _ in "\(short[index])\nPosted by \(name) on 05/\(index + 13)/2024 16:24\n\(index * 3 + 15)" }
        #expect(found.comments.map { $0.author?.name } == people)
        #expect(found.comments.map(\.text) == short)
    }

    // MARK: Beside the name

    @Test func membersHaveTimes() {
        expect(page("5 comments\n") { "\($1) Member 2024-05-1\($0) 08:22\n\($2)\n\($0 * 3 + 15)" })
        expect(page("5 comments\n") { "\($1) Member\n\($0 + 13) May 2024, 10:1\($0)\n\($2)\nReply" })
    }

    @Test func whatWasEditedIsNoPartOfTheName() {
        expect(page("5 comments\n") { "\($1)\($1)\($0 % 2 == 1 ? " (edited)" : "") \($0 + 13) May 2024 10:1\($0)\n\($2)\nReply" })
        expect(page("5 comments\n") { "\($1)\($0 % 2 == 1 ? " (edited)" : "")\n\($0 + 13) May 2024 10:1\($0)\n\($2)\nReply" })
    }

    @Test func namesMayStandBelowTheTimesOfAFew() {
        let found = page("Comments\n") { index, name, words in index > 2 ? "" : "\(index + 13) May 2024 at 10:1\(index)\n\(name)\n\(words)" }
        #expect(found.comments.map { $0.author?.name } == Array(people[..<3]))
    }
}
