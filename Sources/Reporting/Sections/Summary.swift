import DiscourseModel

extension ReportSection {
    /// About ten short lines, each number with the comments it stands for.
    static let summary = ReportSection(
        id: "summary", title: "In short", template: "summary",
        html: { material in
            [
                "hasFigures": .flag(!material.comments.isEmpty), "figures": .list(keyFigures(material)),
                "lines": .list(reading(material).map { ["line": .markup($0.markup(material))] }),
            ]
        },
        markdown: { material in reading(material).map { "- " + $0.markdown(material) }.joined(separator: "\n") })
}

private func keyFigures(_ material: ReportMaterial) -> [Fields] {
    let figures = material.figures
    guard figures.comments > 0 else { return [] }
    func figure(_ value: String, _ label: String, _ href: String) -> Fields {
        ["value": .text(value), "label": .text(label), "href": .text(href)]
    }
    let replies = figures.explicitReplies + figures.inferredReplies + figures.humanReplies
    let tagged = material.taggings.count { $0.contains(where: material.counts) }
    var row = [
        figure(grouped(figures.comments), missing(material) ?? (figures.comments == 1 ? "comment" : "comments"), "#discussion"),
        figure(grouped(figures.authors), figures.authors == 1 ? "named author" : "named authors", "#discussion"),
        figure(grouped(replies), replies == 1 ? "reply" : "replies", "#replies"),
    ]
    if let depth = figures.maxDepth { row.append(figure(grouped(depth), figures.unknownDepth > 0 ? "greatest known depth" : "greatest depth", "#discussion")) }
    if !material.page.patternSets.isEmpty { row.append(figure(grouped(tagged), "tagged comments", "#themes")) }
    return row
}

/// `of 524 comments stated`; `nil` where the page states no more than are here.
private func missing(_ material: ReportMaterial) -> String? {
    guard let claimed = material.discussion.completeness.claimed, claimed > material.comments.count else { return nil }
    return "of \(grouped(claimed)) comments stated"
}

/// The lines of the summary: what it speaks of first, then who speaks to whom, then when.
func reading(_ material: ReportMaterial) -> [Prose] {
    guard !material.comments.isEmpty else {
        return [
            material.page.article.blocks.isEmpty
                ? "No article and no comments were found on this page."
                : "The page holds an article of \(counted(material.page.article.blocks.count, "block")) and no comments that could be found."
        ]
    }
    let lines = [
        whoWrote(material), topTags(material, .theme), topTags(material, .rhetoric), untagged(material), replies(material), threads(material),
        mostAnswered(material), mostActive(material), byArticleAuthor(material), quoting(material), when(material),
    ]
    return lines.compactMap(\.self)
}

private func whoWrote(_ material: ReportMaterial) -> Prose {
    let figures = material.figures
    var line: Prose = "\(strong: counted(figures.comments, "comment")) by \(counted(figures.authors, "named author"))"
    if figures.unnamed > 0 {
        let unnamed = material.comments.indices.filter { !material.isNamed($0) }
        line = "\(line); \(counted(figures.unnamed, "comment carries", "comments carry")) no name (\(comments: unnamed))"
    }
    if let claimed = material.discussion.completeness.claimed, claimed > figures.comments {
        line = "\(line). The page states \(claimed): \(percent(Double(figures.comments) / Double(claimed))) of them are here"
    }
    return "\(line)."
}

private func byArticleAuthor(_ material: ReportMaterial) -> Prose? {
    guard let own = material.page.measures.detail?.people.byArticleAuthor, !own.isEmpty else { return nil }
    return "The article’s author takes part with \(counted(own.count, "comment")) (\(comments: own))."
}

private func threads(_ material: ReportMaterial) -> Prose? {
    let threads = material.page.measures.threads
    guard threads.count > 0, let largest = threads.max(by: { $0.comments < $1.comments }), let root = largest.root, largest.comments > 1 else {
        return material.comments.count > 1 ? "No comment is known to answer another that is here." : nil
    }
    var line: Prose = "\(counted(threads.count, "thread")); the largest has \(counted(largest.comments, "comment")) and begins at \(comment: root)"
    if let depth = material.figures.maxDepth, depth > 0, let deepest = material.depths.firstIndex(of: depth) {
        line = "\(line); the deepest comment\(material.figures.unknownDepth > 0 ? " of known depth" : "") is \(comment: deepest), \(counted(depth, "answer")) below a thread’s first"
    }
    return "\(line)."
}

