internal import DiscourseModel
internal import Markup
internal import TimeExpressions

/// The short lines between an article's title and its first paragraph: who wrote it, when, and when it was changed, in words alone.
struct LinesBelowTitle {
    private(set) var byline: String?
    private(set) var published: Timestamp?
    private(set) var modified: Timestamp?
    /// The first nodes of the blocks that say such things and nothing else: they are no part of the text.
    private(set) var aboutArticle: Set<Int> = []

    init(_ blocks: [ContentBlock], title: Int?, _ document: HTMLDocument, reader: TimeReader) {
        guard let title else { return }
        for block in blocks[(title + 1)...].prefix(6) {
            guard block.size <= 100, block.kind == .paragraph || block.kind == .item else { return }
            read(document.plainText(nodes: block.nodes).collapsed, at: block.nodes.lowerBound, reader: reader)
        }
    }

    private mutating func read(_ line: String, at node: Int, reader: TimeReader) {
        let isUpdate = TextByline.isUpdate(line)
        // A sentence is part of the text, whatever it begins with.
        guard line.last != ".", line.last != "!", line.last != "?" else { return }
        let name = isUpdate ? nil : TextByline.read(line).flatMap { LinesBelowTitle.isName($0) ? $0 : nil }
        let stamp = TextByline.date(line, reader: reader)
        byline = byline ?? name
        if let stamp {
            if isUpdate { modified = modified ?? stamp } else { published = published ?? stamp }
        }
        if name != nil || stamp != nil { aboutArticle.insert(node) }
    }

    /// Whether the words behind "By" are all names: capitals, where the script has them, but for what stands between names.
    private static func isName(_ words: String) -> Bool {
        words.split(separator: " ").allSatisfy { word in word.first.map { !$0.isLowercase } ?? false || between.contains(String(word)) }
    }

    private static let between: Set<String> = ["and", "und", "et", "y", "e", "i", "en", "og", "och", "ja", "и", "ve", "de", "del", "da", "di", "du", "van", "von", "der", "den", "la", "le", "af", "av", "al", "bin", "ibn"]
}
