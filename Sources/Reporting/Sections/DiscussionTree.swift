import DiscourseModel

extension ReportSection {
    /// Every comment with its anchor, in reading order, indented by its level.
    static let discussion = ReportSection(
        id: "discussion", title: "The discussion", template: "thread",
        html: { material in
            guard !material.comments.isEmpty else { return nil }
            return ["comments": .list(material.order.map { commentFields(material, $0.index, level: $0.level) })]
        },
        markdown: { material in
            guard !material.comments.isEmpty else { return nil }
            return material.order.map { markdownComment(material, $0.index, level: $0.level) }.joined(separator: "\n")
        },
        absence: { _ in "No comments were found on this page." })
}

/// Levels that are told apart by indentation; deeper ones stay at the last and say their level.
let indentLimit = 10

private func commentFields(_ material: ReportMaterial, _ index: Int, level: Int) -> Fields {
    let comment = material.comments[index]
    let name = comment.author?.name ?? ""
    return [
        "id": .text(comment.id), "level": .text("l\(min(level, indentLimit))"), "isRoot": .flag(level == 0),
        "deep": level > indentLimit ? .text("level \(level)") : .none,
        "author": .text(name), "profile": .optional(safeLink(comment.author?.profile)),
        "badges": .list((comment.author?.badges ?? []).map { ["badge": .text($0)] }),
        "time": .optional(comment.posted.map(readable) ?? comment.postedText), "datetime": .optional(comment.posted?.iso8601),
        "votes": .optional(votes(comment.votes)), "permalink": .optional(safeLink(comment.permalink, on: material.liveURL)),
        "state": comment.state == .live ? .none : .text(comment.state.rawValue),
        "pingback": .flag(comment.kind == .pingback),
        "reply": replyFields(material, index), "language": .optional(material.page.article.language),
        "quoted": .list(comment.quoted.map { passage in ["by": .optional(passage.author), "text": .markup(quoteBox(passage.text))] }),
        "body": .markup(commentBody(material, index)), "signature": .optional(comment.signature),
        "hasChips": .flag(!material.taggings[index].isEmpty), "chips": .list(chips(material, index)),
    ]
}

private func quoteBox(_ text: String) -> Markup {
    Markup { html in
        let utf8 = Array(text.utf8)
        for paragraph in paragraphs(of: utf8) {
            html.open("p")
            html.lines(Substring(decoding: utf8[paragraph], as: UTF8.self).utf8)
            html.close("p")
        }
    }
}

private func replyFields(_ material: ReportMaterial, _ index: Int) -> TemplateValue {
    func target(_ index: Int) -> TemplateValue {
        .fields(["id": .text(material.id(index)), "name": .text(material.speaker(index)), "hint": .text(material.hint(index))])
    }
    let evidence = TemplateValue.text(material.evidence(index))
    return switch material.mark(index) {
    case nil: .none
    case .link(let parent, let isStated):
        .fields([
            "class": .text(isStated ? "stated" : "inferred"), "verb": .text(isStated ? "answers" : "probably answers"),
            "target": target(parent), "evidence": evidence, "absent": .none, "guess": .none,
        ])
    case .guess(let parent):
        .fields([
            "class": .text("inferred"), "verb": .text("may answer"), "target": target(parent), "evidence": evidence, "absent": .none, "guess": .none,
        ])
    case .absent(let name, let guess):
        .fields([
            "class": .text("absent"), "verb": .text("answers"), "target": .none, "absent": .text(name), "evidence": evidence,
            "guess": guess.map(target) ?? .none,
        ])
    case .open(let guess):
        .fields([
            "class": .text("absent"), "verb": .text("answers someone; the page does not tell whom"), "target": .none, "absent": .none,
            "evidence": evidence, "guess": guess.map(target) ?? .none,
        ])
    }
}

private func votes(_ votes: Votes?) -> String? {
    guard let votes else { return nil }
    if let up = votes.up, let down = votes.down { return "+\(up) −\(abs(down))" }
    return votes.balance.map { $0 > 0 ? "+\($0)" : $0 < 0 ? "−\($0.magnitude)" : "0" }
}

/// A comment's tags, each once, in the order of their first match.
func distinctTags(_ taggings: [Tagging]) -> [(tag: String, own: Int, quoted: Int)] {
    var tags: [(tag: String, own: Int, quoted: Int)] = []
    for tagging in taggings {
        let at = tags.firstIndex { $0.tag == tagging.tag } ?? tags.count
        if at == tags.count { tags.append((tagging.tag, 0, 0)) }
        if tagging.voice == .own { tags[at].own += 1 } else { tags[at].quoted += 1 }
    }
    return tags
}

private func chips(_ material: ReportMaterial, _ index: Int) -> [Fields] {
    distinctTags(material.taggings[index]).map { tag, own, quoted in
        let kind = material.kind(tag)
        return [
            "kind": .text(kind.rawValue), "label": .text(material.label(tag)), "isQuoted": .flag(own == 0),
            // A tag that stands in quoted words alone has no row to lead to.
            "href": own > 0 ? .text("#" + material.anchor(tag: tag)) : .none,
            "times": own > 1 ? .text("×\(own)") : .none, "about": .optional(material.about(tag)),
        ]
    }
}

private func markdownComment(_ material: ReportMaterial, _ index: Int, level: Int) -> String {
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
