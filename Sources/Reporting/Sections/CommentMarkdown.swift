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
    let evidence = " *(" + escapedMarkdownInline(material.evidence(index)) + ")*"
    let prose: Prose
    switch material.mark(index) {
    case nil: return nil
    case .link(let parent, true): prose = "↳ answers \(name: material.speaker(parent)), \(comment: parent)"
    case .link(let parent, false): prose = "⇢ probably answers \(name: material.speaker(parent)), \(comment: parent)"
    case .guess(let parent): prose = "⇢ may answer \(name: material.speaker(parent)), \(comment: parent)"
    case .absent(let name, nil): prose = "↳ answers \(name: name), who is not on this page"
    case .absent(let name, let guess?): prose = "↳ answers \(name: name), who is not on this page; best guess: \(comment: guess)"
    case .open(nil): prose = "↳ answers someone; the page does not tell whom"
    case .open(let guess?): prose = "↳ answers someone; best guess: \(comment: guess)"
    }
    return prose.markdown(material) + evidence
}
