internal import Markup

/// Elements that stand once in every record of a list, as the cells of a table's column do, and what they tell: who wrote, or nothing at all
/// (an initial in place of a portrait, a count, a rank).
struct RecordColumns {
    private struct Column {
        var records = 0
        var lastRecord = 0
        /// Whether it stood beside no words of its parent's own.
        var isCell = true
        /// Whether it stood once in each; else it is the first of several.
        var isSingle = true
        /// Bytes of text: the most in one record, and in all.
        var largest = 0
        var total = 0
        /// Records in which its words could be a name, and in which they are one letter or hold a digit.
        var names = 0
        var marks = 0
        /// Records in which it is a heading that says neither who nor when.
        var headings = 0
        var texts: Set<String> = []
        /// Elements before it, over all records.
        var before = 0
    }

    private var columns: [UInt64: Column] = [:]
    private var records = 0
    private var prose = 0
    private var pictures: [String] = []

    /// The longest text of a cell, in bytes.
    private static let longest = 100

    /// Looks at one more record.
    mutating func add(_ parts: RecordReader.Parts, of record: Int, in reader: RecordReader) {
        let (document, signals) = (reader.document, reader.signals)
        records += 1
        // What it quotes is none of its words.
        prose += parts.own.reduce(0) { $0 + (document.isText($1) && !parts.out.contains($1) ? signals.textSize($1..<$1 + 1) : 0) }
        var place = 0
        for node in parts.own where document.isElement(node) && node != record {
            place += 1
            if document.name(node) == .img, pictures.count < records, let name = document.attribute(node, .alt).flatMap(Labels.pictured) {
                pictures.append(name)
                continue
            }
            let size = signals.textSize(document.subtree(node))
            guard size > 0, size <= RecordColumns.longest, !parts.out.contains(node) else { continue }
            if let body = parts.body, document.contains(body, node) { continue }
            let kind = reader.kind(node)
            var column = columns[kind] ?? Column()
            guard column.isCell else { continue }
            if column.lastRecord == records {
                columns[kind]?.isSingle = false
                continue
            }
            column.lastRecord = records
            column.records += 1
            column.before += place
            column.largest = max(column.largest, size)
            column.total += size
            if let parent = document.parent(node), document.children(parent).contains(where: { document.isText($0) && signals.textSize($0..<$0 + 1) > 0 }) { column.isCell = false }
            let isMark = [parts.author, parts.time].contains { mark in
                mark.map { document.contains(node, $0) || node == $0 || document.contains($0, node) && size * 2 > signals.textSize(document.subtree($0)) } ?? false
            }
            let name = document.name(node)
            if !isMark, name == .h2 || name == .h3 || name == .h4 || name == .h5 || name == .h6 || signals.hints[node].contains(.title), signals.timeCount(document.subtree(node)) == 0 { column.headings += 1 }
            let line = document.line(node)
            if !isMark || node == parts.author, NamesBesideTimes.name(in: ArraySlice(line.utf8)) != nil, line.hasLetter, !signals.hints[node].contains(.time) { column.names += 1 }
            if isMark { column.largest = .max } else if line.count == 1 || line.hasNumber && line.wordCount <= 3 { column.marks += 1 }
            column.texts.insert(line)
            columns[kind] = column
        }
    }

    /// The kinds of elements that say nothing of what was written.
    func furniture() -> Set<UInt64> {
        guard records >= 4 else { return [] }
        return Set(
            columns.lazy.filter { _, column in
                column.isCell && column.isSingle && column.largest <= 24 && column.records * 10 >= records * 8 && column.total * 3 < prose
                    && (column.marks == column.records || column.texts.count * 2 <= column.records)
            }.map(\.key))
    }

    /// The first column whose words are names, of more than one person.
    func author() -> UInt64? {
        guard records >= 3 else { return nil }
        let named = columns.filter { _, column in
            column.isCell && column.records * 10 >= records * 8 && column.names * 10 >= column.records * 8 && column.texts.count >= 2 && column.total * 2 < prose
        }
        return named.min { ($0.value.before, $0.key) < ($1.value.before, $1.key) }?.key
    }

    /// The column of headings that are names: each of a few words that could be one, and as many as there are people; and how many.
    func headingNames() -> (kind: UInt64, count: Int)? {
        guard records >= 3 else { return nil }
        let named = columns.first { _, column in
            column.isCell && column.headings == column.records && column.records * 10 >= records * 9 && column.names == column.records && column.texts.count * 2 > column.records
                && column.texts.allSatisfy { $0.split(separator: " ").count <= 3 && !$0.hasPrefix("Re:") } && column.total * 2 < prose
        }
        return named.map { ($0.key, $0.value.texts.count) }
    }

    /// The column of headings, which are the subjects of what is written below them.
    func subject() -> UInt64? {
        guard records >= 3 else { return nil }
        return columns.filter { _, column in column.isCell && column.headings == column.records && column.records * 10 >= records * 9 && column.total * 2 < prose }
            .min { ($0.value.before, $0.key) < ($1.value.before, $1.key) }?.key
    }

    /// Whether portraits name who wrote.
    var haveNamedPictures: Bool { records >= 3 && pictures.count * 10 >= records * 8 && Set(pictures).count >= 2 }
}

extension Labels {
    /// Whom the words of a portrait name: "Jo", "Jo's avatar", "Avatar of Jo", "@jo".
    static func pictured(_ alt: String) -> String? {
        var name = alt.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let lower = name.lowercased()
        if let opener = portraitOpeners.first(where: lower.hasPrefix) { name = String(name.dropFirst(opener.count)) }
        if let closer = portraitClosers.first(where: lower.hasSuffix) { name = String(name.dropLast(closer.count)) }
        if name.hasPrefix("@") { name.removeFirst() }
        return NamesBesideTimes.name(in: ArraySlice(name.utf8)).flatMap { name in name.contains(where: \.isLetter) ? name : nil }
    }

    /// The same where the words say that it is a portrait.
    static func portrayed(_ alt: String) -> String? {
        let lower = alt.lowercased()
        guard portraitOpeners.contains(where: lower.hasPrefix) || portraitClosers.contains(where: lower.hasSuffix) else { return nil }
        return pictured(alt)
    }

    private static let portraitOpeners = [
        "avatar of ", "avatar for ", "avatar: ", "avatar ", "profile picture of ", "profile picture for ", "profile photo of ", "profile image of ", "picture of ", "photo of ", "gravatar for ", "profilbild von ", "avatar von ", "avatar de ", "photo de ", "foto de ",
        "foto di ", "foto van ", "аватар ", "аватар пользователя ", "photo de profil de ", "foto de perfil de ",
    ].sorted { $0.utf8.count > $1.utf8.count }
    private static let portraitClosers = ["'s avatar", "’s avatar", "'s profile picture", "’s profile picture", "'s picture", "'s photo", "'s profile photo", " avatar", "的头像", "のアイコン", "さんのアイコン", " profile picture"]
}
