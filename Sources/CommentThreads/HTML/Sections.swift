internal import DiscourseModel
internal import Markup

/// The comment section around the records: what of the page belongs to it, and what it claims to hold.
struct SectionReader {
    let signals: Signals
    var document: HTMLDocument { signals.document }

    struct Section {
        /// The lowest element that holds every record.
        var ancestor: Int
        var claimed: NodeSet
        var completeness: Completeness
    }

    func read(records: [Range<Int>], platform: Platform?) -> Section {
        var claimed = NodeSet(capacity: document.count)
        let ancestor = commonAncestor(records)
        var top = ancestor
        let first = records[0].lowerBound
        let articleMark = articleMark(before: first)
        // The section's heading, form and paging stand around the list; what is named for comments and holds no text before them is the section.
        for candidate in document.ancestors(ancestor) where candidate != HTMLDocument.root && document.name(candidate) != .body {
            guard candidate > articleMark, signals.textSize(candidate..<first) <= SectionReader.headSize else { break }
            if signals.hints[candidate].contains(.comment) || signals.hints[candidate].contains(.reply) { top = candidate }
        }
        let isNamed = !signals.hints[top].isDisjoint(with: [.comment, .reply])
        let covered = coveredText(records)
        let stretch = stretch(of: records, in: ancestor, behind: articleMark)
        if top > articleMark, signals.textSize(top..<first) <= SectionReader.headSize, isNamed || covered * 10 >= signals.textSize(document.subtree(top)) * 6 {
            claimed.insert(document.subtree(top))
        } else if covered * 2 >= signals.textSize(stretch) {
            claimed.insert(stretch)
        } else {
            // What stands between two records and is more than they are is no part of the section.
            for record in records { claimed.insert(record) }
        }
        if let selector = platform?.section {
            for node in selector.all(in: HTMLDocument.root, of: document) { claimed.insert(document.subtree(node)) }
        }
        var completeness = Completeness()
        completeness.claimed = claimedCount(before: records[0].lowerBound, section: top)
        let last = records.map(\.upperBound).max() ?? first
        completeness.reasons = reasonsForMore(in: max(top, first - 200)..<min(document.count, last + 200))
        claimForms(into: &claimed)
        return Section(ancestor: ancestor, claimed: claimed, completeness: completeness)
    }

    /// Bytes of text that a heading, a count and a sorting bar above the first comment may have.
    private static let headSize = 300

    /// The last element before the comments that a page names for its article: its text, or the heading of it. However short an article is,
    /// the section does not reach over it.
    private func articleMark(before first: Int) -> Int {
        for node in (0..<first).reversed() where document.isElement(node) {
            let hints = signals.hints[node]
            guard hints.isDisjoint(with: [.comment, .reply]), signals.textSize(document.subtree(node)) > 0 else { continue }
            let name = document.name(node)
            if document.hasToken(node, .itemprop, SectionReader.articleBody) || name == .h1 && !CommentCount.isHeading(document.line(node)) { return node }
            let isHeading = name == .h2 || name == .h3 || name == .h4
            if document.end(node) <= first, hints.contains(.post), isHeading || hints.contains(.body) { return node }
        }
        return HTMLDocument.root
    }

    private static let articleBody = Array("articleBody".utf8)

    /// From the heading above the first record to the end of the last, among the children of their common ancestor.
    private func stretch(of records: [Range<Int>], in ancestor: Int, behind articleMark: Int) -> Range<Int> {
        let children = Array(document.children(ancestor))
        let first = records[0].lowerBound, end = records.map(\.upperBound).max() ?? first
        guard var start = children.lastIndex(where: { $0 <= first }) else { return first..<end }
        let holder = children[start]
        if holder <= articleMark || signals.textSize(holder..<first) > SectionReader.headSize { return first..<end }
        // Short lines directly above, up to a heading that speaks of comments.
        for step in 1...4 where start - step >= 0 {
            let child = children[start - step]
            let line = document.isText(child) ? document.plainText(child) : document.line(child)
            guard line.utf8.count <= 160 else { break }
            if CommentCount.read(line) != nil || signals.hints[child].contains(.comment) {
                start -= step
                break
            }
        }
        let last = children.last { $0 < end } ?? holder
        return children[start]..<max(end, min(document.end(last), document.end(ancestor)))
    }

