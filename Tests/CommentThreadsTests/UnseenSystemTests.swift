import DiscourseModel
import Markup
import Testing

@testable import CommentThreads

import struct DiscourseModel.Comment

/// Pages whose classes and ids say nothing: what is left to go by are names, times, shapes and words.
@Suite struct UnseenSystemTests {
    private func page(_ body: String, language: String = "en") -> FoundComments {
        findComments(inHTML: HTMLDocument(utf8: Array("<html lang=\"\(language)\"><body>\(body)</body></html>".utf8)), reference: nil, usePlatforms: false)
    }

    private func found(_ body: String, language: String = "en") -> [Comment] { page(body, language: language).comments }

    private let people = ["Ida Moor", "Korbin", "Mila Roos", "Edda", "Joost"]
    private let words = [
        "The boat was late again this week, and nobody on the quay could say why.", "It waited for the mail from the island, as it does every spring.", "Then they should say so at the ticket window and not let us freeze.",
        "My grandmother rowed across in her time and never missed a market day.", "Rowing would be faster than what we have now, and cheaper too.",
    ]

    /// A list of five with whatever stands in each of them.
    private func list(_ record: (_ index: Int, _ name: String, _ words: String) -> String) -> String {
        "<div>" + people.indices.map { record($0, people[$0], words[$0]) }.joined() + "</div>"
    }

    private func names(_ comments: [Comment]) -> [String?] { comments.map { $0.author?.name } }

    // MARK: What is a list of comments

    @Test func whoWritesTheirOwnNameWritesNoTitle() {
        let rows = list { index, name, _ in
            "<div class='comment' id='comment-\(index + 1)'><a class='author' href='/u/\(index)'>\(name)</a> <time datetime='2024-05-0\(index + 1)T10:00:00Z'>\(index + 1) May 2024</time><p>\(name)</p></div>"
        }
        #expect(found(rows).count == people.count)
    }

    @Test func answersInsideWhatTheyAnswerNeedNoTimes() {
        func item(_ index: Int, _ name: String, _ answers: String = "") -> String {
            "<li id='qv\(index + 700)'><h4><a href='/c?sid=1&n=\(index + 700)'>\(index % 2 == 0 ? "A word on the boat" : "Re: A word on the boat")</a></h4><div>by <a href='/~u\(index)'>\(name)</a></div><div class='wk'><p>\(words[index])</p></div><ul>\(answers)</ul></li>"
        }
        let comments = found("<ul class='zz'>\(item(0, "Ida", item(1, "Korbin", item(2, "Ida"))))\(item(3, "Edda", item(4, "Joost")))</ul>")
        #expect(names(comments) == ["Ida", "Korbin", "Ida", "Edda", "Joost"])
        #expect(comments.map(\.text) == words)
    }

    @Test func officesInsideOfficesAreNoDiscussion() {
        func office(_ index: Int, _ name: String, _ inner: String = "") -> String { "<li id='n\(index)'><span class='name'>\(name)</span><p>\(words[index])</p><ul>\(inner)</ul></li>" }
        #expect(found("<ul>\(office(0, "Harbour Board", office(1, "Fleet Office") + office(2, "Line Office", office(3, "Ticket Desk"))))</ul>").isEmpty)
    }

    @Test func threeShortOnesUnderAHeadingAreComments() {
        let rows = ["Wonderful!", "Nice one.", "Thanks, all of you"].enumerated().map { "<div class='kq'><div>\($1)</div><p>Posted by: \(people[$0]) | <a href='/e'>May \($0 + 3), 2024 at 10:0\($0) AM</a></p></div>" }
        #expect(found("<h3>Comments</h3><div>\(rows.joined())</div>").map(\.text) == ["Wonderful!", "Nice one.", "Thanks, all of you"])
    }

    /// A name in a heading that leads to its page looks like a title; what each can be answered is no list of articles.
    @Test func namesInHeadingsThatAreLinksAreNoTitles() {
        let rows = list { "<div id='9\($0)31'><div><h3><a href='/u\($0)?refid=18'>\($1)</a></h3><div class='xq'>\($2)</div><div><a href='/l'>Like</a> · <a href='/r'>Reply</a> · <abbr>\($0 + 3) May 2024 at 10:00</abbr></div></div></div>" }
        #expect(names(found(rows)) == people)
    }

