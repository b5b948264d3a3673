import struct DiscourseModel.Comment
import CorpusMeasures
import DiscourseModel
import Testing

/// A page of comments: who wrote what, and whom it answers.
private func page(
    _ article: String, site: String? = "harbour.example", _ comments: [(author: String?, text: String)], parents: [Int?] = [],
    evidence: String = "nesting", month: Int? = nil, taggings: [Tagging] = []
) -> CorpusPage {
    CorpusPage(
        article: article, site: site,
        discussion: Discussion(
            comments: comments.enumerated().map { index, comment in
                Comment(
                    id: Comment.id(at: index), author: comment.author.map { Author(name: $0) },
                    posted: month.map { Timestamp(year: 2026, month: $0, day: 5) }, text: comment.text)
            },
            replies: comments.indices.map { index in
                guard index < parents.count, let parent = parents[index] else { return nil }
                return Reply(parent: parent, evidence: .init(rawValue: evidence), isExplicit: evidence == "nesting", confidence: 0.9)
            }),
        taggings: taggings)
}

private func tag(_ tag: String, _ comments: some Sequence<Int>, voice: Tagging.Voice = .own) -> [Tagging] {
    comments.map { Tagging(comment: $0, tag: tag, line: "any[0]", span: TextSpan(start: 0, end: 1, codePointStart: 0, codePointEnd: 1), voice: voice) }
}

private func place(_ page: Int, _ comment: Int) -> CorpusPlace { CorpusPlace(page: page, comment: comment) }
private func near(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 1e-9 }

@Suite struct CorpusTests {
    @Test func aCommentInTwoCapturesCountsOnce() {
        let early = page("a1", [("ann", "The crane is new."), ("bob", "Gone by noon.")])
        let late = page("a1", [("ann", "The crane is new."), ("cy", "Here I am.")])
        let ever = Corpus([early, late])
        #expect(ever.base == [place(0, 1), place(1, 0), place(1, 1)] && ever.repeatedInCaptures == 1)
        let latest = Corpus([early, late], cohort: .latest)
        #expect(latest.base == [place(1, 0), place(1, 1)] && latest.repeatedInCaptures == 2)
    }

    @Test func twoEqualCommentsOfOneCaptureAreTwo() {
        #expect(Corpus([page("a1", [("ann", "First!"), ("ann", "First!")])]).base.count == 2)
    }

    @Test func ratesByGroup() throws {
        let one = page("a1", (0..<20).map { ("p\($0)", "word") }, taggings: tag("t", 0..<5) + tag("t", [7], voice: .quoted))
        let two = page("a2", (0..<10).map { ("q\($0)", "word") }, taggings: tag("u", 0..<10))
        let small = page("a3", [("r", "word")], taggings: tag("t", [0]))
        let figures = Corpus([one, two, small]).rates(byPage: ["x", "y", "z"])
        let rate = try #require(figures.rates.first { $0.group == "x" && $0.tag == "t" })
        #expect(rate.comments == (0..<5).map { place(0, $0) } && rate.base == 20 && rate.authors == 5)
        // Wilson, by hand: (.25 + 1.92073/20 ± 1.95996 √(.1875/20 + 3.84146/1600)) / (1 + 3.84146/20)
        #expect(abs(rate.low - 0.1118) < 1e-3 && abs(rate.high - 0.4687) < 1e-3)
        #expect(figures.leftOut == ["z": 1] && figures.ungrouped == 0)
        // One group has only t, the other only u: as far apart as can be.
        #expect(figures.drift == [GroupDrift(from: "x", to: "y", divergence: 1)])
    }

    @Test func oneLoudAuthorWidensTheInterval() throws {
        let comments = (0..<60).map { (author: $0 < 20 ? "loud" : "p\($0)", text: "word") as (author: String?, text: String) }
        let figures = Corpus([page("a1", comments, taggings: tag("t", 0..<20))]).rates(byPage: ["x"])
        let rate = try #require(figures.rates.first)
        let low = try #require(rate.byAuthors?.low), high = try #require(rate.byAuthors?.high)
        #expect(rate.authors == 1 && low == 0 && high - low > rate.high - rate.low)
    }

    @Test func ratesOverTime() {
        let march = page("a1", (0..<10).map { ("p\($0)", "word") }, month: 3, taggings: tag("t", 0..<2))
        let april = page("a2", (0..<10).map { ("p\($0)", "word") }, month: 4, taggings: tag("t", 0..<4))
        let undated = page("a3", [("p", "word")])
        let figures = Corpus([april, undated, march]).rates(over: .month)
        #expect(figures.rates.map(\.group) == ["2026-03", "2026-04"] && figures.rates.map(\.comments.count) == [2, 4] && figures.ungrouped == 1)
        #expect(figures.drift.map(\.divergence) == [0])
        // 5 March 2026 is a Thursday; 1 March a Sunday.
        #expect(Corpus.Period.week.name(of: Timestamp(year: 2026, month: 3, day: 5)) == "2026-03-02")
        #expect(Corpus.Period.week.name(of: Timestamp(year: 2026, month: 3, day: 1)) == "2026-02-23")
        #expect(Corpus.Period.week.name(of: Timestamp(year: 1969, month: 12, day: 31)) == "1969-12-29")
    }

