import struct DiscourseModel.Comment
import DiscourseModel

/// A small generator with a seed (G. L. Steele, D. Lea, C. H. Flood, "SplitMix", OOPSLA 2014), so that a failure can be repeated.
final class Dice {
    private var state: UInt64
    init(state: UInt64) { self.state = state }
    private func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
    func number(_ range: ClosedRange<Int>) -> Int { range.lowerBound + Int(next() % UInt64(range.count)) }
    func pick<T>(_ values: [T]) -> T { values[number(0...(values.count - 1))] }
    func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
    func maybe<T>(_ value: @autoclosure () -> T) -> T? { chance(60) ? value() : nil }

    func text(_ most: Int = 12) -> String {
        let words = [
            "the", "naïve", "e\u{301}t\u{E9}", "война", "媒体", "👩‍👩‍👧", "a\u{202E}b", "'; DROP TABLE comments;--", "\"quoted\"", "line\nbreak", "\u{FFFD}",
            "\u{1B}[31m", "مرحبا", "{\"a\":1}", "x\u{200B}y", "", "\\", "%s",
        ]
        return (0..<number(0...most)).map { _ in pick(words) }.joined(separator: " ")
    }
    func time() -> Timestamp {
        var stamp = Timestamp(year: number(1990...2030), month: number(1...12), day: number(1...28))
        if chance(70) {
            stamp = Timestamp(
                year: stamp.year, month: stamp.month, day: stamp.day, hour: number(0...23), minute: number(0...59),
                second: maybe(7), utcOffset: maybe(number(-14...14) * 60))
        }
        return stamp
    }
    func span() -> TextSpan {
        TextSpan(start: number(0...9), end: number(9...30), codePointStart: number(0...9), codePointEnd: number(9...30))
    }
    func place(page: Int? = nil) -> Place? { maybe(Place(start: number(0...99), end: number(99...999), node: maybe(number(0...99)), page: page)) }
}

