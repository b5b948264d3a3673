import DiscourseModel

/// What stands behind the body: the article's tags, and headlines of other articles.
struct TextTail {
    var tags: [String] = []
    var related: [RelatedLink] = []

    /// Rows looked at behind the body.
    private static let reach = 40

    init(_ page: TextPage, from: Int) {
        var run: [String] = []
        var isNamed = false, isOver = false
        let end = min(page.rows.count, from + TextTail.reach)
        for index in from..<max(from, end) {
            let row = page.rows[index]
            if row.isClaimed { break }
            let text = page.text(index)
            if tags.isEmpty, let found = TextTail.tags(text, row, page.kinds[index]) {
                tags = found
                isOver = isOver || !run.isEmpty
                continue
            }
            if isOver { continue }
            if page.isHeadlineLike(index), row.units >= 4, TextByline.date(text) == nil, TextByline.read(text) == nil {
                run.append(text)
            } else if !run.isEmpty {
                isOver = true
            } else if page.kinds[index] == .closing || page.kinds[index] == .call {
                isNamed = TextTail.headings.contains(TextFurniture.fold(text))
            }
        }
        // One or two rows without a heading may be anything.
        guard run.count >= (isNamed ? 1 : 3) else { return }
        var seen: Set<String> = []
        related = run.filter { seen.insert($0).inserted }.map { RelatedLink(title: $0) }
    }

    private static let headings: Set<String> = ["related", "related posts", "related articles", "related stories", "related news", "see also", "you may also like", "read also"]
    private static let labels = [
        "tags:", "tags ", "tag:", "topics:", "filed under:", "labels:", "keywords:", "tagged:", "tagged with:", "schlagworte:", "schlagwörter:", "mots-clés:", "mots-clés :",
        "etiquetas:", "palabras clave:", "tagi:", "теги:", "метки:", "etiketler:", "标签：", "标签:", "タグ:", "タグ：",
    ]

    /// A list of short phrases: behind a label from one on, without a label from three on.
    private static func tags(_ text: String, _ row: TextRow, _ kind: TextPage.Kind) -> [String]? {
        guard row.units <= 60, text.utf8.count <= 600 else { return nil }
        let folded = text.lowercased()
        let label = labels.first { folded.hasPrefix($0) }
        let list = label.map { TextFurniture.trim(String(text.dropFirst($0.count))) } ?? text
        let mark = list.contains("、") ? "、" : list.contains("،") ? "،" : ","
        let parts = TextFurniture.split(list, mark).filter { !$0.isEmpty }
        let areShort = parts.allSatisfy { $0.utf8.count <= 48 && $0.split(separator: " ").count <= 4 && !$0.hasPrefix("and ") && !$0.contains(":") }
        guard areShort, !parts.isEmpty else { return nil }
        if label == "tags ", parts.count < 2 { return nil }
        if label != nil { return parts }
        guard kind == .plain, parts.count >= 3, row.ending == .none, row.digits * 2 < row.letters, TextByline.date(text) == nil else { return nil }
        return parts
    }
}
