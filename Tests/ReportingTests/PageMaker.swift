import struct DiscourseModel.Comment
import DiscourseModel
import Foundation

/// Builds an `AnalyzedPage` by hand, its figures counted here in the plainest way.
struct PageMaker {
    private(set) var page: AnalyzedPage
    private var labels: [String: String] = [:]

    init(title: String?, blocks: [Block] = []) {
        page = AnalyzedPage(
            page: Page(id: String(repeating: "5e", count: 32), source: "saved/harbour.html", media: .html, byteCount: 18_734),
            article: Article(title: title, language: "en", blocks: blocks), discussion: Discussion(platform: "wordpress"))
    }

    mutating func edit(_ change: (inout AnalyzedPage) -> Void) { change(&page) }

    /// A comment of 12 September 2024; `answers` makes a reply by nesting.
    mutating func add(_ key: Int, _ author: String?, _ hour: Int? = nil, _ minute: Int = 0, badges: [String] = [], answers: Int? = nil, _ text: String) {
        add(
            Comment(
                id: Comment.id(at: page.discussion.comments.count), platformKey: String(key), author: author.map { Author(name: $0, badges: badges) },
                posted: hour.map { Timestamp(year: 2024, month: 9, day: 12, hour: $0, minute: minute, utcOffset: 60) }, text: text,
                permalink: "https://courier.example/2024/09/11/council-sells-harbour/#comment-\(key)"),
            answers.map { Reply(parent: $0, evidence: .init(rawValue: "nesting"), isExplicit: true, confidence: 0.99) })
    }

    mutating func add(_ comment: Comment, _ reply: Reply? = nil) {
        page.discussion.comments.append(comment)
        page.discussion.replies.append(reply)
    }

    mutating func reply(_ index: Int, _ reply: Reply) { page.discussion.replies[index] = reply }

    /// Tags the first place where the words stand.
    mutating func tag(_ comment: Int, _ tag: String, _ words: String, voice: Tagging.Voice = .own) {
        let text = page.discussion.comments[comment].text
        guard let range = text.range(of: words) else { return }
        page.taggings.append(Tagging(comment: comment, tag: tag, line: "any[0]", span: span(range, text), voice: voice))
    }

    /// Marks the words of a comment as a quotation of a block.
    mutating func quote(_ comment: Int, _ words: String, block: Int) {
        let (text, source) = (page.discussion.comments[comment].text, page.article.blocks[block].text)
        guard let at = text.range(of: words), let from = source.range(of: words) else { return }
        page.quotations.append(
            Quotation(comment: comment, span: span(at, text), source: .article(block: block), sourceSpan: span(from, source), isMarked: true))
    }

    mutating func define(_ id: String, _ label: String, _ about: String) {
        let kind: TagDefinition.Kind = id.hasPrefix("rhetoric/") ? .rhetoric : .theme
        page.patternSets.append(
            PatternSetVersion(
                set: id, kind: kind, language: "en", sha256: String(repeating: String(id.utf8.count % 10), count: 64), file: id + ".toml",
                tags: [TagDefinition(id: id, kind: kind, label: label, about: about)]))
    }

    /// The page with its measures.
    func made() -> AnalyzedPage {
        var page = page
        let discussion = page.discussion
        let all = Array(discussion.comments.indices)
        page.measures.whole = figures(discussion, all, root: nil)
        let roots = discussion.threadRoots()
        page.measures.threads = all.filter { roots[$0] == $0 }.map { root in figures(discussion, all.filter { roots[$0] == root }, root: root) }
        let depths = discussion.depths()
        for tag in Set(page.taggings.map(\.tag)).sorted() {
            let own = page.taggings.filter { $0.tag == tag && $0.voice == .own }
            let bearing = Set(own.map(\.comment))
            var byDepth: [Int] = []
            for depth in bearing.compactMap({ depths[$0] }) {
                while byDepth.count <= depth { byDepth.append(0) }
                byDepth[depth] += 1
            }
            let share = Double(bearing.count) / Double(all.count)
            page.measures.tags.append(
                TagFigures(
                    tag: tag, comments: bearing.count, matches: own.count, quoted: page.taggings.count { $0.tag == tag && $0.voice == .quoted },
                    authors: Set(bearing.compactMap { discussion.comments[$0].author?.name }).count, base: all.count, byDepth: byDepth,
                    unknownDepth: bearing.count { depths[$0] == nil },
                    // Any interval serves to draw one.
                    low: max(0, share * 0.5), high: min(1, share * 1.4 + 0.15)))
        }
        return page
    }

    private func figures(_ discussion: Discussion, _ members: [Int], root: Int?) -> ThreadFigures {
        let depths = discussion.depths()
        let known = members.compactMap { depths[$0] }
        var byDepth = [Int](repeating: 0, count: (known.max() ?? -1) + 1)
        for depth in known { byDepth[depth] += 1 }
        let named = members.filter { discussion.comments[$0].author.map { !$0.isAnonymous } ?? false }
        var evidence: [String: Int] = [:]
        for reply in members.compactMap({ discussion.replies[$0] }) where reply.parent != nil { evidence[reply.evidence.rawValue, default: 0] += 1 }
        return ThreadFigures(
            root: root, comments: members.count, authors: Set(named.compactMap { discussion.comments[$0].author?.name }).count,
            unnamed: members.count - named.count, maxDepth: known.max(),
            meanDepth: known.isEmpty ? nil : Double(known.reduce(0, +)) / Double(known.count), width: byDepth.max() ?? 0, byDepth: byDepth,
            unknownDepth: members.count - known.count, repliesByEvidence: evidence,
            explicitReplies: members.count { discussion.replies[$0].map { $0.parent != nil && $0.isExplicit } ?? false },
            inferredReplies: members.count { discussion.replies[$0].map { $0.parent != nil && !$0.isExplicit } ?? false },
            unresolvedReplies: members.count { discussion.replies[$0].map { $0.parent == nil } ?? false })
    }
}

func span(_ range: Range<String.Index>, _ text: String) -> TextSpan {
    let utf8 = text.utf8
    return TextSpan(
        bytes: utf8.distance(from: utf8.startIndex, to: range.lowerBound)..<utf8.distance(from: utf8.startIndex, to: range.upperBound), in: text)
}
