import DiscourseModel

/// One comment as an item of a nested list.
func markdownComment(_ material: ReportMaterial, _ index: Int, level: Int) -> String {
    let comment = material.comments[index]
    // Forges lose track of lists that nest deeper.
    let indent = String(repeating: "  ", count: min(level, 6))
    var head = "- <a id=\"\(comment.id)\"></a>**\(escapedMarkdownInline(material.speaker(index)))**"
    if let time = comment.posted.map(readable) ?? comment.postedText { head += " · " + escapedMarkdownInline(time) }
    head += " · " + markdownLink(comment.id, to: safeLink(comment.permalink, on: material.liveURL))
    if comment.state != .live { head += " · *\(comment.state.rawValue)*" }
    var lines = [head]
    if let reply = markdownReply(material, index) { lines.append("  " + reply) }
    func quote(_ text: String) -> [String] { escapedMarkdown(text).split(separator: "\n", omittingEmptySubsequences: false).map { "  > \($0)" } }
    for passage in comment.quoted {
        lines.append("")
        if let author = passage.author { lines.append("  *" + escapedMarkdownInline(author) + " wrote:*") }
        lines += quote(passage.text)
    }
    if !comment.text.isEmpty {
        lines.append("")
        lines += quote(comment.text)
    }
    let tags = distinctTags(material.taggings[index])
    if !tags.isEmpty {
        lines.append("")
        let labels = tags.map { escapedMarkdownInline(material.label($0.tag)) + ($0.own == 0 ? " (quoted)" : "") }
        lines.append("  *tags: " + labels.joined(separator: ", ") + "*")
    }
    return lines.map { $0.isEmpty ? "" : indent + $0 }.joined(separator: "\n") + "\n"
}

private func markdownReply(_ material: ReportMaterial, _ index: Int) -> String? {
    func aside(_ words: String) -> String { " *(" + escapedMarkdownInline(words) + ")*" }
    let evidence = aside(material.evidence(index))
    func line(_ prose: Prose, guess: Int? = nil) -> String {
        guard let guess else { return prose.markdown(material) + evidence }
        let guessed: Prose = "; best guess: \(comment: guess)"
        return prose.markdown(material) + evidence + guessed.markdown(material) + (material.guessEvidence(index).map(aside) ?? "")
    }
    return switch material.mark(index) {
    case nil: nil
    case .link(let parent, true): line("↳ answers \(name: material.speaker(parent)), \(comment: parent)")
    case .link(let parent, false): line("⇢ probably answers \(name: material.speaker(parent)), \(comment: parent)")
    case .guess(let parent): line("⇢ may answer \(name: material.speaker(parent)), \(comment: parent)")
    case .absent(let name, let guess): line("↳ answers \(name: name), who is not on this page", guess: guess)
    case .open(let guess): line("↳ answers someone; the page does not tell whom", guess: guess)
    }
}
