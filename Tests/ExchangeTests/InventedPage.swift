import struct DiscourseModel.Comment
import DiscourseModel

/// A small invented page with a reply of each kind, a quotation, a tag, and text that is hard on a writer.
func inventedPage() -> AnalyzedPage {
    let article = Article(
        title: "Night bus \"N7\" to end", byline: "R. Oake", published: Timestamp(year: 2024, month: 3, day: 5), site: "Marl Gazette",
        tags: ["transport"], language: "en",
        blocks: [
            Block(kind: .paragraph, text: "The night bus stops for good.", place: Place(start: 10, end: 40, node: 3)),
            Block(kind: .quote, text: "“It ran empty”, he said."),
        ],
        related: [RelatedLink(title: "Trams", url: "https://marl.example/trams")], fieldSources: ["title": "h1", "byline": "meta"])
    let quoting = "“It ran empty”? Ha, äöü fools."
    let comments = [
        Comment(
            id: "c0001", platformKey: "101", author: Author(name: "Ada", profile: "https://marl.example/u/ada", badges: ["Editor"]),
            posted: Timestamp(year: 2024, month: 3, day: 5, hour: 9, minute: 30, utcOffset: 60), votes: Votes(up: 5, down: 2),
            text: quoting, permalink: "https://marl.example/n7#c101"),
        Comment(id: "c0002", author: Author(name: "Bo"), postedText: "yesterday", votes: Votes(score: -3), text: "@Ada no\u{1B}[31m \u{2028}\\ end"),
        Comment(
            id: "c0003", text: "Agreed.",
            quoted: [QuotedPassage(text: "it never came", author: "Cy", key: "77", at: 0)], state: .live),
        Comment(id: "c0004", author: Author(name: "Di"), text: "Me too."),
    ]
    let replies: [Reply?] = [
        nil,
        Reply(parent: 0, targetName: "Ada", evidence: .init(rawValue: "label"), supporting: [.init(rawValue: "name")], isExplicit: true, confidence: 0.98),
        Reply(inferredParent: 1, targetName: "slyfox", evidence: .init(rawValue: "label"), supporting: [.init(rawValue: "shared-words")], isExplicit: true, confidence: 0.9),
        Reply(parent: 1, evidence: .init(rawValue: "words"), isExplicit: false, confidence: 0.85),
    ]
    let fools = TextSpan(bytes: 31..<36, in: quoting)
    return AnalyzedPage(
        page: Page(id: String(repeating: "ab", count: 32), source: "saved/n7.html", media: .html, byteCount: 1234),
        article: article,
        discussion: Discussion(
            platform: "wordpress", comments: comments, replies: replies,
            completeness: Completeness(claimed: 9, reasons: ["page 1 of 2"])),
        quotations: [
            Quotation(
                comment: 0, span: TextSpan(bytes: 0..<18, in: quoting), source: .article(block: 1),
                sourceSpan: TextSpan(bytes: 0..<18, in: "“It ran empty”, he said."), isMarked: true)
        ],
        taggings: [Tagging(comment: 0, tag: "rhetoric/name-calling", line: "any[2]", span: fools, groups: ["target": "fools"])],
        patternSets: [
            PatternSetVersion(
                set: "rhetoric", kind: .rhetoric, language: "en", sha256: "cd", file: "rhetoric/name-calling.toml",
                tags: [TagDefinition(id: "rhetoric/name-calling", kind: .rhetoric, label: "Name calling")])
        ],
        measures: DiscussionMeasures(
            whole: ThreadFigures(comments: 4, authors: 3, unnamed: 1, byDepth: [1, 1, 1], repliesByEvidence: ["words": 1, "label": 1]),
            tags: [
                TagFigures(
                    tag: "rhetoric/name-calling", comments: 1, matches: 1, quoted: 0, authors: 1, base: 4, byDepth: [1], unknownDepth: 0,
                    low: 0.05, high: 0.7)
            ]),
        notes: [Note(.replies, .doubt, "One reply names slyfox, who is not here.", comment: 2)])
}
