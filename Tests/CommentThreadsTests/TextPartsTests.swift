import DiscourseModel
import Markup
import Testing
import TimeExpressions

@testable import CommentThreads

/// The parts of the text splitter, each alone.
@Suite("Parts of the text splitter")
struct TextPartsTests {
    func line(_ text: String) -> (TextLine, TextDocument) {
        let document = TextDocument(utf8: Array(text.utf8))
        return (TextLine.read(document, reader: TimeReader(reference: nil, language: nil, dayFirst: nil))[0], document)
    }

    @Test("numbers before words are parted from them, numbers before times are not")
    func leadingNumbers() {
        func cuts(_ lines: [String]) -> Int {
            LeadingParts(TextDocument(utf8: Array(lines.joined(separator: "\n").utf8)), reader: TimeReader(reference: nil, language: nil, dayFirst: nil)).cuts.count
        }
        #expect(cuts(["#1 We took the late ferry.", "#2 The early one was full.", "#3 Nobody told us that."]) == 3)
        #expect(cuts(["#1 · May 3, 2024", "We took the late ferry.", "#2 · May 4, 2024", "The early one was full.", "#3 · May 5, 2024", "Nobody told us that."]) == 0)
    }

    @Test("folding", arguments: [("Réponses", "reponses"), ("ОТВЕТИТЬ Ещё", "ответить еще"), ("Şikâyet Iğdır", "sikayet igdir"), ("أضف", "اضف"), ("ＡＢ１", "ab1")])
    func folding(text: String, folded: String) {
        #expect(Folding.fold(text) == folded)
    }

    @Test(
        "names in header lines",
        arguments: [
            ("Posted by: Hanna Brandt | September 26, 2012 at 04:48 PM", "Hanna Brandt"),
            ("by old_salt (1977) on November 9, 2010 at 6:10 am. Reply #", "old_salt (1977)"),
            ("Hanna Brandt — July 18th, 2012, 4:09 pm", "Hanna Brandt"),
            ("On October 12, 2012 at 10:52 am Hanna said:", "Hanna"),
            ("[–]old_salt 188 points189 points 12 May 2012", "old_salt"),
            ("hanna avatar hanna 12 May 2012", "hanna"),
            ("A Simple Life says:", "A Simple Life"),
            ("3楼 小雨点 2021-03-12 10:22", "小雨点"),
            ("editor-ruth added a comment - 12/Mar/21 10:22", "editor-ruth"),
            ("rosa6112 marzo 2021 alle 10:22", "rosa61"),
            ("Hanna C26 October 2012 18:25", "Hanna C"),
            ("skater8811 hours ago", "skater88"),
            ("miller7 March 12, 2021, 11:00am", "miller7"),
            ("Posted by Music Man on Aug 8, 2021 10:12 AM", "Music Man"),
            ("하얀구름2021.03.12. 10:22", "하얀구름"),
        ])
    func names(text: String, name: String) throws {
        let (line, document) = line(text)
        let found = try #require(InlineName.find(in: line))
        #expect(document.text(found) == name)
    }

    @Test(
        "names in lines of their own",
        arguments: [("3 - أم خالد", "أم خالد"), ("望山 [上海市网友]", "望山"), ("100 Acre Wood", "100 Acre Wood"), ("7of9", "7of9")])
    func wholeNames(text: String, name: String) throws {
        let (line, document) = line(text)
        let found = try #require(line.wholeName)
        #expect(document.text(found) == name)
    }

    @Test(
        "how a text's dates are read",
        arguments: [
            ("Le four sera rallumé chaque dimanche pour tout le quartier.\n05/03/2021 à 10:22", 3),
            ("The oven will be lit on the first Sunday of the month.\n05/03/2021 10:22", 5),
            ("The oven is lit.\n05/03/2021 10:22\n17/03/2021 10:22", 3),
            ("마을 도서관에 고양이 사서가 왔다.\n03.12 10:22", 3),
        ])
    func calendar(text: String, month: Int) throws {
        let document = TextDocument(utf8: Array(text.utf8))
        let reader = TextCalendar.reader(for: document, reference: Timestamp(year: 2022, month: 1, day: 1, hour: 0))
        let found = try #require(reader.first(in: document.text(document.lines[1])))
        #expect(found.timestamp?.month == month)
    }

    @Test("no name where there is none", arguments: ["#2 · Jan 15, 2024", "Posted on May 12, 2015 at 10:20", "Reply"])
    func noName(text: String) {
        #expect(InlineName.find(in: line(text).0) == nil)
    }

    @Test(
        "labels that name whom a comment answers",
        arguments: [
            ("piotr77in reply toTall Ships(Show commentHide comment)", "piotr77", "Tall Ships"),
            ("In reply to The bridge is closed by Hanna Brandt", "", "Hanna Brandt"),
            ("Reply to  Hanna", "", "Hanna"),
            ("Ole in risposta a Mia", "Ole", "Mia"),
            ("Олег в ответ на Мария", "Олег", "Мария"),
            ("Als Antwort auf Jürgen", "", "Jürgen"),
        ])
    func labels(text: String, before: String, target: String) throws {
        let (line, document) = line(text)
        let label = try #require(document.bytes.withUnsafeBufferPointer { ReplyLabel.find(in: line, $0, document.lines[0].range) })
        #expect(document.text(label.before) == before)
        #expect(document.text(label.target) == target)
    }

    @Test("buttons are no labels", arguments: ["Reply to this", "Reply to this comment", "Log in to reply"])
    func noLabels(text: String) {
        let (line, document) = line(text)
        #expect(document.bytes.withUnsafeBufferPointer { ReplyLabel.find(in: line, $0, document.lines[0].range) } == nil)
    }

    @Test(
        "headings that say how many",
        arguments: [
            ("12 Comments", 12), ("Comments (16)", 16), ("45 Responses to “Piers”", 45), ("1,204 comments", 1204), ("One Response to “Piers”", 1), ("7 Kommentare", 7),
            ("Комментарии (3)", 3), ("4 thoughts on “Piers”", 4), ("13 posts", 13), ("评论 (8)", 8),
        ])
    func claims(text: String, count: Int) {
        let (line, _) = line(text)
        #expect(line.claim == count)
        #expect(line.has(.opensSection))
    }

    @Test(
        "furniture", arguments: ["Reply", "ReplyDelete", "Like · Report", "Log in to reply", "Antworten", "Ответить", "回复", "返信", "Show comment / Hide comment", "Rate This: 0 0", "avatar"])
    func furniture(text: String) {
        #expect(line(text).0.isFurniture)
    }

    @Test("words are no furniture", arguments: ["I like this report", "Thanks, Hanna", "no", "Good point about the pier"])
    func noFurniture(text: String) {
        #expect(!line(text).0.isFurniture)
    }

    @Test("the vocabulary is folded and no word is empty")
    func vocabulary() {
        for word in Vocabulary.words.keys { #expect(Folding.fold(word) == word && !word.isEmpty) }
        for phrase in Vocabulary.sectionEnds + Vocabulary.moreElsewhere { #expect(!phrase.isEmpty) }
    }
}
