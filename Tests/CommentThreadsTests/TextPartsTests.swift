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
        ])
    func names(text: String, name: String) throws {
        let (line, document) = line(text)
        let found = try #require(InlineName.find(in: line))
        #expect(document.text(found) == name)
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
