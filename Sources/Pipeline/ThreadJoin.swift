internal import CommentThreads
internal import Digest
package import DiscourseModel
internal import Markup

/// The pages of a batch, those of one thread joined with each other and with what is stored of it.
///
/// - Parameters:
///   - stored: the pages of the thread that the database has.
///   - known: whether the database has these bytes already, perhaps as an older state of a page; they then replace no newer state.
///   - finish: what is done to a joined page: corrections and tags.
/// - Returns: pages in the order of their first part in the batch, and how many pages of the batch each stands for.
package func joinedThreads(
    _ pages: [AnalyzedPage], minimumConfidence: Double, stored: (AnalyzedPage) throws -> [AnalyzedPage], known: (AnalyzedPage) throws -> Bool,
    finish: (AnalyzedPage) -> AnalyzedPage
) rethrows -> [(page: AnalyzedPage, inputs: Int)] {
    var groups: [(key: String?, pages: [AnalyzedPage])] = []
    var byThread: [String: Int] = [:]
    for var page in pages {
        // A first page need not say that there are others; the database may know some.
        if page.page.position == nil, !page.discussion.comments.isEmpty, let thread = try stored(page).first?.page.position?.thread {
            page.page.position = PagePosition(thread: thread, number: 1)
        }
        guard let thread = page.page.position?.thread, !page.discussion.comments.isEmpty else {
            groups.append((nil, [page]))
            continue
        }
        let key = thread + "\n" + plainTitle(page)
        if let group = byThread[key] {
            groups[group].pages.append(page)
        } else {
            byThread[key] = groups.count
            groups.append((key, [page]))
        }
    }
    return try groups.map { key, given in
        guard key != nil, let first = given.first else { return (given[0], 1) }
        var parts: [Int: AnalyzedPage] = [:]
        for part in try stored(first) where plainTitle(part) == plainTitle(first) { if let number = part.page.position?.number { parts[number] = part } }
        for page in given {
            guard let number = page.page.position?.number else { continue }
            if let old = parts[number], old.page.id != page.page.id, try known(page) { continue }
            parts[number] = page
        }
        let all = parts.sorted { $0.key < $1.key }.map(\.value)
        // By itself it is as it was read, and has its tags.
        if all.count == 1 { return (alone(all[0]), given.count) }
        return (finish(joined(all.map(asPart), minimumConfidence: minimumConfidence)), given.count)
    }
}

/// Several pages of one thread as one: the article of the first, the comments of all in the order of the pages, each once.
///
/// Who answers whom is resolved anew over all comments: ids, names and quotations lead from page to page. What the pages stated stays so.
package func joined(_ parts: [AnalyzedPage], minimumConfidence: Double = 0.8) -> AnalyzedPage {
    guard var page = parts.first, let position = page.page.position else { return parts[0] }
    var joining = Joining()
    for part in parts { joining.add(part) }
    page.discussion.completeness = completeness(parts)
    if parts.count > 1 {
        if !parts.allSatisfy({ $0.discussion.platform == page.discussion.platform }) { page.discussion.platform = "mixed" }
        page.page.id = SHA256.hex(parts.flatMap { Array($0.page.id.utf8) })
        page.page.byteCount = parts.reduce(0) { $0 + $1.page.byteCount }
        page.page.replacedBytes = parts.reduce(0) { $0 + $1.page.replacedBytes }
        page.page.captured = parts.compactMap(\.page.captured).max()
        page.page.position = PagePosition(thread: position.thread, number: position.number, count: parts.compactMap(\.page.position?.count).max())
        let found = FoundComments(
            platform: page.discussion.platform, comments: joining.comments, clues: joining.clues, statesThreading: false, claimed: NodeSet(capacity: 0))
        page.quotations = findQuotations(in: joining.comments, article: page.article)
        let resolved = resolveReplies(found, quotations: page.quotations, minimumConfidence: minimumConfidence)
        page.discussion = Discussion(
            platform: page.discussion.platform, comments: joining.comments, replies: resolved.replies, completeness: page.discussion.completeness)
        page.notes = joining.notes + resolved.notes
        let body = Set(page.article.blocks.map(\.text))
        let unread = parts.dropFirst().reduce(0) { $0 + $1.article.blocks.count { !body.contains($0.text) } }
        if unread > 0 { page.notes.append(Note(.article, .info, "the article is that of the first page; the others hold \(unread) more paragraphs outside their comments")) }
    }
    if joining.repeated > 0 { page.notes.append(Note(.comments, .info, "\(joining.repeated) comments stand on several pages; each is kept once")) }
    page.parts = parts
    return page
}

/// The only page of a thread that is here: what it lacks is said of it.
private func alone(_ page: AnalyzedPage) -> AnalyzedPage {
    var page = page
    page.parts = [asPart(page)]
    page.discussion.completeness = completeness(page.parts)
    return page
}

/// A page as it was read by itself: what a join begins with.
private func asPart(_ page: AnalyzedPage) -> AnalyzedPage {
    var part = corrected(page, by: [])
    part.parts = []
    part.measures = DiscussionMeasures()
    return part
}