/// A page with everything that a page may have, and gaps everywhere.
func generatedPage(seed: UInt64) -> AnalyzedPage {
    let dice = Dice(state: seed)
    let count = dice.number(0...15)
    var comments: [Comment] = []
    var replies: [Reply?] = []
    for index in 0..<count {
        comments.append(
            Comment(
                id: Comment.id(at: index), platformKey: dice.maybe("k\(dice.number(0...9))"),
                author: dice.maybe(
                    Author(
                        name: dice.chance(20) ? "Guest" : dice.text(2), profile: dice.maybe("https://a.test/u/\(dice.number(0...5))"),
                        key: dice.maybe("u\(dice.number(0...5))"), badges: dice.chance(30) ? ["Mod", dice.text(2)] : [])),
                posted: dice.maybe(dice.time()), postedText: dice.maybe(dice.text(3)),
                votes: dice.maybe(Votes(up: dice.maybe(dice.number(0...99)), down: dice.maybe(3), score: dice.maybe(-4))), text: dice.text(40),
                quoted: (0..<dice.number(0...2)).map { _ in
                    QuotedPassage(text: dice.text(), author: dice.maybe(dice.text(1)), key: dice.maybe("9"), at: dice.number(0...20))
                },
                signature: dice.maybe(dice.text(3)), state: dice.pick([.live, .deleted, .removed, .hidden]),
                kind: dice.chance(10) ? .pingback : .comment, permalink: dice.maybe("https://a.test/#c\(index)"), place: dice.place(page: dice.maybe(dice.number(1...9)))))
        replies.append(
            dice.maybe(
                Reply(
                    parent: index > 0 && dice.chance(70) ? dice.number(0...(index - 1)) : nil,
                    inferredParent: dice.chance(20) ? dice.number(0...(count - 1)) : nil, targetName: dice.maybe(dice.text(2)),
                    targetKey: dice.maybe("77"), evidence: .init(rawValue: "nesting"),
                    supporting: dice.chance(30) ? [.init(rawValue: "label"), .init(rawValue: "quotation")] : [], isExplicit: dice.chance(50),
                    confidence: Double(dice.number(0...1000)) / 1000)))
    }
    let blocks = (0..<dice.number(0...6)).map { _ in
        Block(kind: dice.pick([.heading, .paragraph, .quote, .code]), text: dice.text(30), place: dice.place())
    }
    var quotations: [Quotation] = []
    var taggings: [Tagging] = []
    for index in 0..<count where dice.chance(60) {
        let source: Quotation.Source =
            blocks.isEmpty || dice.chance(30) ? (dice.chance(50) ? .elsewhere : .comment(dice.number(0...(count - 1)))) : .article(block: 0)
        quotations.append(Quotation(comment: index, span: dice.span(), source: source, sourceSpan: dice.span(), isMarked: dice.chance(50)))
        taggings.append(
            Tagging(
                comment: count - 1 - index, tag: "rhetoric/t\(dice.number(0...3))", line: "any[2]", span: dice.span(),
                voice: dice.chance(30) ? .quoted : .own, groups: dice.chance(40) ? ["target": dice.text(2), "a": ""] : [:]))
    }
    return AnalyzedPage(
        page: Page(
            id: "sha-\(seed)", source: "saved/\(seed).html", url: dice.maybe("https://www.a.test/\(seed)"), canonicalURL: dice.maybe("https://b.test/\(seed)"),
            captured: dice.maybe(dice.time()), media: dice.chance(50) ? .html : .text, encoding: "windows-1251", byteCount: dice.number(0...99_999),
            replacedBytes: dice.number(0...3)),
        article: Article(
            title: dice.maybe(dice.text()), byline: dice.maybe(dice.text(3)), published: dice.maybe(dice.time()), modified: dice.maybe(dice.time()),
            captured: dice.maybe(dice.time()), site: dice.maybe(dice.text(2)), section: dice.maybe("World"), tags: dice.chance(50) ? [dice.text(1), "b"] : [],
            language: dice.maybe("de-AT"), canonicalURL: dice.maybe("https://b.test/\(seed)"),
            image: dice.maybe(LeadImage(url: dice.maybe("https://a.test/i.png"), caption: dice.maybe(dice.text()), credit: nil)), blocks: blocks,
            related: dice.chance(50) ? [RelatedLink(title: dice.text(4), url: dice.maybe("/x"))] : [], fieldSources: ["title": "h1", "by\"line": dice.text(1)]),
        discussion: Discussion(
            platform: "generic", comments: comments, replies: replies,
            completeness: Completeness(claimed: dice.maybe(118), reasons: dice.chance(50) ? [dice.text(4), "page 2 of 7"] : [])),
        quotations: quotations, taggings: taggings, patternSets: dice.chance(80) ? [patternSet("rhetoric", sha256: "p\(seed % 3)")] : [],
        notes: (0..<dice.number(0...3)).map { _ in
            Note(.replies, .doubt, dice.text(), comment: count > 0 && dice.chance(50) ? dice.number(0...(count - 1)) : nil)
        })
}

func patternSet(_ name: String, sha256: String, language: String? = "en") -> PatternSetVersion {
    PatternSetVersion(
        set: name, kind: .rhetoric, language: language, sha256: sha256, file: "rhetoric/\(name).toml",
        tags: [
            TagDefinition(id: "\(name)/sarcasm", kind: .rhetoric, label: "Sarcasm", about: "Says the opposite", source: "Attardo 2000"),
            TagDefinition(id: "\(name)/war", kind: .theme, label: "War", isExperimental: true),
        ])
}

/// A plain page: each comment is author and text; `reply` gives parents.
func page(
    _ sha256: String, source: String = "a.html", url: String? = "https://news.test/1", captured: String? = nil, _ comments: [(String?, String)],
    parents: [Int: Int] = [:], keys: [String?] = [], tags: [Int] = [], patterns: String = "p1"
) -> AnalyzedPage {
    AnalyzedPage(
        page: Page(id: sha256, source: source, url: url, captured: captured.flatMap { Timestamp(iso8601: $0) }, media: .html, byteCount: 10),
        article: Article(title: "Title of \(sha256)"),
        discussion: Discussion(
            platform: "generic",
            comments: comments.enumerated().map { index, comment in
                Comment(
                    id: Comment.id(at: index), platformKey: index < keys.count ? keys[index] : nil, author: comment.0.map { Author(name: $0) },
                    text: comment.1)
            },
            replies: comments.indices.map { index in
                parents[index].map { Reply(parent: $0, evidence: .init(rawValue: "nesting"), isExplicit: true, confidence: 1) }
            }),
        taggings: tags.map {
            Tagging(comment: $0, tag: "rhetoric/sarcasm", line: "any[0]", span: TextSpan(start: 0, end: 3, codePointStart: 0, codePointEnd: 3))
        },
        patternSets: [patternSet("rhetoric", sha256: patterns)])
}