    @Test func linksToWholeSitesAreNoTitles() {
        let rows = list { "<div class='rk'><h4><a href='http://the-\($0)-long-walks.example.org/'>\($1) of the Long Walks</a></h4><span>\($0 + 3) May 2024</span><p>\($2)</p></div>" }
        #expect(found(rows).count == 5)
    }

    @Test func sinceWhenPeopleAreMembersMakesNoComments() {
        #expect(found(list { "<div class='member'><h3><a href='/author/\($0)'>\($1)</a></h3><div>Joined March \($0 + 1), 2019</div><p>\($2)</p></div>" }).isEmpty)
    }

    @Test func periodsAreNoTimesOfComments() {
        #expect(found(list { "<div class='ob'><h3>\($1)</h3><span>March \($0 + 1), 1941 – May \($0 + 3), 2024</span><p>\($2)</p></div>" }).isEmpty)
    }

    /// An element that holds the list as each record holds its answers is none of them, and its first record no part of it.
    @Test func theFrameOfAListIsNoComment() {
        func record(_ index: Int, _ answers: String = "") -> String {
            "<div class='kv'><div id='m\(index + 40)' class='lv'><a href='/~\(index)'>\(people[index])</a> <span>\(index + 3) May 2024 10:00</span><div class='wv'><p>\(words[index])</p></div></div><div class='sv'>\(answers)</div></div>"
        }
        let page = page("<div class='sv'><div class='kv' id='all'><div class='sv'>\(record(0))\(record(1, record(2)))\(record(3))</div></div></div>")
        #expect(page.comments.map(\.text) == Array(words[..<4]))
        #expect(page.clues.map { $0.contains { $0.target == .comment(0) } } == [false, false, false, false])
    }

    /// A board whose answers bear the subject behind "Re :", with a space before the colon as the French write it.
    @Test func answersToASubjectAreNoTitlesHoweverTheColonStands() {
        let rows = list { "<div id='p\($0 + 71)' class='bk'><h2><a href='/t?pid=\($0 + 71)#p\($0 + 71)'>0\($0 + 3)-05-2024 10:12:00</a></h2><dl><dt><a href='/profile?id=\($0)'>\($1)</a></dt></dl><h3>\($0 > 0 ? "Re\u{A0}: " : "")The boat of the island</h3><div class='pm'><p>\($2)</p></div></div>" }
        #expect(names(found(rows)) == people)
    }

    @Test func whatHasIdsAndCanBeAnsweredIsNoSideList() {
        let rows = list { "<div class='rw' id='R\($0)9X'><div class='rw-who'><a href='/profile/\($0)'><span class='profile-name'>\($1)</span></a></div><a href='/reviews/R\($0)9X'>Sturdy and not too heavy</a><span class='rw-date'>On \($0 + 3) May 2024</span><p>\($2)</p><a href='#'>Report abuse</a></div>" }
        #expect(names(found("<div class='celwidget'>\(rows)</div>")) == people)
    }

    @Test func commentsOfSeveralPagesAreNoDiscussion() {
        let rows = list { "<li class='recentcomments'><span class='comment-author'>\($1)</span> on <a href='/?p=\($0 + 3)#comment-\($0 + 9010)'>\($2.prefix(20))</a></li>" }
        #expect(found("<h3>Recent comments</h3><ul>\(rows)</ul>").isEmpty)
        let own = list { "<li class='comment' id='c\($0 + 9010)'><b>\($1)</b> <a href='/comment/\($0 + 9010)#Comment_\($0 + 9010)'>\($0 + 3) May 2024</a><p>\($2)</p></li>" }
        #expect(found("<ul>\(own)</ul>").count == 5)
    }

    @Test func picturesWithCreditsAreNoComments() {
        #expect(found(list { "<figure class='ph'><img src='/\($0).jpg'><figcaption>\($2) <span class='credit'>\($1)</span> <span class='date'>\($0 + 3) May 2024</span></figcaption></figure>" }).isEmpty)
    }

    @Test func sinceWhenPeopleWorkHereMakesNoComments() {
        #expect(found(list { "<div class='member'><h3>\($1)</h3><span>Reporter since March \($0 + 1), 2019</span><p>\($2)</p></div>" }).isEmpty)
    }

