import DiscourseModel
import Testing

import struct DiscourseModel.Comment

@testable import CommentThreads

@Suite struct QuotationTests {
    private let council = article(
        "The council met on Tuesday.",
        "“The old bridge will be closed for repairs until the end of October, and buses will take the long way round,” the mayor said.",
        "Shop owners don't like it: «La rue sera vide», one of them wrote.")

    private func quotations(_ text: String) -> [Quotation] {
        findQuotations(in: sample([("ann", text)]), article: council)
    }

    @Test(arguments: [
        "\"The old bridge will be closed for repairs until the end of October\" - and who pays?",
        "“The old bridge will be closed for repairs until the end of October” - and who pays?",
        "„The old bridge will be closed for repairs until the end of October“ - and who pays?",
        "«The old bridge will be closed for repairs until the end of October» - and who pays?",
        "« The old bridge will be closed for repairs until the end of October » - and who pays?",
        "»The old bridge will be closed for repairs until the end of October« - and who pays?",
        "「The old bridge will be closed for repairs until the end of October」 and who pays?",
        "'The old bridge will be closed for repairs until the end of October' - and who pays?",
        "> The old bridge will be closed\n> for repairs until the end of October\nand who pays?",
        "[quote=mayor]The OLD bridge will be closed  for repairs until the end of October[/quote] and who pays?",
    ])
    func everyKindOfMarks(text: String) throws {
        let found = quotations(text)
        try #require(found.count == 1)
        let quotation = found[0]
        #expect(quotation.source == .article(block: 1))
        #expect(quotation.isMarked)
        #expect(quotation.sourceSpan.text(in: council.blocks[1].text) == "The old bridge will be closed for repairs until the end of October")
        let quoted = quotation.span.text(in: text)
        #expect(quoted.hasPrefix(String(text.first!)))
        #expect(!quoted.contains("and who"))
        #expect(quotation.span == TextSpan(bytes: quotation.span.bytes, in: text))
        #expect(quotation.sourceSpan == TextSpan(bytes: quotation.sourceSpan.bytes, in: council.blocks[1].text))
    }

    @Test func scareQuotesAreTheAuthorsOwn() {
        #expect(quotations("The \"old bridge\" again, and the 'end of October' and \"the mayor said\"!").isEmpty)
    }

    @Test func aHandfulOfCommonWordsIsNoQuotation() {
        #expect(quotations("They say it stays closed until the end of October and I doubt it.").isEmpty)
    }

    @Test func longVerbatimMatchNeedsNoMarks() throws {
        let text = "So the old bridge will be closed for repairs until the end of October, and buses will go round."
        let found = quotations(text)
        try #require(found.count == 1)
        #expect(!found[0].isMarked)
        #expect(found[0].span.text(in: text).hasPrefix("the old bridge will be"))
        #expect(found[0].span.text(in: text).hasSuffix("and buses will"))
    }

    @Test func markedWordsFromElsewhere() throws {
        let found = quotations("As Heraclitus put it, \"no man ever steps in the same river twice\", and \"so it goes\".")
        try #require(found.count == 1)
        #expect(found[0].source == .elsewhere)
    }

    @Test func apostrophesAreNoMarks() {
        #expect(quotations("I don't think it's the owners' fault, the councillors' plan isn't ours and 'twas ever so in the '90s, wasn't it").isEmpty)
    }

    @Test func apostrophesAndCaseDoNotHide() throws {
        let found = quotations("“SHOP OWNERS DON’T LIKE IT” - who asked them?")
        try #require(found.count == 1)
        #expect(found[0].source == .article(block: 2))
    }

    @Test func twoParagraphsInOnePairOfMarks() {
        let found = quotations("\"The council met on Tuesday.\n\nThe old bridge will be closed for repairs until the end of October\" - well.")
        #expect(found.map(\.source) == [.article(block: 0), .article(block: 1)])
        #expect(found.map(\.isMarked) == [true, true])
    }

