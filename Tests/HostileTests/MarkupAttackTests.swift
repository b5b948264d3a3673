import DiscourseModel
import Pipeline
import Testing

/// Markup that breaks parsers, and pages that lie of their own structure.
@Suite struct MarkupAttackTests {
    private let two = HostilePage.section(HostilePage.comment("1", "Runa", "Good. It is the only light we have."), HostilePage.comment("2", "Tove", "And who pays?"))
    private let both = ["Good. It is the only light we have.", "And who pays?"]

    @Test(arguments: [300, 3_000, 30_000])
    func nestingHidesNothing(_ depth: Int) throws {
        let body = String(repeating: "<div>", count: depth) + HostilePage.section(HostilePage.comment("1", "Runa", "at the bottom")) + String(repeating: "</div>", count: depth)
            + HostilePage.section(HostilePage.comment("2", "Tove", "behind it all"))
        #expect(try HostilePage.analyzed(HostilePage.page(body)).texts == ["at the bottom", "behind it all"])
    }

    @Test func aTagOfManyAttributesIsCutAtTheLimit() throws {
        let attributes = (0..<50_000).map { "data-x\($0)=\"\($0)\"" }.joined(separator: " ")
        let page = try HostilePage.analyzed(HostilePage.page("<div \(attributes)>\(two)</div>"))
        #expect(page.texts == both)
        #expect(page.hasNote("limit:attributes: 45904 attributes"))
    }

    @Test func tagsLeftOpenAreRead() throws {
        let open = String(repeating: "<b><i><u><font color=red><nobr>", count: 4_000)
        #expect(try HostilePage.analyzed(HostilePage.page(open + two)).texts == both)
    }

    @Test func tablesInTablesAreRead() throws {
        let open = String(repeating: "<table><tbody><tr><td>", count: 2_500)
        #expect(try HostilePage.analyzed(HostilePage.page(open + two)).texts == both)
    }

    @Test func aVeryDeepThread() throws {
        let count = 1_500
        let open = (0..<count).map { "<div class=\"comment\" id=\"comment-\($0)\"><span class=\"author\">Guest \($0)</span><p>Answer number \($0)</p><div class=\"answers\">" }.joined()
        let page = try HostilePage.analyzed(HostilePage.page("<section id=\"comments\">\(open)\(String(repeating: "</div></div>", count: count))</section>"))
        #expect(page.discussion.comments.count == count)
        #expect(page.discussion.depths() == (0..<count).map { $0 })
    }

    @Test func aCircleOfParentsIsBrokenAndNamed() throws {
        let page = try HostilePage.analyzed(HostilePage.page(HostilePage.section(
            HostilePage.comment("11", "Runa", "p", parent: "13"), HostilePage.comment("12", "Tove", "q", parent: "11"), HostilePage.comment("13", "Ulf", "r", parent: "12"),
            HostilePage.comment("14", "Vera", "s", parent: "14"), HostilePage.comment("15", "Ymir", "t", parent: "777"))))
        #expect(page.texts == ["p", "q", "r", "s", "t"])
        #expect(page.hasNote("reply cycle: 11->13->12->11"))
        #expect(page.hasNote("parent 777 missing: comment 15"))
        #expect((0..<5).map { page.discussion.parent(of: $0) } == [nil, 0, 1, nil, nil])
    }

    @Test func idsThatOccurTwiceKeepTheirComments() throws {
        let page = try HostilePage.analyzed(HostilePage.page(HostilePage.section(
            HostilePage.comment("5", "Runa", "one"), HostilePage.comment("5", "Tove", "two"), HostilePage.comment("5", "Ulf", "three"), HostilePage.comment("6", "Vera", "four", parent: "5"))))
        #expect(page.texts == ["one", "two", "three", "four"])
        #expect(Set(page.discussion.comments.map(\.id)).count == 4)
        #expect(page.discussion.parent(of: 3) == 2)
        #expect(page.hasNote("comment ids that occur more than once: 5"))
    }

