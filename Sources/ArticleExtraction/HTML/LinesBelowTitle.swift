internal import DiscourseModel
internal import Markup
internal import TimeExpressions

/// The short lines between an article's title and its first paragraph: who wrote it, and when it was changed, in words alone.
/// They stay in the text: readers count them as part of it.
struct LinesBelowTitle {
    private(set) var byline: String?
    private(set) var modified: Timestamp?

    init(_ blocks: [ContentBlock], title: Int?, _ document: HTMLDocument, reader: TimeReader) {
        guard let title else { return }
        for block in blocks[(title + 1)...].prefix(6) {
            guard block.size <= 100, block.kind == .paragraph || block.kind == .item else { return }
            read(document.plainText(nodes: block.nodes).collapsed, reader: reader)
        }
    }

    private mutating func read(_ line: String, reader: TimeReader) {
        let isUpdate = TextByline.isUpdate(line)
        // A sentence is part of the text, whatever it begins with.
        guard line.last != ".", line.last != "!", line.last != "?" else { return }
        if isUpdate {
            modified = modified ?? TextByline.date(line, reader: reader)
        } else {
            byline = byline ?? TextByline.read(line).flatMap(LinesBelowTitle.name)
        }
    }

    /// The words behind "By", where all are names: capitals, where the script has them, but for what stands between names.
    private static func name(_ words: String) -> String? {
        var names = words.split(separator: " ")
        while let last = names.last, !last.contains(where: \.isLetter) || labels.contains(last.lowercased()) { names.removeLast() }
        guard !names.isEmpty, names.allSatisfy({ name in name.first.map { !$0.isLowercase } ?? false || between.contains(String(name)) }) else { return nil }
        return names.joined(separator: " ")
    }

    private static let between: Set<String> = ["and", "und", "et", "y", "e", "i", "en", "og", "och", "ja", "и", "ve", "de", "del", "da", "di", "du", "van", "von", "der", "den", "la", "le", "af", "av", "al", "bin", "ibn"]

    /// What a line says before its date, behind the name.
    private static let labels: Set<String> = ["published", "posted", "updated", "created", "last"]
}