    @Test func periodsThatBeginWithAYearAreNoTimes() {
        #expect(found(list { "<div class='ob'><h3>\($1)</h3><p>19\($0 + 31) – \($0 + 3) May 2024</p><p>\($2)</p></div>" }).isEmpty)
    }

    /// A heading of two words above "by Jo" is a title.
    @Test func cardsWithTitlesAndBylinesAreNoComments() {
        #expect(found(list { "<div class='card'><h3>\(["Plum cake", "Leek pie", "Barley soup", "Poppy rolls", "Pickled beets"][$0])</h3><p>by <a href='/cook/\($0)'>\($1)</a></p><span>\($0 + 3) May 2024</span><p>\($2)</p><span>\($0 * 7 + 4) likes</span></div>" }).isEmpty)
    }

    @Test func whatIntroducesAListBetweenRulesIsNoRecord() {
        let rows = list { "\($2)<br><a href='mailto:x'>\($1)</a><br>Monday, May \($0 + 13), 2024 at 10:1\($0):00 (GMT)<hr>" }
        #expect(names(found("<h1>Guestbook</h1>Thank you for visiting.<hr>\(rows.dropFirst(5).dropLast(6))")) == people)
    }

    /// Names far from times, in elements that nothing names: what each can be answered people wrote.
    @Test func whatCanBeAnsweredIsWritten() {
        let rows = list { "<article><div><span>\($1)</span></div><p>\($2)</p><div><abbr title='2024-05-1\($0)T10:12:00'>1\($0) May 2024</abbr> <a href='#'>Reply</a><a href='#'>Report</a></div></article>" }
        #expect(names(found(rows)) == people)
    }

    @Test func shortSentencesAreNoNames() {
        #expect(NamesBesideTimes.name(in: ArraySlice("Exactly this.".utf8)) == nil)
        #expect(NamesBesideTimes.name(in: ArraySlice("No.".utf8)) == nil)
        #expect(NamesBesideTimes.name(in: ArraySlice("Sam P.".utf8)) == "Sam P.")
        #expect(NamesBesideTimes.name(in: ArraySlice("D.E.".utf8)) == "D.E.")
    }

    /// The heading above the first time is nobody's name.
    @Test func headingsBeforeTheFirstTimeNameNobody() {
        let rows = list { "<li><div><abbr title='2024-05-1\($0)T10:12:00'>1\($0) May 2024, 10:12</abbr></div><div>\($1)</div><div>\($2) \($2)</div><div><a href='#'>Reply</a></div></li>" }
        #expect(names(found("<h3>Comments</h3><ul>\(rows.dropFirst(5).dropLast(6))</ul>")) == people)
    }

    // MARK: When

    @Test func theTimeOfDayMayStandInAnElementOfItsOwn() {
        let rows = list { "<div class='kt'><a class='name' href='/u\($0)'>\($1)</a><p><span>05-\($0 + 13)-2024</span> <span>10:1\($0) AM</span></p><div class='txt'><p>\($2)</p></div><a href='#'>Reply</a></div>" }
        let comments = found(rows)
        #expect(comments.map { $0.posted?.iso8601 } == (0..<5).map { "2024-05-\($0 + 13)T10:1\($0)" })
        #expect(comments.map(\.text) == words)
    }

    @Test func aNumberBehindADayIsNoTimeOfDay() {
        let rows = list { "<div class='kt'><b class='name'>\($1)</b> <span>\($0 + 13) May 2024</span> <span>12 votes</span><div class='txt'><p>\($2)</p></div><a href='#'>Reply</a></div>" }
        #expect(found(rows).map { $0.posted?.iso8601 } == (0..<5).map { "2024-05-\($0 + 13)" })
    }

    // MARK: Who wrote

    @Test func aWordBehindMostNamesIsNoPartOfThem() {
        let rows = list { "<div class='rk'><span class='author'><b>\($1)</b> prata</span> <span class='date'>\($0 + 3) May 2024, 10:00</span><p>\($2)</p></div>" }
        #expect(names(found(rows)) == people)
    }

    @Test func aSmallWordBetweenNameAndTimeIsNoName() {
        let rows = list { "<div class='rk'><p>\($2)</p><p>by <a href='http://example.org/'>\($1)</a> dne \($0 + 3). 5. 2024 10:00 </p></div>" }
        #expect(names(found(rows)) == people)
    }