    @Test func theSourceIsTheEarlierOriginal() throws {
        let comments = sample([
            ("ann", "My uncle built that bridge with his own hands in sixty-one."),
            ("bob", "\"My uncle built that bridge with his own hands\" - did he build it alone, or with forty others?"),
            ("cid", "\"'My uncle built that bridge with his own hands' - did he build it alone, or with forty others?\" Good question, that."),
            ("dee", "\"My uncle built that bridge with his own hands\" is my favourite sentence today."),
        ])
        let found = findQuotations(in: comments, article: Article())
        func sources(_ comment: Int) -> [Quotation.Source] { found.filter { $0.comment == comment }.map(\.source) }
        #expect(sources(0).isEmpty)
        #expect(sources(1) == [.comment(0)])
        #expect(sources(2).contains(.comment(1)))
        #expect(sources(3) == [.comment(0)])
    }

    @Test func newestFirstPagesAreReadFromTheEnd() {
        let comments = sample(
            [
                ("bob", "The harbour has been silting up since the dam was built.\n\nNot since then, much longer."),
                ("ann", "The harbour has been silting up since the dam was built."),
            ], minutes: [90, 10])
        let found = findQuotations(in: comments, article: Article())
        #expect(found.map(\.comment) == [0])
        #expect(found.map(\.source) == [.comment(1)])
    }

    @Test func repeatedParagraphIsAQuotationButASignatureIsNot() {
        let comments = sample([
            ("ann", "Ferries were cheaper than this.\n\nSent from my new telephone"),
            ("bob", "Ferries were cheaper than this.\n\nBut slower.\n\nSent from my new telephone"),
        ])
        let found = findQuotations(in: comments, article: Article())
        #expect(found.count == 1)
        #expect(found.first?.span.text(in: comments[1].text) == "Ferries were cheaper than this")
    }

    @Test func quoteBoxesStandBesideTheText() throws {
        var comments = sample([("ann", "The toll should be paid by lorries only."), ("bob", "And who counts them?")])
        comments[1].quoted = [QuotedPassage(text: "The toll should be paid by lorries only.", at: 0)]
        let found = findQuotations(in: comments, article: Article())
        try #require(found.count == 1)
        #expect(found[0].source == .comment(0))
        #expect(found[0].span.isEmpty)
    }

    @Test func otherScripts() throws {
        let text = "«Мост будет закрыт на ремонт до конца октября», а потом?"
        let page = Article(blocks: [Block(kind: .paragraph, text: "Мэр сказал: мост будет закрыт на ремонт до конца октября.")])
        let found = findQuotations(in: sample([("ann", text)]), article: page)
        try #require(found.count == 1)
        #expect(found[0].span.text(in: text) == "«Мост будет закрыт на ремонт до конца октября»")
        #expect(found[0].span == TextSpan(bytes: found[0].span.bytes, in: text))
        let chinese = Article(blocks: [Block(kind: .paragraph, text: "市长说旧桥将关闭到十月底进行维修。")])
        #expect(findQuotations(in: sample([("ann", "「旧桥将关闭到十月底」真的吗")]), article: chinese).map(\.source) == [.article(block: 0)])
    }

    /// Work is counted in words looked at: four times the comments take about four times the time, not sixteen.
    @Test func timeGrowsWithTheTextAlone() {
        func comments(_ count: Int) -> [Comment] {
            sample(
                (0..<count).map { index in
                    (
                        "author \(index % 97)",
                        "Comment \(index) speaks of bridge \(index * 7) and says the same old thing as all the others do here. \"As I said in number \(index) before, it is what it is\""
                    )
                }, minutes: (0..<count).map { $0 % 1_400 })
        }
        let clock = ContinuousClock()
        _ = findQuotations(in: comments(500), article: council)
        let small = comments(1_500)
        let large = comments(12_000)
        let one = clock.measure { _ = findQuotations(in: small, article: council) }
        let eight = clock.measure { _ = findQuotations(in: large, article: council) }
        #expect(eight < one * 30)
    }

    @Test func hostileMarksEnd() {
        let marks = String(repeating: "« „ “a ‹ [quote] > \" '", count: 20_000)
        let clock = ContinuousClock()
        let time = clock.measure { _ = findQuotations(in: sample([("ann", marks), ("bob", marks)]), article: council) }
        #expect(time < .seconds(20))
    }
}
