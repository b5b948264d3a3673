import DiscourseModel
import Markup
import Testing

@testable import CommentThreads

import struct DiscourseModel.Comment

/// Which elements of a page are its comments, and what in them is the words: on pages of no known system.
@Suite struct RecordGroupTests {
    private func found(_ body: String) -> [Comment] {
        findComments(inHTML: HTMLDocument(utf8: Array("<html lang=\"en\"><body>\(body)</body></html>".utf8)), reference: nil, usePlatforms: false).comments
    }

    private let people = ["Ida Moor", "Korbin", "Mila Roos", "Edda", "Joost", "Zoe Lund"]

    /// Where the page calls and numbers them comments, one letter is one, and so is a word that reads like a name.
    @Test func shortCommentsAreComments() {
        let words = ["+1", "M", "Korbin", "Seconded, with all my heart.", "?!", "Agreed"]
        let list = words.enumerated().map { "<div class='comment' id='comment-\($0 + 7)'><b class='author'>\(people[$0])</b> <i class='date'>\($0 + 1) May 2024, 10:00</i><p>\($1)</p></div>" }
        let comments = found("<div class='comments'>\(list.joined())</div>")
        #expect(comments.map(\.text) == words)
        #expect(comments.map { $0.author?.name } == people)
    }

    /// The same without numbers is too little to go by.
    @Test func shortWordsWithoutNumbersAreNoComments() {
        let list = people.map { "<div class='entry'><b>\($0)</b><p>M</p></div>" }
        #expect(found("<div>\(list.joined())</div>").isEmpty)
    }

    /// Two cells of each post, the one of who with a date of its own: the post is the record.
    @Test func cellsAreNotRecords() {
        let posts = people.enumerated().map { index, name in
            "<div class='rk' id='p\(index + 40)'><div class='ck ck-a'><a class='uk username' href='/u/\(index)'>\(name)</a><p>Joined 3 Feb 2015</p><p>Posts \(index * 7)</p></div>"
                + "<div class='ck ck-b'><span>\(index + 1) May 2024, 10:00</span><div class='message-words'>\(index == 2 ? "No." : "The \(index). boat was late again this week, and nobody said why.")</div></div></div>"
        }
        let comments = found("<h2>6 replies</h2>" + posts.joined())
        #expect(comments.map { $0.author?.name } == people)
        #expect(comments.map { $0.posted?.day } == [1, 2, 3, 4, 5, 6])
        #expect(comments.map { $0.text.hasPrefix("The") || $0.text == "No." } == [Bool](repeating: true, count: 6))
    }

    /// A quoted passage longer than the answer is not the answer.
    @Test func aQuoteIsNotTheBody() {
        let posts = people.enumerated().map { index, name in
            let quote = "<blockquote class='quote'><div class='quote-head'><cite>\(people[(index + 1) % 6]) wrote:</cite></div><div class='quote-content'>\(String(repeating: "The ferry will run every ten minutes. ", count: 6))</div></blockquote>"
            return "<article class='post' id='p\(index + 40)'><b class='author'>\(name)</b> <time datetime='2024-05-0\(index + 1)T10:00:00Z'>x</time><div class='post-inner'>\(index % 2 == 0 ? quote : "")<p>Hardly a detour, number \(index).</p></div></article>"
        }
        #expect(found("<h2>6 comments</h2>" + posts.joined()).map(\.text) == (0..<6).map { "Hardly a detour, number \($0)." })
    }

    /// A list of a site's newest comments leads to many pages and is no discussion.
    @Test func newestCommentsOfASiteAreNoDiscussion() {
        let list = people.enumerated().map { "<div class='comment'><b class='author'>\($1)</b> on <a href='/stories/\(["ferry", "mill", "weir", "sluice", "pond", "eels"][$0])#comment-\($0)'>A story of the river and its people</a><i class='date'>\($0 + 1) May 2024</i><p>The boat was late again.</p></div>" }
        #expect(found("<div class='latest'>\(list.joined())</div>").isEmpty)
    }

    /// The foot of an article invites to comment; comments do not.
    @Test func feetOfArticlesAreNoComments() {
        let list = people.prefix(2).map { "<div class='post'><p>Written by <b class='author'>\($0)</b> <a href='/ferry#respond'>Leave a Comment</a></p><p class='date'>5 November 2012</p><p>Filed under: Banking, and some more words about it.</p></div>" }
        #expect(found(list.joined()).isEmpty)
    }

    @Test func likesAreNoComments() {
        let list = people.map { "<li class='comment note'><a class='author' href='/\($0.utf8.count)'>\($0)</a> <i class='date'>5 May 2024</i> <p>liked this post of ours.</p></li>" }
        #expect(found("<ol class='comments'>\(list.joined())</ol>").isEmpty)
    }

    // MARK: Names of classes

    @Test func layoutWordsNameNoJob() {
        for word in ["text-muted", "md:p-4", "justify-content-between", "d-flex", "gap-2", "mb-3", "w-100", "flex", "rounded-circle", "list-unstyled"] {
            #expect(Array(word.utf8).withUnsafeBufferPointer(isLayoutWord), "\(word)")
            #expect(Hints.read(Array(word.utf8)[...]).isDisjoint(with: [.body, .author, .comment]), "\(word)")
        }
        for word in ["comment", "post-12", "p-author", "h-entry", "text-content", "message-body", "c-7", "list-item"] { #expect(!Array(word.utf8).withUnsafeBufferPointer(isLayoutWord), "\(word)") }
        #expect(Hints.read(Array("text-content".utf8)[...]).contains(.body))
    }

    @Test(arguments: [
        ("Posted by Ida Moor", "Ida Moor"), ("https://weir.example/ Ida Moor", "Ida Moor"), ("Ida Moor <ida@weir.example>", "Ida Moor"), ("Korbin – Korbin", "Korbin"), ("Ida Moor @ida@weir.example", "Ida Moor"), ("@ida", "@ida"), ("Ida Ida Moor", "Ida Ida Moor"),
    ]) func aNameIsTakenAlone(line: String, name: String) { #expect(Labels.nameAlone(line) == name) }
}