    @Test func keyWordsOfTwoGroups() throws {
        let ferry = page("a1", (0..<100).map { ("p\($0)", "the ferry was late and we had to wait") })
        let crane = page("a2", (0..<100).map { ("p\($0)", "the crane was loud and we had to \($0 < 50 ? "sleep" : "move")") })
        let figures = Corpus([ferry, crane]).keyness { $0.page == 0 }
        #expect(figures.firstWords == 900 && figures.secondWords == 900 && figures.leftOut == nil)
        let key = try #require(figures.words.first { $0.word == "ferry" })
        #expect(key.inFirst == 100 && key.inSecond == 0 && key.authors == 100 && key.pages == 1 && key.comments.count == 100 && key.z > 0)
        // Hardie: a count of 0 is one half, so 100/900 against .5/900.
        #expect(near(key.logRatio, 7.643856189774724) && near(key.dispersion, 0))
        let sleep = try #require(figures.words.first { $0.word == "sleep" })
        #expect(sleep.z < 0 && sleep.inSecond == 50 && near(sleep.dispersion, 0.5))
        #expect(!figures.words.contains { $0.word == "the" })
    }

    @Test func keynessNeedsWords() {
        let figures = Corpus([page("a1", [("a", "one two")]), page("a2", [("b", "three")])]).keyness { $0.page == 0 }
        #expect(figures.words.isEmpty && figures.leftOut == "fewer than 500 words in a group (2 and 1)")
    }

    @Test func phrasesAcrossArticles() {
        let slogan = "give the old harbour back to us"
        let one = page("a1", [("ann", "I say: \(slogan), and soon"), ("bob", "We will meet at noon near the harbour gate")])
        let two = page("a2", [("cy", "Please \(slogan) all"), ("dee", "They meet at noon near the harbour gate today")])
        let three = page("a3", [("eve", "\(slogan)?"), ("fay", "\(slogan)?")])
        let corpus = Corpus([one, two, three])
        let found = corpus.recurringPhrases(copies: [])
        #expect(found == [CorpusPhrase(words: slogan, comments: [place(0, 0), place(1, 0), place(2, 0), place(2, 1)], authors: 4, articles: 3)])
        // A copy counts with what it copies.
        let copies = [CorpusRepeat(comments: [place(2, 0), place(2, 1)], authors: 2, articles: 1)]
        #expect(corpus.recurringPhrases(copies: copies).first?.comments == [place(0, 0), place(1, 0), place(2, 0)])
        #expect(Corpus([one, one]).recurringPhrases(copies: []).isEmpty)
    }

    @Test func copiesAcrossArticles() {
        let slogan = "Give the old harbour back to the people who built it with their hands"
        let one = page("a1", [("ann", slogan), ("bob", "Something else was said here about the weather today")])
        let two = page("a2", [("cy", slogan + "!!!"), ("dee", "Thank you!")])
        let three = page("a3", [("dee", "Thank you!")])
        #expect(Corpus([one, two, three]).repeatedTexts() == [CorpusRepeat(comments: [place(0, 0), place(1, 0)], authors: 2, articles: 2)])
    }

    /// Two threads a page: replies to the tagged root bear the tag 8 of 10 times, to the untagged 2 of 10; both roots have a branch of each kind.
    @Test func associationWithinThreads() throws {
        // A thread: a root, a tagged and an untagged child, ten answers to each.
        func thread(_ article: String, evidence: String) -> CorpusPage {
            let parents: [Int?] = [nil, 0, 0] + [Int?](repeating: 1, count: 10) + [Int?](repeating: 2, count: 10)
            return page(
                article, (0..<23).map { ("\(article)-\($0)", "word") }, parents: parents, evidence: evidence,
                taggings: tag("t", [1] + Array(3..<11) + [13, 14]))
        }
        let found = try #require(Corpus([thread("a1", evidence: "nesting"), thread("a2", evidence: "order")]).associations().first)
        // Each thread adds two links root -> child: one to a tagged, one to an untagged child.
        #expect(found.counts == [16, 4, 6, 18] && found.threads == 2 && found.replies.count == 16)
        // Two equal tables: the pooled ratio is that of one, 8·9 / (2·3).
        #expect(near(found.oddsRatio, 12) && found.low < 12 && found.high > 12)
        #expect(Corpus([thread("a1", evidence: "shared-words"), thread("a2", evidence: "quotation")]).associations().isEmpty)
        let explicit = Corpus((0..<2).map { thread("b\($0)", evidence: "nesting") } + [thread("c", evidence: "order")]).associations(explicitOnly: true)
        #expect(explicit.first?.threads == 2)
    }

    @Test func authorsOfSeveralArticles() {
        let pages = [
            page("a1", [("ann", "x"), ("Guest", "x"), ("bob", "x")]), page("a2", [("ann", "y"), ("Guest", "y")]),
            page("a3", site: "other.example", [("bob", "z")]), page("a4", site: nil, [("bob", "z")]), page("a5", site: nil, [("bob", "z")]),
        ]
        let found = Corpus(pages).recurringAuthors()
        #expect(found == [RecurringAuthor(label: "author 1", site: "harbour.example", comments: [place(0, 0), place(1, 0)], articles: 2)])
        #expect(Corpus(pages).recurringAuthors(names: true).map(\.label) == ["ann"])
    }
}