    /// A page without a single comment may still have the place for them: a form, or a container that a script was to fill.
    func withoutRecords() -> Section {
        var claimed = NodeSet(capacity: document.count)
        var completeness = Completeness()
        claimForms(into: &claimed)
        let threads = scriptThreads()
        for node in threads.nodes { claimed.insert(document.subtree(node)) }
        completeness.reasons = threads.systems.map { "the comments are loaded by \($0)'s script and are not in the saved page" }
        completeness.claimed = statedCount()
        return Section(ancestor: HTMLDocument.root, claimed: claimed, completeness: completeness)
    }

    /// Bytes of text in the records; what lies in two of them counts once.
    private func coveredText(_ records: [Range<Int>]) -> Int {
        var covered = 0, end = 0
        for record in records where record.upperBound > end {
            covered += signals.textSize(max(end, record.lowerBound)..<record.upperBound)
            end = record.upperBound
        }
        return covered
    }

    private func commonAncestor(_ records: [Range<Int>]) -> Int {
        guard let first = records.first?.lowerBound, let last = records.last?.lowerBound else { return HTMLDocument.root }
        var node = document.parent(first) ?? HTMLDocument.root
        while !document.contains(node, last), let parent = document.parent(node) { node = parent }
        return node
    }

    /// Comment forms, wherever they stand.
    private func claimForms(into claimed: inout NodeSet) {
        for node in 0..<document.count where document.isElement(node) {
            let name = document.name(node)
            guard name == .div || name == .form || name == .section || name == .aside else { continue }
            guard let id = document.attributeRange(node, .id) ?? document.attributeRange(node, .class), id.count <= SectionReader.longestFormName else { continue }
            if SectionReader.formNames.contains(where: { id.count == $0.count && document.bytes[id].elementsEqual($0) }), signals.textSize(document.subtree(node)) < 1_500 {
                claimed.insert(document.subtree(node))
            }
        }
    }

    private static let formNames: [[UInt8]] = ["respond", "commentform", "comment-form", "comment_form", "reply-form", "postcomment", "post-comment", "comment-respond", "addcomment", "add-comment"].map { Array($0.utf8) }

    private static let longestFormName = formNames.map(\.count).max() ?? 0

    /// "118 comments", "Responses (12)": a number beside a word for comments, in a short line before the first record or at the section's head.
    private func claimedCount(before record: Int, section: Int) -> Int? {
        let from = max(0, min(section, record - 400))
        for node in (from..<record).reversed() where document.isText(node) && !signals.hidden.contains(node) {
            let bytes = document.textBytes(node)
            guard bytes.count <= 120, bytes.contains(where: { (0x30...0x39).contains($0) }) || signals.textSize(node..<node + 1) > 4 else { continue }
            let parent = document.parent(node) ?? node
            let line = document.line(signals.textSize(document.subtree(parent)) <= 80 ? parent : node)
            if let count = CommentCount.read(line) { return count }
        }
        return nil
    }

    /// The number that a page without comments states of them: in what it names for comments, in a heading of few words, or in a link to a
    /// part of a page. Where two of them differ, they are other articles'.
    private func statedCount() -> Int? {
        var counts: Set<Int> = []
        for node in 0..<document.count where document.isText(node) && !signals.hidden.contains(node) {
            let bytes = document.textBytes(node)
            guard bytes.count <= 80, signals.textSize(node..<node + 1) > 0, let parent = document.parent(node), document.ancestors(node).prefix(4).contains(where: mayStateCount) else { continue }
            let line = document.line(signals.textSize(document.subtree(parent)) <= 80 ? parent : node)
            guard line.utf8.contains(where: { (0x30...0x39).contains($0) }), let count = CommentCount.read(line),
                document.ancestors(node).prefix(4).contains(where: { mayStateCount($0) && (!isSubheading($0) || line.split(whereSeparator: { !$0.isLetter }).count <= 3) })
            else { continue }
            counts.insert(count)
        }
        return counts.count == 1 ? counts.first : nil
    }

    /// Whether the number of comments may stand in an element, for its name: a heading must have few words as well.
    private func mayStateCount(_ element: Int) -> Bool {
        if document.name(element) == .a { return document.attributeBytes(element, .href)?.contains(0x23) ?? false }
        return isSubheading(element) || signals.hints[element].contains(.comment)
    }

    /// Whether an element is a heading, and not the page's title.
    private func isSubheading(_ element: Int) -> Bool { document.name(element).isHeading && document.name(element) != .h1 }
}
