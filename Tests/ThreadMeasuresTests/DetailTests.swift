import struct DiscourseModel.Comment
import DiscourseModel
import Foundation
import Testing
import ThreadMeasures

private func near(_ a: Double?, _ b: Double) -> Bool { a.map { abs($0 - b) < 1e-9 } ?? false }

private func page(_ discussion: Discussion, _ taggings: [Tagging] = [], quotations: [Quotation] = [], article: Article = Article()) -> AnalyzedPage {
    AnalyzedPage(
        page: Page(id: "p", source: "p.html", media: .html, encoding: "utf-8", byteCount: 0), article: article, discussion: discussion,
        quotations: quotations, taggings: taggings)
}

private func detail(_ page: AnalyzedPage) throws -> DiscussionDetail { try #require(measureInDetail(page, taggings: page.taggings).detail) }

private func tagging(_ comment: Int, _ tag: String) -> Tagging {
    Tagging(comment: comment, tag: tag, line: "any[1]", span: TextSpan(bytes: 0..<1, in: "x"))
}

@Suite struct DetailTests {
    /// The reference tree: 1, 2, 3, 1.1, 1.2, 2.1, 1.1.1, 1.1.2, 2.1.1, 1.1.1.1.
    private let tree: [Int?] = [nil, nil, nil, 0, 0, 1, 3, 3, 5, 6]
    private let names = ["ann", "bob", "cy", "bob", "cy", "ann", "ann", "dee", "bob", "bob"]

    @Test func shapeOfTheReferenceTree() throws {
        let figures = try detail(page(discussion(tree, authors: names, explicit: Set(0..<10)))).allLinks
        #expect(figures.comments == 10 && figures.maxDepth == 4 && near(figures.meanDepth, 2.2) && figures.width == 3)
        #expect(figures.topLevel == 3 && figures.leaves == 5 && near(figures.branching, 10.0 / 6))
        #expect(near(figures.structuralVirality.value, 3.0545454545454547) && figures.hIndex.value == 3)
        #expect(figures.hIndexAcrossGaps.value == 3 && near(figures.hIndexWithTies.value, 3.1))
        // bob → ann, cy → ann, ann → bob, dee → bob: too few for a share.
        #expect(figures.authorPairs == 4 && figures.reciprocity.reason?.hasSuffix("(4)") == true)
    }

    @Test func votersAreDivided() throws {
        var sample = discussion([nil, nil, nil, nil])
        sample.comments[0].votes = Votes(up: 90, down: 10)
        sample.comments[1].votes = Votes(up: 12, down: 12)
        sample.comments[2].votes = Votes(up: 3, down: 3)
        sample.comments[3].votes = Votes(score: 40)
        // 24 to the power of 1, and 100 to the power of 1/9; six votes and a bare balance say nothing.
        let found = try detail(page(sample)).disputed
        #expect(found.map(\.comment) == [1, 0] && found[0].controversy == 24 && near(found[1].controversy, 1.6681005372))
    }

    @Test func levelsBehindAGap() throws {
        // Levels of 7, 1 and 3: two on the second level are missing, and the third holds as many as its number.
        let figures = try detail(page(discussion([nil, nil, nil, nil, nil, nil, nil, 0, 7, 7, 7]))).allLinks
        #expect(figures.hIndex.value == 1 && figures.hIndexAcrossGaps.value == 3 && near(figures.hIndexWithTies.value, 1 + 1.0 / 11))
    }

    @Test func explicitLinksAloneAreATreeOfTheirOwn() throws {
        let detail = try detail(page(discussion(tree, authors: names, explicit: [3, 4, 5])))
        #expect(detail.allLinks.links == 7 && detail.explicitLinks.links == 3)
        #expect(detail.explicitLinks.maxDepth == 2 && detail.explicitLinks.topLevel == 7 && detail.explicitLinks.orphans == 0)
    }

    @Test func aSmallDiscussionSaysWhyFiguresAreMissing() throws {
        let detail = try detail(page(discussion([nil, 0, nil])))
        #expect(detail.allLinks.structuralVirality == .leftOut("fewer than 10 comments in the tree (3)"))
        #expect(detail.people.gini.reason?.hasPrefix("fewer than 5 named authors") == true)
        #expect(detail.associations.isEmpty && detail.tagPairs.isEmpty)
        #expect(detail.words.mtld.reason != nil)
    }

    @Test func aThousandCommentsInAChain() throws {
        let figures = try detail(page(discussion([nil] + (0..<999).map { $0 }))).allLinks
        #expect(figures.maxDepth == 1_000 && figures.hIndex.value == 1)
        // A path of 1,001 nodes: the mean distance is (n + 1) / 3.
        #expect(near(figures.structuralVirality.value, 1_002.0 / 3))
    }

    @Test func lagsAreCountedNotMadeUp() throws {
        var sample = discussion([nil, 0, 0, 0, 0, 0, 0, 0])
        for index in 0..<7 {
            sample.comments[index].posted = Timestamp(year: 2026, month: 3, day: 1, hour: 10, minute: index == 6 ? 0 : index * 10)
        }
        sample.comments[0].posted = Timestamp(year: 2026, month: 3, day: 1, hour: 10, minute: 5)
        sample.comments[5].posted = Timestamp(year: 2026, month: 3, day: 1)
        let figures = try detail(page(sample)).allLinks
        // 5, 15, 25, 35 minutes; one on a day alone, one without a time, one before what it answers.
        #expect(figures.lagsUntimed == 2 && figures.lagsNegative == 1)
        #expect(figures.lag == .leftOut("fewer than 5 links with both times (4)"))
    }

    @Test func tagsThatStandTogether() throws {
        let sample = discussion([Int?](repeating: nil, count: 40))
        let taggings = (0..<10).flatMap { [tagging($0, "a/x"), tagging($0, "b/y")] } + [tagging(20, "a/x"), tagging(21, "b/y")]
        let pair = try #require(try detail(page(sample, taggings)).tagPairs.first)
        #expect(pair.first == "a/x" && pair.second == "b/y" && pair.both == Array(0..<10) && pair.base == 40)
        #expect(near(pair.jaccard, 10.0 / 12) && near(pair.lift, 10.0 * 40 / (11 * 11)) && pair.p < 0.001)
    }

    /// Twelve threads of a comment and its answer: "a/x" is answered with "b/y" in six of them.
    @Test func tagsThatStandTogetherInRepliesAndThreads() throws {
        let sample = discussion((0..<24).map { $0 % 2 == 0 ? nil : $0 - 1 }, authors: (0..<24).map { "p\($0)" }, explicit: Set(0..<24))
        let taggings = (0..<8).map { tagging($0 * 2, "a/x") } + (0..<6).map { tagging($0 * 2 + 1, "b/y") } + [tagging(23, "b/y")]
        let pairs = try detail(page(sample, taggings)).tagPairs
        #expect(pairs.map(\.level) == [.reply, .thread])
        let reply = pairs[0], thread = pairs[1]
        #expect(reply.first == "a/x" && reply.second == "b/y" && reply.both == [1, 3, 5, 7, 9, 11] && reply.base == 12)
        #expect(reply.firstCount == 8 && reply.secondCount == 7)
        // log₂(6·12 / (8·7)) / -log₂(6/12)
        #expect(near(reply.npmi, 0.3625700793847083))
        #expect(thread.both == [0, 2, 4, 6, 8, 10] && thread.base == 12 && near(thread.npmi, reply.npmi))
    }

    @Test func aTagIsAimedAtWhatItsPatternNames() throws {
        let sample = discussion([nil, nil, nil, nil], authors: ["a", "b", "a", "c"])
        func aimed(_ comment: Int, _ target: String?, voice: Tagging.Voice = .own) -> Tagging {
            Tagging(comment: comment, tag: "t", line: "any[1]", span: TextSpan(bytes: 0..<1, in: "x"), voice: voice, groups: target.map { ["target": $0] } ?? [:])
        }
        let taggings = [aimed(0, "The  Council"), aimed(1, "the council"), aimed(2, "the mayor"), aimed(3, nil), aimed(3, "the mayor", voice: .quoted)]
        let found = try #require(try detail(page(sample, taggings)).tagDetails.first?.targets)
        #expect(found == [TagTarget(words: "the council", comments: [0, 1], authors: 2), TagTarget(words: "the mayor", comments: [2], authors: 1)])
    }

    @Test func whoComesBack() throws {
        let people = try detail(page(discussion(tree, authors: names))).people
        // Ten comments by four people: six of them are not their author's first.
        #expect(people.authors == 4 && near(people.reEntry.value, 0.6))
    }

    /// Forty threads of a comment and its answer; the answer bears the tag mostly where the comment does.
    @Test func tagsThatAreAnsweredInKind() throws {
        let sample = discussion((0..<160).map { $0 % 4 == 0 ? nil : $0 / 4 * 4 }, authors: (0..<160).map { "p\($0)" }, explicit: Set(0..<160))
        var taggings: [Tagging] = []
        for thread in 0..<40 where thread < 20 {
            taggings.append(tagging(thread * 4, "t"))
            taggings += [1, 2].map { tagging(thread * 4 + $0, "t") }
        }
        for thread in 30..<40 { taggings.append(tagging(thread * 4 + 1, "t")) }
        let found = try #require(try detail(page(sample, taggings)).associations.first)
        #expect(found.counts == [40, 20, 10, 50])
        #expect(near(found.oddsRatio, 40.0 * 50 / (20 * 10)) && found.replies.count == 40)
        // Within a thread all answers have the same parent: chance cannot do otherwise, and says so.
        #expect(found.permutationP == 1 && found.withinThreads.reason != nil)
    }

    @Test func linksFromWordsAreInNoAssociation() throws {
        var sample = discussion((0..<160).map { $0 % 4 == 0 ? nil : $0 / 4 * 4 }, authors: (0..<160).map { "p\($0)" })
        for index in sample.replies.indices { sample.replies[index]?.evidence = Reply.Evidence(rawValue: "shared-words") }
        let taggings = (0..<20).flatMap { [tagging($0 * 4, "t"), tagging($0 * 4 + 1, "t")] }
        #expect(try detail(page(sample, taggings)).associations.isEmpty)
    }

    @Test func copiesArePutTogether() throws {
        var sample = discussion([Int?](repeating: nil, count: 6), authors: ["a", "b", "c", "a", "b", "e"])
        let slogan = "The harbour belongs to the town and not to the company that bought the cranes"
        for index in [0, 2, 4] { sample.comments[index].text = slogan + (index == 4 ? "!!" : ".") }
        sample.comments[1].text = "Nobody has read the plan that the council printed in spring."
        sample.comments[3].text = "Thank you!"
        sample.comments[5].text = "Thank you!"
        let detail = try detail(page(sample))
        #expect(detail.repeatedTexts == [RepeatedText(comments: [0, 2, 4], authors: 3, isExact: true)])
        #expect(detail.phrases.first?.comments == [0, 2, 4])
    }

    @Test func quotedWordsAreNobodysCopy() throws {
        var sample = discussion([nil, nil], authors: ["a", "b"])
        let passage = "The council will decide about the cranes in the harbour before the end of the year"
        for index in 0..<2 { sample.comments[index].text = passage }
        let span = TextSpan(bytes: 0..<passage.utf8.count, in: passage)
        let quotations = [0, 1].map { Quotation(comment: $0, span: span, source: .article(block: 2), sourceSpan: span, isMarked: true) }
        let detail = try detail(page(sample, quotations: quotations))
        #expect(detail.repeatedTexts.isEmpty)
        #expect(detail.quotedParagraphs == [QuotedParagraph(block: 2, comments: [0, 1], authors: 2)])
    }

    @Test func oneLoudAuthorWidensTheInterval() throws {
        let authors = (0..<60).map { $0 < 20 ? "loud" : "p\($0)" }
        let sample = discussion([Int?](repeating: nil, count: 60), authors: authors)
        let measures = measureInDetail(page(sample), taggings: (0..<20).map { tagging($0, "t") })
        let tag = try #require(measures.tags.first), more = try #require(measures.detail?.tagDetails.first)
        let byAuthors = try #require(more.byAuthors.value)
        #expect(byAuthors.high - byAuthors.low > tag.high - tag.low)
        #expect(more.byDepth == [DepthShare(count: 20, base: 60)] && more.depthTrend.reason != nil)
    }

    @Test func manyCommentsAtOnce() throws {
        var random = SystemRandomNumberGenerator()
        let words = (0..<3_000).map { "word\($0)" }
        var sample = discussion((0..<3_000).map { $0 % 5 == 0 ? nil : Int.random(in: 0..<$0, using: &random) })
        for index in sample.comments.indices { sample.comments[index].text = (0..<20).map { _ in words.randomElement() ?? "" }.joined(separator: " ") }
        #expect(try detail(page(sample)).allLinks.comments == 3_000)
    }
}

/// The reference file's own trees, where it lies beside the project.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: golden.path), "the reference values are not beside the project"))
struct GoldenTreeTests {
    private struct File: Decodable {
        struct Tree: Decodable {
            var parent: [String: String?]
            var measures: Values
        }
        struct Values: Decodable {
            var n_comments: Int, max_depth: Int, mean_depth: Double, max_width: Int, branching_internal: Double
            var leaves: Int, top_level: Int, structural_virality: Double, h_index: Int, h_index_noncontiguous: Int
        }
        var tree: Values
        var edge_trees: [String: Tree]
        var reciprocity: Double
        var ping_pong: Double
    }

    @Test func everyTree() throws {
        let file = try JSONDecoder().decode(File.self, from: Data(contentsOf: golden))
        for (name, tree) in file.edge_trees {
            let keys = tree.parent.compactMap { $0.value == nil ? nil : $0.key }.sorted()
            let parents = keys.map { key in (tree.parent[key] ?? nil).flatMap { keys.firstIndex(of: $0) } }
            let figures = try detail(page(discussion(parents, explicit: Set(keys.indices)))).allLinks
            let wanted = tree.measures
            #expect(figures.comments == wanted.n_comments && figures.maxDepth == wanted.max_depth && near(figures.meanDepth, wanted.mean_depth), "\(name)")
            #expect(figures.width == wanted.max_width && near(figures.branching, wanted.branching_internal) && figures.leaves == wanted.leaves, "\(name)")
            #expect(figures.topLevel == wanted.top_level, "\(name)")
            if let virality = figures.structuralVirality.value { #expect(near(virality, wanted.structural_virality), "\(name)") }
            if let h = figures.hIndex.value { #expect(h == wanted.h_index, "\(name)") }
            if let h = figures.hIndexAcrossGaps.value { #expect(h == wanted.h_index_noncontiguous, "\(name)") }
        }
    }
}

private let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("shared/measures/golden.json")
