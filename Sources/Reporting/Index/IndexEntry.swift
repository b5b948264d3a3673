import Charts
package import DiscourseModel

/// What the index of reports keeps of one article.
package struct IndexEntry: Sendable {
    /// `a12`.
    package let id: String
    /// Where its report lies, from the index.
    package let file: String
    let title: String
    let site: String?
    let published: Timestamp?
    let captured: Timestamp?
    let comments: Int
    /// The number of comments that the page states.
    let claimed: Int?
    let authors: Int
    let explicitReplies: Int
    let inferredReplies: Int
    let maxDepth: Int?
    /// Notes that are more than worth knowing.
    let doubts: Int
    let tags: [TagFigures]
    /// Matches in the authors' own voice, by tag and line of the tag.
    let lines: [String: [String: Int]]
    /// The threads in small.
    let shape: Markup

    /// - Parameter file: the report's path, from the index.
    package init(_ page: AnalyzedPage, id: String, file: String) {
        let material = ReportMaterial(page)
        let figures = page.measures.whole
        self.id = id
        self.file = file
        title = material.title
        site = page.article.site ?? hostOf(material.liveURL)
        published = page.article.published
        captured = page.page.captured ?? page.article.captured
        comments = page.discussion.comments.count
        claimed = page.discussion.completeness.claimed
        authors = figures.authors
        explicitReplies = figures.explicitReplies
        inferredReplies = figures.inferredReplies
        maxDepth = figures.maxDepth
        doubts = page.allNotes.count { $0.severity != .info }
        tags = page.measures.tags.filter { $0.comments > 0 }
        var lines: [String: [String: Int]] = [:]
        for tagging in page.taggings where tagging.voice == .own { lines[tagging.tag, default: [:]][tagging.line, default: 0] += 1 }
        self.lines = lines
        shape = Markup(made: SmallIcicle(nodes: iciclesNodes(material)).svg)
    }

    /// The share of the stated comments that is here; `nil` where the page states none.
    var completeness: Double? { claimed.map { $0 > 0 ? min(1, Double(comments) / Double($0)) : 1 } }
}

private func hostOf(_ address: String?) -> String? {
    guard let address = safeLink(address) else { return nil }
    let host = address.utf8.drop { $0 != 0x2F }.dropFirst(2).prefix { $0 != 0x2F && $0 != 0x3A && $0 != 0x3F && $0 != 0x23 }
    return host.isEmpty ? nil : String(decoding: host, as: UTF8.self)
}

private func iciclesNodes(_ material: ReportMaterial) -> [(level: Int, color: Int)] {
    material.order.map { index, level in (level, material.color(index)) }
}
