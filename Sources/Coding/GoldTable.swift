import Foundation

/// Texts with the labels that people gave them, out of a table.
///
/// Long form: a line a judgement, with the columns `tag` and `label` (1, yes, true; 0, no, false; empty or ? for not coded).
/// Wide form: a line a text, with a column `labels` that lists its tags (parted by `;` or else `|` or else `,`, whichever the column has); what is not listed is judged absent.
/// Both: `text` (or `comment`), and where there is one `id` (or `item`), `parent` (or `answers`) and the judged words: `spans` (or
/// `spans_json_codepoint`) as `[[3, 10], [15, 20]]` in code points, in the wide form `[[3, 10, "label"]]`.
package struct GoldTable: Sendable {
    package struct Judgement: Hashable, Sendable {
        package var id: String
        /// Empty where the table has no texts: they are in the database.
        package var text: String
        package var parent: String?
        /// As the table calls it.
        package var label: String
        /// `nil`: not coded.
        package var isPositive: Bool?
        /// UTF-8 bytes of the text.
        package var spans: [Range<Int>]?
        /// Line of the file.
        package var line: Int
    }

    package var judgements: [Judgement] = []

    /// - Parameter labels: the labels that are judged in a wide table; all that occur, where none are given.
    package init(_ table: Table, labels: [String]) throws(Table.Fault) {
        let text = table.column("text", "comment"), id = table.column("id", "item"), parent = table.column("parent", "answers")
        let spans = table.column("spans", "spans_json_codepoint")
        if let tag = table.column("tag"), let label = table.column("label") {
            try Self.each(table.rows) { row throws(Table.Fault) in
                let words = text.map { row.cells[$0] } ?? ""
                judgements.append(
                    Judgement(
                        id: id.map { row.cells[$0] } ?? "\(row.line)", text: words, parent: Self.nonEmpty(parent.map { row.cells[$0] }),
                        label: row.cells[tag], isPositive: try Self.answer(row.cells[label], row.line),
                        spans: try spans.flatMap { column throws(Table.Fault) in try Self.spans(row.cells[column], in: words, row.line) }.map { $0.map(\.bytes) },
                        line: row.line))
            }
            return
        }
        guard let text, let list = table.column("labels") else {
            throw Table.Fault(
                line: 1,
                reason: "the first line must name the columns `tag` and `label`, or `text` and `labels`; it names \(table.header.joined(separator: ", "))")
        }
        // A label may hold a comma itself.
        let mark = [";", "|", ","].first { (mark: Character) in table.rows.contains { $0.cells[list].contains(mark) } } ?? ";"
        func split(_ cell: String) -> [String] {
            cell.split(separator: mark).map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        }
        let judged = labels.isEmpty ? Set(table.rows.flatMap { split($0.cells[list]) }).sorted() : labels
        try Self.each(table.rows) { row throws(Table.Fault) in
            let words = row.cells[text]
            let own = Set(split(row.cells[list]) + [row.cells[list].trimmingCharacters(in: .whitespaces)])
            let places = try spans.flatMap { column throws(Table.Fault) in try Self.spans(row.cells[column], in: words, row.line) }
            for label in judged {
                let isPositive = own.contains(label)
                let marked = places?.filter { $0.label == nil || $0.label == label }.map(\.bytes)
                judgements.append(
                    Judgement(
                        id: id.map { row.cells[$0] } ?? "\(row.line)", text: words, parent: Self.nonEmpty(parent.map { row.cells[$0] }), label: label,
                        isPositive: isPositive, spans: isPositive ? marked : marked.map { _ in [] }, line: row.line))
            }
        }
    }

    /// Goes on behind a row that is wrong, so that all of them are named at once. The table is refused then: figures on what is left of it
    /// would pass for figures on all of it.
    private static func each(_ rows: [Table.Row], _ body: (Table.Row) throws(Table.Fault) -> Void) throws(Table.Fault) {
        var faults: [Table.Fault] = []
        for row in rows {
            do throws(Table.Fault) { try body(row) } catch { faults.append(error) }
        }
        guard var first = faults.first else { return }
        for fault in faults.dropFirst().prefix(9) { first.reason += "\n  line \(fault.line): \(fault.reason)" }
        if faults.count > 10 { first.reason += "\n  and \(faults.count - 10) more lines" }
        throw first
    }

    /// Yes or no as people write it; `nil` for an empty cell or a question mark.
    package static func answer(_ cell: String, _ line: Int) throws(Table.Fault) -> Bool? {
        switch cell.trimmingCharacters(in: .whitespaces).lowercased() {
        case "1", "yes", "y", "true", "x", "1.0": return true
        case "0", "no", "n", "false", "0.0": return false
        case "", "?": return nil
        default: throw Table.Fault(line: line, reason: "'\(cell)' is no label; write 1 or 0, or leave it empty")
        }
    }

    private static func nonEmpty(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : $0 } }

    private static func spans(_ cell: String, in text: String, _ line: Int) throws(Table.Fault) -> [(bytes: Range<Int>, label: String?)]? {
        if cell.allSatisfy(\.isWhitespace) { return nil }
        guard let list = (try? JSONSerialization.jsonObject(with: Data(cell.utf8))) as? [[Any]] else {
            throw Table.Fault(line: line, reason: "spans are written [[3, 10], [15, 20]], in code points")
        }
        // The byte at which each code point begins, and the end.
        var starts: [Int] = []
        for (index, byte) in text.utf8.enumerated() where byte & 0xC0 != 0x80 { starts.append(index) }
        starts.append(text.utf8.count)
        var spans: [(Range<Int>, String?)] = []
        for entry in list {
            guard entry.count >= 2, let start = entry[0] as? Int, let end = entry[1] as? Int, start >= 0, start < end, end < starts.count else {
                throw Table.Fault(line: line, reason: "the span \(entry) does not lie in the text of \(starts.count - 1) code points")
            }
            spans.append((starts[start]..<starts[end], entry.count > 2 ? entry[2] as? String : nil))
        }
        return spans
    }
}