private struct Joining {
    var comments: [Comment] = []
    var clues: [[ReplyClue]] = []
    var notes: [Note] = []
    var repeated = 0
    private var known: [CommentReference: Int] = [:]
    private var pages = 0

    mutating func add(_ part: AnalyzedPage) {
        pages += 1
        let number = part.page.position?.number ?? pages
        var places: [Int] = []
        var isNew: [Bool] = []
        for (comment, reference) in zip(part.discussion.comments, part.discussion.comments.references()) {
            let key = reference.flatMap { tells(comment, $0) ? $0 : nil }
            if let key, let place = known[key] {
                repeated += 1
                places.append(place)
                isNew.append(false)
                continue
            }
            if let key { known[key] = comments.count }
            places.append(comments.count)
            isNew.append(true)
            var comment = comment
            comment.id = Comment.id(at: comments.count)
            comment.place?.page = number
            comments.append(comment)
            clues.append([])
        }
        for (index, reply) in part.discussion.replies.enumerated() {
            guard let reply, reply.isExplicit else { continue }
            for clue in stated(reply, places) where !clues[places[index]].contains(clue) { clues[places[index]].append(clue) }
        }
        // What the replies leave in doubt is said of the whole.
        for note in part.notes where note.stage != .replies && note.stage != .tags {
            // The article is the first page's.
            if pages > 1, note.stage == .article { continue }
            guard note.comment.map({ isNew[$0] }) ?? true else { continue }
            notes.append(Note(note.stage, note.severity, pages == 1 ? note.message : "page \(number): \(note.message)", comment: note.comment.map { places[$0] }))
        }
    }

    /// What a page stated of whom a comment answers, as clues for all pages.
    private func stated(_ reply: Reply, _ places: [Int]) -> [ReplyClue] {
        var clues: [ReplyClue] = []
        if let parent = reply.parent { clues.append(ReplyClue(reply.evidence, .comment(places[parent]))) }
        if let key = reply.targetKey { clues.append(ReplyClue(reply.evidence, .key(key))) }
        if reply.parent == nil, let name = reply.targetName { clues.append(ReplyClue(reply.evidence, .name(name))) }
        return clues
    }

    /// Whether a comment on another page that is like this one is this one: by the platform's id, a time, or a text of some length.
    private func tells(_ comment: Comment, _ reference: CommentReference) -> Bool {
        reference.identity.platformKey != nil || reference.identity.posted != nil || comment.text.utf8.count >= 40
    }
}

private func completeness(_ parts: [AnalyzedPage]) -> Completeness {
    var reasons: [String] = []
    for reason in parts.flatMap(\.discussion.completeness.reasons) where !reasons.contains(reason) && !namesPages(reason) { reasons.append(reason) }
    if let missing = missingPages(parts) { reasons.append("only \(missing) of this thread \(parts.count == 1 ? "is" : "are") here; give the others to analyze as well") }
    return Completeness(claimed: parts.compactMap(\.discussion.completeness.claimed).max(), reasons: reasons)
}

/// Which pages are here, as far as links tell how many there are: "pages 1-3 of 7"; `nil` where they are all.
private func missingPages(_ parts: [AnalyzedPage]) -> String? {
    let numbers = parts.compactMap(\.page.position?.number)
    let count = (parts.compactMap(\.page.position?.count) + numbers).max() ?? 1
    return numbers == Array(1...count) ? nil : "\(parts.count == 1 ? "page" : "pages") \(runs(of: numbers)) of \(count)"
}

/// Whether a reason is a pager's own words ("Page 2 of 7"): a short line with two numbers. The join knows better which pages are here.
private func namesPages(_ reason: String) -> Bool {
    reason.split(whereSeparator: { !$0.isNumber }).count == 2 && reason.utf8.count < 40
}

/// `1-3, 5`.
private func runs(of numbers: [Int]) -> String {
    var runs: [(Int, Int)] = []
    for number in numbers.sorted() {
        if let last = runs.last, last.1 + 1 == number { runs[runs.count - 1].1 = number } else { runs.append((number, number)) }
    }
    return runs.map { $0 == $1 ? "\($0)" : "\($0)-\($1)" }.joined(separator: ", ")
}

/// The title that the pages of a thread share: without a number at its end ("... - Page 2").
private func plainTitle(_ page: AnalyzedPage) -> String {
    let words = (page.article.title ?? "").lowercased().split { !$0.isLetter && !$0.isNumber }
    guard let at = words.lastIndex(where: { pageWords.contains(String($0)) }), at + 1 < words.count, words[at + 1].allSatisfy(\.isNumber) else {
        return words.joined(separator: " ")
    }
    return (words[..<at] + words[(at + 2)...]).joined(separator: " ")
}

private let pageWords: Set<String> = ["page", "seite", "pagina", "página", "strona", "страница", "sayfa", "صفحة", "stránka", "sida", "side", "oldal", "trang"]
