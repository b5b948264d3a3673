import DiscourseModel

import struct DiscourseModel.Comment

/// What was taken out of a page, as an outline that one can hold against it by eye.
///
/// A comment stands below the one it answers, two spaces deeper: `author | posted | votes | state | reply evidence | text`, `-` for what is not there.
func outline(of page: AnalyzedPage) -> String {
    let discussion = page.discussion
    var lines = ["platform: \(discussion.platform)"]
    lines.append("title: \(page.article.title ?? "-")")
    lines.append("published: \(page.article.published?.iso8601 ?? "-")")
    let words = page.article.blocks.first.map { firstWords($0.text, 8) } ?? "-"
    lines.append("article: \(page.article.blocks.count) blocks: \(words)")
    if let claimed = discussion.completeness.claimed { lines.append("claimed: \(claimed)") }
    for reason in discussion.completeness.reasons { lines.append("incomplete: \(reason)") }
    lines.append("comments: \(discussion.comments.count)")
    for (index, level) in discussion.readingOrder() {
        lines.append(String(repeating: "  ", count: level) + line(discussion.comments[index], discussion.replies[index]))
    }
    return lines.joined(separator: "\n") + "\n"
}

private func line(_ comment: Comment, _ reply: Reply?) -> String {
    let votes = comment.votes.map { votes in
        [votes.up.map { "+\($0)" }, votes.down.map { "-\($0)" }, votes.score.map { "=\($0)" }].compactMap { $0 }.joined(separator: " ")
    }
    var state = comment.state == .live ? "-" : comment.state.rawValue
    if comment.kind == .pingback { state = "pingback" }
    let parts = [
        comment.author?.name ?? "-", comment.posted?.iso8601 ?? comment.postedText.map { "\"\($0)\"" } ?? "-", votes ?? "-", state,
        answer(reply), comment.text.split(separator: "\n").joined(separator: " / ") + comment.quoted.map { " [quotes: \($0.text)]" }.joined(),
    ]
    return parts.joined(separator: " | ")
}

private func answer(_ reply: Reply?) -> String {
    guard let reply else { return "-" }
    var text = reply.evidence.rawValue
    if reply.parent == nil { text += " to absent \(reply.targetName ?? reply.targetKey ?? "-")" }
    return text
}

private func firstWords(_ text: String, _ count: Int) -> String { text.split(whereSeparator: \.isWhitespace).prefix(count).joined(separator: " ") }
