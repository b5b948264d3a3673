internal import Coding
internal import DiscourseModel
internal import PatternTagging
internal import Storage

/// Runs the patterns over judged texts: those that a file brings, and those of a sample where they stand in the database.
struct Judging {
    private(set) var texts: [JudgedText] = []
    private(set) var notCoded = 0
    /// Comments whose text is not what was coded.
    private(set) var edited = 0
    /// Items that are in no stored sample, or whose comment is gone.
    private(set) var unknown = 0
    /// Tags of whose sample a part was not drawn from.
    private(set) var undrawn: Set<String> = []
    /// What the sample is for; `nil` for texts of a file.
    private(set) var purpose: CodingSample.Purpose?

    let tagger: Tagger
    private let judgements: [(judgement: GoldTable.Judgement, tag: String)]
    private let store: () throws -> Store

    init(
        _ library: PatternLibrary, _ judged: [(path: String, judgement: GoldTable.Judgement)], names: [String: String], only: [String],
        store: @escaping () throws -> Store
    ) throws {
        tagger = library.makeTagger()
        self.store = store
        var kept: [(GoldTable.Judgement, String)] = []
        for (path, judgement) in judged {
            let tag = names[judgement.label] ?? judgement.label
            guard library.hasTag(within: tag) else {
                throw Failure(
                    .impossible, "\(path):\(judgement.line): there is no tag '\(tag)'; "
                        + (library.adviceOnTag(tag) ?? "say which tag it means with --label TAG=\(tag)"))
            }
            if only.isEmpty || only.contains(tag) { kept.append((judgement, tag)) }
        }
        judgements = kept
    }

    /// What was not scored, for a message.
    var leftOver: String {
        var parts: [String] = []
        if notCoded > 0 { parts.append("\(notCoded) not coded") }
        if edited > 0 { parts.append("\(edited) left out, as the comment was edited since") }
        if unknown > 0 { parts.append("\(unknown) left out, as they are in no stored sample") }
        return parts.isEmpty ? "" : "; " + parts.joined(separator: ", ")
    }

    mutating func run() throws {
        var sampled: [(judgement: GoldTable.Judgement, tag: String, place: (sample: Int, item: Int))] = []
        // A text is judged for many tags, and tagged once.
        var last: (text: String, parent: String?, taggings: [Tagging])?
        for (judgement, tag) in judgements {
            guard let isPositive = judgement.isPositive else {
                notCoded += 1
                continue
            }
            if let place = itemPlace(judgement.id) {
                sampled.append((judgement, tag, place))
                continue
            }
            if last?.text != judgement.text || last?.parent != judgement.parent {
                last = (judgement.text, judgement.parent, tagger.tag(judgement.text, answering: judgement.parent))
            }
            texts.append(
                JudgedText(
                    id: judgement.id, tag: tag, text: judgement.text, isPositive: isPositive, spans: judgement.spans,
                    hits: hits(last?.taggings ?? [], tag)))
        }
        if !sampled.isEmpty { try run(sampled) }
    }

    private mutating func run(_ sampled: [(judgement: GoldTable.Judgement, tag: String, place: (sample: Int, item: Int))]) throws {
        let store = try self.store()
        var samples: [Int: CodingSample] = [:]
        for number in Set(sampled.map(\.place.sample)) {
            samples[number] = try storing { () throws(StorageError) in try store.sample(number) }
        }
        let purposes = Set(samples.values.map(\.purpose))
        guard purposes.count <= 1 else {
            throw Failure(.impossible, "the files mix tuning and test samples; score them apart")
        }
        guard texts.isEmpty || purposes.isEmpty else { throw Failure(.impossible, "the files mix samples of the database with other texts; score them apart") }
        purpose = purposes.first
        var wanted: [Int: [(judgement: GoldTable.Judgement, item: CodingSample.Item, stratum: CodingSample.Stratum, sample: Int)]] = [:]
        for (judgement, tag, place) in sampled {
            guard let sample = samples[place.sample], let item = sample.items.first(where: { $0.number == place.item }), item.tag == tag,
                let stratum = sample.stratum(of: item)
            else {
                unknown += 1
                continue
            }
            wanted[item.comment, default: []].append((judgement, item, stratum, place.sample))
            if sample.strata.contains(where: { $0.tag == item.tag && $0.drawn == 0 && $0.size > 0 }) { undrawn.insert(item.tag) }
        }
        var found: [JudgedText] = []
        var edited = 0
        try storing { () throws(StorageError) in
            try store.eachCapture(having: Set(wanted.keys)) { capture in
                let taggings = Dictionary(
                    grouping: tagger.tag(capture.discussion, article: Article(byline: capture.byline), quotations: capture.quotations).taggings,
                    by: \.comment)
                for (index, row) in capture.rows.enumerated() where capture.isOwned[index] {
                    for (judgement, item, stratum, sample) in wanted[row] ?? [] {
                        let text = capture.discussion.comments[index].text
                        guard judgement.text.isEmpty || judgement.text == text else {
                            edited += 1
                            continue
                        }
                        found.append(
                            JudgedText(
                                id: judgement.id, tag: item.tag, text: text, isPositive: judgement.isPositive ?? false, spans: judgement.spans,
                                hits: hits(taggings[index] ?? [], item.tag),
                                stratum: .init(name: "s\(sample) \(stratum.isTagged)", size: stratum.size)))
                    }
                }
            }
        }
        self.edited += edited
        texts += found.sorted { $0.id < $1.id }
    }

    private func hits(_ taggings: [Tagging], _ tag: String) -> [JudgedText.FoundWords] {
        taggings.filter { $0.voice == .own && ($0.tag == tag || $0.tag.hasPrefix(tag + "/")) }
            .map { .init(bytes: $0.span.bytes, line: "\($0.tag) \($0.line)") }
    }
}
