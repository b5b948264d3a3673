package import DiscourseModel

/// A page as plain text to be read: the article, then the comments, each indented by its level in its thread.
///
/// The text is the page's own, control characters and all; a caller that prints to a terminal makes it safe first.
///
/// - Returns: lines, each with a line feed at its end.
package func pageText(_ page: AnalyzedPage) -> String {
    var lines: [String] = []
    let article = page.article
    if let title = article.title { lines += [title, ""] }
    let facts: [String?] = [
        article.byline, article.published?.iso8601, [article.site, article.section].compactMap(\.self).joined(separator: ", "),
        page.page.canonicalURL ?? page.page.url ?? article.canonicalURL,
    ]
    let told = facts.compactMap(\.self).filter { !$0.isEmpty }
    if !told.isEmpty { lines += told + [""] }
    for block in article.blocks { lines += blockLines(block) + [""] }
    if !page.discussion.comments.isEmpty {
        let count = page.discussion.comments.count
        lines += [count == 1 ? "1 comment" : "\(count) comments", ""]
        lines += commentLines(page.discussion)
    }
    for note in page.discussion.completenessNotes { lines += ["[" + note.message + "]", ""] }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { $0 + "\n" }.joined()
}

private func blockLines(_ block: Block) -> [String] {
    let lines = splitLines(block.text)
    switch block.kind {
    case .heading: return lines.map { "# " + $0 }
    case .item: return lines.enumerated().map { ($0.offset == 0 ? "- " : "  ") + $0.element }
    case .quote: return lines.map { "> " + $0 }
    case .code: return lines.map { "    " + $0 }
    case .paragraph, .table, .caption, .embed: return lines
    }
}

private func commentLines(_ discussion: Discussion) -> [String] {
    var lines: [String] = []
    for (index, level) in discussion.readingOrder() {
        let comment = discussion.comments[index]
        // A chain of hundreds must not push its text off the page.
        let indent = String(repeating: "  ", count: min(level, 20))
        var head = indent + (comment.author.map(\.name) ?? "(no name)")
        if let time = comment.posted?.iso8601 ?? comment.postedText { head += ", " + time }
        head += " [" + comment.id + answered(discussion, index) + "]"
        lines.append(head)
        for passage in comment.quoted {
            if let author = passage.author { lines.append(indent + "  > " + author + ":") }
            lines += splitLines(passage.text).map { indent + "  > " + $0 }
        }
        lines += splitLines(comment.text).map { $0.isEmpty ? "" : indent + "  " + $0 }
        lines.append("")
    }
    return lines
}

/// Whom a comment answers, as a clause after its id; empty for one that answers the article.
private func answered(_ discussion: Discussion, _ index: Int) -> String {
    guard let reply = discussion.replies[index] else { return "" }
    if let parent = reply.parent { return (reply.isExplicit ? " answers " : " seems to answer ") + discussion.id(of: parent) }
    if reply.isGuess, let guess = reply.inferredParent { return " may answer " + discussion.id(of: guess) }
    var clause = (reply.targetName ?? reply.targetKey).map { " answers \($0), not on this page" } ?? " answers someone"
    if let guess = reply.inferredParent { clause += "; perhaps " + discussion.id(of: guess) }
    return clause
}

private func splitLines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
}