    @Test func anInitialInPlaceOfAPortraitIsNoPartOfTheName() {
        #expect(Labels.nameAlone("I Ida Moor") == "Ida Moor")
        #expect(Labels.nameAlone("k Korbin") == "Korbin")
        #expect(Labels.nameAlone("J. Joost") == "J. Joost")
        #expect(Labels.nameAlone("I Am Korbin") == "I Am Korbin")
    }

    @Test func aTimeThatIsNotUnderstoodIsNoPartOfTheName() {
        #expect(Labels.nameAlone("Ida Moor — Huhtikuun 17. 2011 @ 13:04") == "Ida Moor")
        #expect(Labels.nameAlone("Ida - Moor 77") == "Ida - Moor 77")
    }

    @Test func theDoorToASiteIsNobody() {
        let rows = list { "<div class='rk'><div><span>\($0 + 3) May 2024 10:00</span></div><b><span>\($1)</span></b><p>\($2)</p><ul><li><a href='/user/login?to=1'>Login</a> or <a href='/user/register'>register</a> to post comments</li></ul></div>" }
        #expect(names(found(rows)) == people)
        #expect(Array("/Profile/ida".utf8).withUnsafeBufferPointer(isProfile))
        #expect(!Array("/user/login".utf8).withUnsafeBufferPointer(isProfile))
    }

    /// Name and time below the words, in the element that holds both.
    @Test func theLastLineOfTheWordsMayNameWhoAndWhen() {
        let rows = list { "<div class='rk'><div class='comment-text'><p>\($2)</p><h4><a href='http://example.org/\($0)'>\($1)</a> <span>On Thursday, May \($0 + 3), 2024 at 2:57 pm</span></h4></div></div>" }
        let comments = found("<h3>5 comments</h3>" + rows)
        #expect(names(comments) == people)
        #expect(comments.map(\.text) == words)
    }

    @Test func whatMarksNamesIsNoPartOfThem() {
        #expect(names(found("<h3>5 comments</h3>" + list { "<div class='rea'><div>\($2)</div><div><b>\($1)</b>, Utrecht - \($0 + 13)-05-2024 10:1\($0)</div></div>" })) == people)
        #expect(names(found("<h3>5 comments</h3>" + list { "<div class='k'><i>~\($1)</i> <small>\($0 + 13).05.2024 10:1\($0)</small><div>\($2)</div></div>" })) == people)
    }

    @Test func placesBesideTimesAreNobody() {
        let rows = list { "<div><div><div>\($1)</div><div>\(["Leeds", "Over there", "Paris", "Utrecht", "Leeds"][$0]) | <span>May \($0 + 13)</span></div></div><p>\($2)</p><button>Reply</button></div>" }
        #expect(names(found("<h3>5 comments</h3>" + rows)) == people)
    }

    @Test func signsThatOpenTitlesOpenNoNames() {
        let rows = list { "<div class='co'><h4>\($0 + 1) ■Boats</h4><div>\($2)</div><p><a href='/p/\($0)'>\($1)</a> 2024-05-1\($0) 10:1\($0):00 <a href='#'>Reply</a></p></div>" }
        #expect(names(found("<h3>Comments</h3>" + rows)) == people)
    }

    @Test func whatIsSaidOfACommentIsNoPartOfItsName() {
        let rows = list { "<div><div>\($1)\($0 % 2 == 1 ? " (edited)" : "")</div><div><span>\($2)</span></div><div><span>May \($0 + 13), 2024 at 10:1\($0) AM</span> <a href='#'>Reply</a></div></div>" }
        #expect(names(found("<h3>5 comments</h3>" + rows)) == people)
    }

    // MARK: What was written

    @Test func lettersInPlaceOfPortraitsAreNoWords() {
        let rows = list { "<div data-k='c'><div><div>\(["IM", "K", "MR", "ED", "J"][$0])</div></div><div><h4>\($1)</h4><span title='2024-05-1\($0)T10:10:00'>3 years ago</span></div><p>\($2)</p><button>Reply</button></div>" }
        #expect(found("<h3>5 comments</h3>" + rows).map(\.text) == words)
    }