    @Test func timesThatCannotBeAreKeptAsTheyStand() throws {
        let times = ["2023-03-04T18:30:00Z", "2023-03-03T01:00:00Z", "2999-12-31T00:00:00Z", "1970-01-01T00:00:00Z", "30/02/2023 27:99", "2023-03-05 09:00", "0000-00-00T00:00:00Z", "292277026596-12-04T15:30:08Z"]
        let comments = times.enumerated().map { HostilePage.comment("\($0.offset + 1)", "Guest \($0.offset)", "text \($0.offset)", parent: $0.offset == 0 ? nil : "1", time: $0.element) }
        let page = try HostilePage.analyzed(HostilePage.page("<section id=\"comments\">\(comments.joined())</section>"))
        #expect(page.texts == times.indices.map { "text \($0)" })
        #expect(page.discussion.comments.map(\.postedText) == times)
        for index in [4, 6, 7] { #expect(page.discussion.comments[index].posted == nil, "\(times[index])") }
        #expect(try #require(page.discussion.comments[5].posted).utcOffset == nil)
        #expect(page.discussion.comments[1].posted != nil)
        #expect((1..<times.count).allSatisfy { page.discussion.parent(of: $0) == 0 })
        #expect(page.hasNote("parents posted later than their replies"))
    }

    @Test func whatABrowserDoesNotShowIsNoComment() throws {
        let hidden = HostilePage.section(HostilePage.comment("9", "Nobody", "not for readers"))
        for element in ["template", "textarea"] {
            #expect(try HostilePage.analyzed(HostilePage.page("<\(element)>\(hidden)</\(element)>" + two)).texts == both, "\(element)")
        }
        let foreign = "<svg><foreignObject><div class=comment>in a picture</div></foreignObject></svg><math><mi><div class=comment>in a formula</div></mi></math>"
        #expect(try HostilePage.analyzed(HostilePage.page(foreign + two)).texts == both)
    }

    @Test func aTrapForRobotsIsMarkedHidden() throws {
        let trap = "<div style=\"display: none\">\(HostilePage.section(HostilePage.comment("8", "Offer", "cheap lamps")))</div>"
        let page = try HostilePage.analyzed(HostilePage.page(trap + HostilePage.section(HostilePage.comment("9", "Runa", "for readers"))))
        #expect(page.discussion.comments.filter { $0.state == .live }.map(\.text) == ["for readers"])
        #expect(page.discussion.comments.filter { $0.state == .hidden }.map(\.text) == ["cheap lamps"])
    }

    /// A text that reads like the label of a button is its author's text.
    @Test func aTextThatReadsLikeALabelIsKept() throws {
        let page = try HostilePage.analyzed(HostilePage.page(HostilePage.section(HostilePage.comment("1", "Runa", "Good."), HostilePage.comment("2", "Tove", "Reply"), HostilePage.comment("3", "Ulf", "So it is."))))
        #expect(page.texts == ["Good.", "Reply", "So it is."])
    }

    @Test func payloadsThatSwallowTheRestAreSurvived() throws {
        let payloads = ["<script>document.title=1</script>", "<svg><style><!--</style>", "<math><mtext></p><style><!--</style>", "</script><script>1</script>", "<!--<script>", "<plaintext>", "<textarea>", "<title>", "<![CDATA[", "<?php", "<frameset>"]
        for payload in payloads {
            let comments = HostilePage.section(HostilePage.comment("1", "Runa", "before \(payload)"), HostilePage.comment("2", "Tove", "after"))
            let page = try HostilePage.analyzed(HostilePage.page(comments))
            #expect(page.texts.first?.hasPrefix("before") == true, "\(payload): \(page.texts)")
        }
    }

    @Test func oneVeryLongWordIsOneComment() throws {
        let word = String(repeating: "o", count: 1_400_000)
        #expect(try HostilePage.analyzed(HostilePage.page(HostilePage.section(HostilePage.comment("1", "Runa", word)))).texts == [word])
    }
}
