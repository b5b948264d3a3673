internal import ArgumentParser
internal import Coding
internal import Exchange
internal import Foundation
internal import Reporting
internal import Statistics

struct Agree: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "How far two coders agree, tag by tag: Krippendorff's alpha, Cohen's kappa, Gwet's AC1, positive agreement.",
        discussion: """
            The files hold the columns item (or id), tag and label, as `rejoinder sample --coders 2` writes them; lines are matched by item and tag.

            EXAMPLES:
              rejoinder agree hedge.A.tsv hedge.B.tsv
              rejoinder agree hedge.A.tsv hedge.B.tsv --min-alpha 0.667     exit status 1 where a tag falls short
            """)

    @Argument(help: "The first coder's file.") var first: String
    @Argument(help: "The second coder's file.") var second: String
    @Option(help: "Exit with status 1 where a tag's alpha is less, or not defined.") var minAlpha: Double?
    @Option(help: "Disagreements to show of each tag.") var examples = 5
    @Flag(help: "One JSON document (rejoinder.agreement/1).") var json = false

    func run() throws {
        let results = agreement(try items(first), try items(second))
        guard results.contains(where: { $0.both > 0 }) else {
            throw Failure(.impossible, "no item was coded in both files; they are matched by the columns item (or id) and tag")
        }
        if json { Terminal.print(record(results)) } else { for result in results { show(result) } }
        if let minAlpha {
            let short = results.filter { ($0.alpha ?? -1) < minAlpha }
            guard short.isEmpty else { throw Failure(.checkFailed, "alpha is below \(minAlpha): \(short.map(\.tag).joined(separator: ", "))") }
        }
    }

    private func items(_ path: String) throws -> [CodedItem] {
        let table = try readTable(path)
        guard let item = table.column("item", "id"), let tag = table.column("tag"), let label = table.column("label") else {
            throw Failure(.impossible, "\(path):1: the first line must name the columns item (or id), tag and label; it names \(table.header.joined(separator: ", "))")
        }
        let text = table.column("comment", "text")
        var seen: Set<[String]> = []
        return try table.rows.map { row in
            guard seen.insert([row.cells[item], row.cells[tag]]).inserted else {
                throw Failure(.impossible, "\(path):\(row.line): the item \(row.cells[item]) stands there twice for \(row.cells[tag])")
            }
            do {
                return CodedItem(
                    item: row.cells[item], tag: row.cells[tag], text: text.map { row.cells[$0] } ?? "", label: try GoldTable.answer(row.cells[label], row.line))
            } catch let fault as Table.Fault {
                throw Failure(.impossible, "\(path):\(fault.line): \(fault.reason)")
            }
        }
    }

    private func show(_ result: CoderAgreement) {
        func figure(_ value: Double?) -> String { value.map(decimals) ?? "n/a" }
        Terminal.print(
            terminalSafeLine(result.tag) + "  \(result.both) items coded by both"
                + (result.firstOnly + result.secondOnly > 0 ? " (\(result.firstOnly) by the first alone, \(result.secondOnly) by the second)" : ""))
        let interval = result.alphaInterval.map { " (\(decimals($0.low)) to \(decimals($0.high)))" } ?? ""
        Terminal.print("  alpha \(figure(result.alpha))\(interval)  kappa \(figure(result.kappa))  AC1 \(figure(result.ac1))  positive agreement \(figure(result.positive))")
        Terminal.print("  yes by both \(result.counts.yes), by the first alone \(result.counts.first), by the second alone \(result.counts.second), no by both \(result.counts.no)")
        for item in result.disagreements.prefix(max(0, examples)) {
            Terminal.print(terminalSafeLine("    \(item.item)  first \(item.first ? "yes" : "no"), second \(item.second ? "yes" : "no")  \(Context(of: 0..<0, in: item.text, reach: 90).right)"))
        }
    }

    private func record(_ results: [CoderAgreement]) -> String {
        var writer = JSONWriter()
        writer.object {
            $0.field("schema", "rejoinder.agreement/1")
            $0.key("tags")
            $0.array(results) { json, result in
                json.object {
                    $0.field("tag", result.tag)
                    $0.field("both", result.both)
                    $0.field("first_only", result.firstOnly)
                    $0.field("second_only", result.secondOnly)
                    $0.field("yes_yes", result.counts.yes)
                    $0.field("yes_no", result.counts.first)
                    $0.field("no_yes", result.counts.second)
                    $0.field("no_no", result.counts.no)
                    $0.field("alpha", result.alpha)
                    $0.field("alpha_low", result.alphaInterval?.low)
                    $0.field("alpha_high", result.alphaInterval?.high)
                    $0.field("kappa", result.kappa)
                    $0.field("ac1", result.ac1)
                    $0.field("positive_agreement", result.positive)
                    $0.key("disagreements")
                    $0.array(result.disagreements) { json, item in
                        json.object {
                            $0.field("item", item.item)
                            $0.field("first", item.first)
                            $0.field("second", item.second)
                        }
                    }
                }
            }
        }
        return writer.text
    }
}
