internal import ArgumentParser
internal import Coding
internal import DiscourseModel
internal import Exchange
internal import Foundation
internal import Reporting
internal import Storage

extension CodingSample.Purpose: ExpressibleByArgument {}

struct Sample: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Draw a stratified sample of stored comments to be coded by hand: some that bear a tag, some that do not.",
        discussion: """
            Code the column `label`: 1 where the tag fits the comment, 0 where it does not. Frame, seed, strata and the hashes of the patterns are stored, so that
            `rejoinder score` can estimate precision and recall for all comments. No comment is drawn into samples of both purposes.
            Blind files say nothing of what was tagged; each of two coders gets the same comments in an order of their own.

            EXAMPLES:
              rejoinder sample --tag attack/name-calling -o calling.tsv
              rejoinder sample --tag stance/hedge --tagged 100 --untagged 200 --purpose test --blind --coders 2 -o hedge.tsv
              rejoinder sample --list
            """)

    @Option(help: "A tag; give it again for more.") var tag: [String] = []
    @Option(help: "Comments that bear the tag.") var tagged = 50
    @Option(help: "Comments that do not.") var untagged = 100
    @Option(help: "tuning: to work on the patterns with; test: to say how good they are.") var purpose: CodingSample.Purpose = .tuning
    @Option(help: "Seed of the random numbers (default: a new one).") var seed: UInt64?
    @Flag(help: "Leave out what would tell whether the comment was tagged.") var blind = false
    @Option(help: "Files to write: for 2, FILE.A.tsv and FILE.B.tsv.") var coders = 1
    @Option(name: .shortAndLong, help: "The file to write (TSV); it must not be there.") var output: String?
    @Flag(help: "List the stored samples.") var list = false
    @OptionGroup var database: DatabaseOptions
    @Flag(help: "One JSON document (rejoinder.samples/1): the samples listed, or the one drawn.") var json = false

    func validate() throws {
        guard !list else { return }
        guard !tag.isEmpty, output != nil else { throw ValidationError("name a tag with --tag and a file with -o") }
        guard tagged >= 0, untagged >= 0, tagged + untagged > 0 else { throw ValidationError("--tagged and --untagged take numbers from 0, one of them above 0") }
        guard (1...8).contains(coders) else { throw ValidationError("--coders takes a number from 1 to 8") }
    }

    func run() throws {
        let settings = try Settings.load()
        if list { return try listSamples(settings) }
        let targets = files
        for path in targets where FileManager.default.fileExists(atPath: path) {
            throw Failure(.impossible, "\(path): is already there, and is not changed; name another file with -o")
        }
        let store = try database.openToWrite(settings)
        var frame: [FrameComment] = []
        var texts: [Int: Row] = [:]
        try storing { () throws(StorageError) in
            try store.eachCapture { capture in
                var tags: [Int: [Tagging]] = [:]
                for tagging in capture.taggings where tagging.voice == .own { tags[tagging.comment, default: []].append(tagging) }
                for index in capture.ownComments {
                    frame.append(FrameComment(row: capture.rows[index], tags: Set((tags[index] ?? []).map(\.tag))))
                    let comment = capture.discussion.comments[index]
                    texts[capture.rows[index]] = Row(
                        place: "a\(capture.article)/\(Comment.id(at: index))", text: comment.text,
                        answers: capture.discussion.parent(of: index).map { capture.discussion.comments[$0].text } ?? "", taggings: tags[index] ?? [])
                }
            }
        }
        let known = Set(frame.flatMap(\.tags))
        for name in tag where !known.contains(where: { $0 == name || $0.hasPrefix(name + "/") }) {
            throw Failure(.impossible, "no stored comment bears the tag '\(name)'; `rejoinder patterns coverage` tells which tags fire")
        }
        let other: CodingSample.Purpose = purpose == .test ? .tuning : .test
        let leftOut = try storing { () throws(StorageError) in try store.sampledComments(other) }
        let sample = drawSample(
            of: tag, from: frame, tagged: tagged, untagged: untagged, purpose: purpose, seed: seed ?? .random(in: 0...UInt64.max), leavingOut: leftOut)
        guard !sample.items.isEmpty else { throw Failure(.impossible, "no comment is left to draw: all are in samples for \(other.rawValue)") }
        let number = try storing { () throws(StorageError) in try store.add(sample) }
        for (coder, path) in targets.enumerated() {
            let head = ["item", "tag", "label", "answers", "comment"] + (blind ? [] : ["tagged", "found", "place"])
            let rows = codingOrder(sample, coder: coder).map { item in cells(item, number, texts[item.comment]) }
            try writeFile(Table.tabSeparated([head] + rows), to: path)
            if !json { Terminal.print(path) }
        }
        if json { Terminal.print(record([(number, sample)])) }
        tell(number, sample)
    }

    /// What a coder sees of a comment.
    private struct Row {
        var place, text, answers: String
        var taggings: [Tagging]
    }

    private var files: [String] {
        let path = output ?? ""
        guard coders > 1 else { return [path] }
        let stem = path.hasSuffix(".tsv") ? String(path.dropLast(4)) : path
        return (0..<coders).map { "\(stem).\("ABCDEFGH".map(String.init)[$0]).tsv" }
    }

    private func cells(_ item: CodingSample.Item, _ number: Int, _ row: Row?) -> [String] {
        let found = (row?.taggings ?? []).filter { $0.tag == item.tag || $0.tag.hasPrefix(item.tag + "/") }.map { $0.span.text(in: row?.text ?? "") }
        let cells = [itemName(number, item.number), item.tag, "", row?.answers ?? "", row?.text ?? ""]
        return blind ? cells : cells + [item.isTagged ? "1" : "0", found.joined(separator: " | "), row?.place ?? ""]
    }

    private func tell(_ number: Int, _ sample: CodingSample) {
        Terminal.note(
            "sample \(number) for \(sample.purpose.rawValue), seed \(sample.seed): \(sample.items.count) of \(sample.frame) comments"
                + (sample.leftOut > 0 ? " (\(sample.leftOut) left out, as they are in a sample of the other purpose)" : ""))
        for stratum in sample.strata {
            Terminal.note("  \(stratum.tag) \(stratum.isTagged ? "tagged" : "untagged"): \(stratum.drawn) of \(stratum.size)")
        }
    }

    private func listSamples(_ settings: Settings) throws {
        let store = try database.open(settings)
        var samples: [(number: Int, sample: CodingSample)] = []
        for number in try storing({ () throws(StorageError) in try store.sampleNumbers() }) {
            if let sample = try storing({ () throws(StorageError) in try store.sample(number) }) { samples.append((number, sample)) }
        }
        if json { return Terminal.print(record(samples)) }
        for (number, sample) in samples {
            Terminal.print("sample \(number)  \(sample.purpose.rawValue)  seed \(sample.seed)  \(sample.items.count) of \(sample.frame) comments")
            for stratum in sample.strata {
                Terminal.print(terminalSafeLine("  \(stratum.tag)  \(stratum.isTagged ? "tagged" : "untagged")  \(stratum.drawn) of \(stratum.size)"))
            }
        }
        if samples.isEmpty { Terminal.note("No sample was drawn yet.") }
    }

    private func record(_ samples: [(number: Int, sample: CodingSample)]) -> String {
        var writer = JSONWriter()
        writer.object {
            $0.field("schema", "rejoinder.samples/1")
            $0.key("samples")
            $0.array(samples) { json, entry in
                json.object {
                    $0.field("sample", entry.number)
                    $0.field("purpose", entry.sample.purpose.rawValue)
                    $0.field("seed", String(entry.sample.seed))
                    $0.field("frame", entry.sample.frame)
                    $0.field("left_out", entry.sample.leftOut)
                    $0.field("items", entry.sample.items.count)
                    $0.key("strata")
                    $0.array(entry.sample.strata) { json, stratum in
                        json.object {
                            $0.field("tag", stratum.tag)
                            $0.field("tagged", stratum.isTagged)
                            $0.field("size", stratum.size)
                            $0.field("drawn", stratum.drawn)
                            $0.field("weight", stratum.weight)
                        }
                    }
                }
            }
        }
        return writer.text
    }
}

/// `s3-017`.
func itemName(_ sample: Int, _ number: Int) -> String {
    let digits = String(number)
    return "s\(sample)-" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
}

/// A sample's number and an item's; `nil` for any other name.
func itemPlace(_ name: String) -> (sample: Int, item: Int)? {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].first == "s", let sample = Int(parts[0].dropFirst()), let item = Int(parts[1]), sample > 0, item > 0 else { return nil }
    return (sample, item)
}

/// A table of a file, tab- or comma-separated.
func readTable(_ path: String) throws -> Table {
    guard let data = FileManager.default.contents(atPath: path) else { throw Failure(.impossible, "\(path): the file cannot be read") }
    guard let text = String(validating: data, as: UTF8.self) else { throw Failure(.impossible, "\(path): not UTF-8 text; save the file as UTF-8") }
    do { return try Table(text, separator: nil) } catch { throw Failure(.impossible, "\(path):\(error.line): \(error.reason)") }
}