private func replies(_ material: ReportMaterial) -> Prose? {
    let figures = material.figures
    var absent: [Prose] = []
    var open: [Int] = []
    for index in material.comments.indices {
        switch material.mark(index) {
        case .absent(let name, _): absent.append("\(comment: index) to \(name: name)")
        case .open: open.append(index)
        case .link, .guess, nil: break
        }
    }
    guard figures.explicitReplies + figures.inferredReplies + figures.humanReplies + absent.count + open.count > 0 else { return nil }
    let inferred = material.comments.indices.filter { index in
        material.discussion.replies[index].map { $0.parent != nil && !$0.isExplicit && !$0.isHuman } ?? false
    }
    var line: Prose = "\(strong: counted(figures.explicitReplies, "reply", "replies")) stated by the page, \(figures.inferredReplies) inferred"
    if !inferred.isEmpty { line = "\(line) (\(comments: inferred))" }
    if figures.humanReplies > 0 { line = "\(line), \(figures.humanReplies) by a person" }
    if !absent.isEmpty {
        let more = absent.count > 5 ? " and \(absent.count - 5) more" : ""
        line = "\(line); \(counted(absent.count, "answers", "answer")) someone who is not on the page (\(list: Array(absent.prefix(5)))\(more))"
    }
    if !open.isEmpty { line = "\(line); \(counted(open.count, "answers", "answer")) someone whom the page does not tell (\(comments: open))" }
    return "\(line)."
}

private func mostAnswered(_ material: ReportMaterial) -> Prose? {
    let answers = material.children.map(\.count)
    // The first of those with the most.
    guard let count = answers.max(), count > 1, let most = answers.firstIndex(of: count) else { return nil }
    return "Most answered: \(comment: most) by \(name: material.speaker(most)), with \(counted(count, "direct answer"))."
}

private func mostActive(_ material: ReportMaterial) -> Prose? {
    var written: [String: [Int]] = [:]
    for index in material.comments.indices where material.isNamed(index) { written[material.speaker(index), default: []].append(index) }
    let ranked = written.filter { $0.value.count > 1 }.sorted { $0.value.count != $1.value.count ? $0.value.count > $1.value.count : $0.value[0] < $1.value[0] }
    guard !ranked.isEmpty else { return written.count > 1 ? "No author wrote more than one comment." : nil }
    return "Most active: \(list: ranked.prefix(3).map { "\(name: $0.key) with \($0.value.count) (\(comments: $0.value, limit: 4))" })."
}

private func topTags(_ material: ReportMaterial, _ kind: TagDefinition.Kind) -> Prose? {
    guard !material.page.patternSets.isEmpty else { return nil }
    let tags = material.tags(kind)
    let name = kind == .theme ? "Themes" : "Rhetoric"
    guard !tags.isEmpty else { return "\(strong: name): no pattern matched." }
    let list: [Prose] = tags.prefix(3).map { tag in
        "\(material.label(tag.tag)) in \(tag.comments) of \(tag.base) (\(comments: material.comments(tagged: tag.tag), limit: 3))"
    }
    return "\(strong: name): \(list: list)\(tags.count > 3 ? ", and \(tags.count - 3) more" : "")."
}

private func untagged(_ material: ReportMaterial) -> Prose? {
    guard !material.page.patternSets.isEmpty else { return nil }
    let bare = material.comments.indices.filter { !material.taggings[$0].contains(where: material.counts) }
    guard !bare.isEmpty else { return "Every comment bears a tag." }
    return "\(counted(bare.count, "comment bears", "comments bear")) no tag (\(comments: bare))."
}

private func quoting(_ material: ReportMaterial) -> Prose? {
    let fromArticle = material.comments.indices.filter { material.quotations[$0].contains { if case .article = $0.source { true } else { false } } }
    let fromComments = material.comments.indices.filter { material.quotations[$0].contains { if case .comment = $0.source { true } else { false } } }
    let parts: [Prose] =
        (fromArticle.isEmpty ? [] : ["\(counted(fromArticle.count, "comment quotes", "comments quote")) the article (\(comments: fromArticle))"])
        + (fromComments.isEmpty ? [] : ["\(counted(fromComments.count, "quotes", "quote")) another comment (\(comments: fromComments))"])
    return parts.isEmpty ? nil : "\(list: parts)."
}

private func when(_ material: ReportMaterial) -> Prose? {
    let timed = material.comments.indices.compactMap { index in material.comments[index].posted.map { (index: index, time: $0) } }
    guard let first = timed.min(by: { $0.time < $1.time }), let last = timed.max(by: { $0.time < $1.time }) else {
        return "No comment shows when it was written."
    }
    let untimed = material.comments.count - timed.count
    let rest = untimed == 0 ? "" : "; \(counted(untimed, "shows", "show")) no time"
    if first.index != last.index, let from = timeOfDay(first.time), let to = timeOfDay(last.time), first.time.dateOnly == last.time.dateOnly {
        return "Written on \(readable(first.time.dateOnly)) between \(from) (\(comment: first.index)) and \(to) (\(comment: last.index))\(rest)."
    }
    return first.index == last.index
        ? "The one dated comment is of \(readable(first.time)) (\(comment: first.index))\(rest)."
        : "Written between \(readable(first.time)) (\(comment: first.index)) and \(readable(last.time)) (\(comment: last.index))\(rest)."
}