    @Test func aLabelBetweenTitleAndWordsIsNobodysWord() {
        let rows = list { "<div class='review' id='r\($0 + 40)'><span class='name'>\($1)</span> <span>\($0 + 13) May 2024</span><div><div>Part \(["one", "two", "three", "four", "five"][$0])</div><div><span>Verified purchase</span></div><div>\($2)</div></div></div>" }
        #expect(!found("<h3>5 comments</h3>" + rows).contains { $0.text.contains("Verified") })
    }

    /// "No." is a word here, and no number of a post.
    @Test func namelessCommentsKeepTheirWords() {
        let comments = found("<h3>5 comments</h3>" + list { "<div class='row'><span>\($0 + 13) May 2024, 10:1\($0)</span><p>\($0 == 0 ? "No." : $2)</p></div>" })
        #expect(comments.map(\.text) == ["No."] + words.dropFirst())
    }

    @Test func aTimeBeforeTheWordsOfOneTextIsRead() {
        let comments = found("<h3>5 comments</h3>" + list { "<p><strong>\($1)</strong>, \($0 + 13) May 2024: \($2)</p>" })
        #expect(comments.map { $0.posted?.iso8601 } == (0..<5).map { "2024-05-\($0 + 13)" })
        #expect(comments.map(\.text) == words)
    }

    @Test func aCellAboutThePersonIsNoWord() {
        let rows = list { "<tr><td>Posted: May \($0 + 13), 2024 10:1\($0) AM</td></tr><tr><td><b>\($1)</b><br><font>Regular<br>Joined: 03 Feb 2004<br>Posts: \(4711 + $0 * 13)</font></td><td>\($2)</td></tr>" }
        #expect(found("<table>\(rows.dropFirst(5).dropLast(6))</table>").map(\.text) == words)
    }

    /// Names and times stand in a shadow root that the markup declares, the words outside of it.
    @Test func declaredShadowRootsAreRead() {
        let comments = found(list { "<x-remark id='r\($0 + 70)'><template shadowrootmode='open'><style>b{}</style><b>\($1)</b><time>\($0 + 13) May 2024, 10:1\($0)</time><slot></slot><button>Reply</button></template><p>\($2)</p></x-remark>" })
        #expect(names(comments) == people)
        #expect(comments.map(\.text) == words)
        #expect(found(list { "<template><div class='comment'><b>\($1)</b><time>\($0 + 13) May 2024</time><p>\($2)</p></div></template>" }).isEmpty)
    }

    /// The subject and the words stand in cells of one kind.
    @Test func aKindOfCellThatStandsTwiceIsNoColumn() {
        let rows = list { "<table><tr><td><b>Re: The boat</b></td></tr><tr><td>Posted by <a href='mailto:x'>\($1)</a> on May \($0 + 3), 2024 at 9:10 AM:</td></tr><tr><td>\($0 == 2 ? "Nobody asked me." : $2)</td></tr></table>" }
        #expect(found(rows).map(\.text) == [words[0], words[1], "Nobody asked me.", words[3], words[4]])
    }

    @Test func aFewWordsBesideATimeAreNoPartOfItsLine() {
        let rows = list { "<tr><td><b>\($1)</b><br>Member<br>Posts: \($0 * 31 + 40)</td><td><i>posted May \($0 + 3), 2024 at 9:10 AM</i><hr><u>\($0 == 3 ? "No." : $2)</u></td></tr>" }
        #expect(found("<table>\(rows.dropFirst(5).dropLast(6))</table>").map(\.text) == [words[0], words[1], words[2], "No.", words[4]])
    }

    @Test func aFewWordsBehindATimeAreTheText() {
        let rows = list { "<p><b>\($1)</b> (0\($0 + 3).05.2024 09:10): \($0 == 3 ? "No." : $2)</p>" }
        #expect(found("<h3>5 comments</h3>" + rows).map(\.text) == [words[0], words[1], words[2], "No.", words[4]])
    }

    @Test func theSubjectOfTheFirstIsALabelAsThoseOfItsAnswersAre() {
        let rows = list { "<div class='mg' id='m\($0)a'><table><tr><td>From</td><td>\($1)</td></tr><tr><td>Date</td><td>May \($0 + 3), 2024 9:10 AM</td></tr><tr><td>Subject</td><td>\($0 == 0 ? "" : "Re: ")the boat</td></tr></table><pre>\($2)</pre></div>" }
        #expect(found(rows).map(\.text) == words)
    }

    @Test func aSentenceOfThePageUnderEachIsNobodysWord() {
        let rows = list { "<div class='rv'><b class='name'>\($1)</b> <span class='date'>\($0 + 3) May 2024</span><div class='content'><div class='text'>\($2)</div><div>\($0 + 3) out of \($0 * 7 + 9) found this helpful. <span>Was this review helpful? <a href='/signin'>Sign in</a> to vote.</span></div></div></div>" }
        #expect(found("<h3>5 comments</h3>" + rows).map(\.text) == words)
    }

    // MARK: Whom it answers

    @Test func aLabelBeforeTheWordsNamesTheAnswered() {
        let rows = list { "<div class='rs'><b class='name'>\($1)</b> <span>\($0 + 3) May 2024 10:00</span><div class='txt'>\($0 == 2 ? "回复@Korbin:" : $0 == 4 ? "(In reply to Edda from comment #4)<br>" : "")\($2)</div></div>" }
        let page = page("<h2>5 comments</h2>" + rows)
        #expect(page.comments.map(\.text) == words)
        #expect(page.clues.map { $0.map(\.target) } == [[], [], [.name("Korbin")], [], [.name("Edda")]])
    }

    @Test func whatSomeoneTypesBeforeTheWordsStays() {
        #expect(AnsweredName(opening: "@Korbin: do not say so.", authors: ["Korbin"]) == nil)
        #expect(AnsweredName(opening: "Reply to nobody: keep still.", authors: ["Korbin"]) == nil)
        #expect(AnsweredName(opening: "(In reply to what was said) I agree.", authors: ["Korbin"]) == nil)
    }

    @Test func anAddressThatLeadsToTheAnsweredIsNoWord() {
        let rows = list { "<div class='rs' id='\($0 + 570)'><b class='name'>\($1)</b> <span>\($0 + 3) May 2024 10:00</span><div class='txt'><p>\($0 == 2 ? "<a class='at' href='#571'>@Korbin</a> , " : $0 == 3 ? "<a href='/u/2'>@Mila Roos</a> " : "")\($2)</p></div></div>" }
        let page = page("<h2>5 comments</h2>" + rows)
        #expect(page.comments.map(\.text) == [words[0], words[1], words[2], "@Mila Roos \(words[3])", words[4]])
        #expect(page.clues[2].map(\.target) == [.key("571")])
    }

    /// What holds the answers may be called a quote.
    @Test func aBoxWithAnswersInItIsNoQuotation() {
        func record(_ index: Int, _ answers: String = "") -> String {
            "<div class='wk' id='\(index + 570)'><a class='nick' href='/\(index)'>\(people[index])</a> <span class='wk-time'>\(index + 3) May 2024</span><div class='wk-content'><p>\(words[index])</p></div><div class='wk-quote'>\(answers)</div></div>"
        }
        let page = page("<h3>5 comments</h3>\(record(0, record(1, record(2))))\(record(3, record(4)))")
        #expect(page.comments.map(\.text) == words)
        #expect(page.clues.map { $0.map(\.target) } == [[], [.comment(0)], [.comment(1)], [], [.comment(3)]])
    }

    @Test func aNumberBeforeTheWordsNamesTheAnswered() {
        let rows = list { "<div class='rs'><p><span>\($0 + 1).</span> <b>\($1)</b> <span>2024/05/0\($0 + 3) 09:10</span></p><div>\($0 == 2 ? "&gt;&gt;1<br>" : "")\($2)</div></div>" }
        let page = page("<h2>5 comments</h2>" + rows)
        #expect(page.comments.map(\.text) == words)
        #expect(page.clues.map { $0.map(\.target) } == [[], [], [.key("1")], [], []])
    }

    @Test func linesOverQuotationsNameWhoseTheyAre() {
        #expect(Labels.quotedName("Korbin сказал:") == "Korbin")
        #expect(Labels.quotedName("Korbin powiedział(a):") == "Korbin")
        #expect(Labels.quotedName("Korbin wrote: Sat Feb 24, 2024 12:41 pm") == "Korbin")
        #expect(Labels.quotedName("Korbin posted...") == "Korbin")
        #expect(Labels.quotedName("The harbour: 24 boats") == nil)
    }
}
