import Markup

/// Which lines recur from record to record and so are furniture, in any language.
struct Recurrence {
    private let lines: [TextLine]
    private var recurring: Set<String> = []
    private var known: Set<String> = []
    private var recurringLabels: Set<String> = []

    /// - Parameter anchors: one line a record, ascending; `region` covers all records.
    init(lines: [TextLine], anchors: [Int], region: Range<Int>) {
        self.lines = lines
        let count = anchors.count
        guard count >= 2 else { return }
        var seen: [String: (last: Int, count: Int)] = [:], labels: [String: (last: Int, count: Int)] = [:]
        var record = 0
        for index in region {
            while record < count, anchors[record] <= index { record += 1 }
            let line = lines[index]
            guard !line.has([.prose, .quotes]), line.words <= 9, !line.sameness.isEmpty else { continue }
            Recurrence.tally(&seen, line.topic, record)
            if let label = line.label { Recurrence.tally(&labels, label, record) }
        }
        // A line of unknown words alone may be the name of someone who writes often: it must recur in most records.
        let few = max(3, (count * 3 + 9) / 10), most = max(3, (count * 6 + 9) / 10)
        for index in region where !lines[index].sameness.isEmpty {
            let line = lines[index]
            if line.tokens.contains(where: { !$0.isUnknownWord && $0.kind == .word && $0.classes != .glue }) || line.has([.number, .rule]) || line.label != nil || line.time != nil {
                known.insert(line.topic)
            }
        }
        for (key, value) in seen where value.count >= (known.contains(key) ? few : most) { recurring.insert(key) }
        for (key, value) in seen where value.count * 10 >= count * 9 && count >= 4 { known.insert(key) }
        for (key, value) in labels where value.count >= few { recurringLabels.insert(key) }
    }

    private static func tally(_ table: inout [String: (last: Int, count: Int)], _ key: String, _ record: Int) {
        let old = table[key]
        if old?.last != record { table[key] = (record, (old?.count ?? 0) + 1) }
    }

    /// A line that recurs and holds a word of comment pages, a number or a label: it cannot be a name.
    func isFurniture(_ index: Int) -> Bool { contains(index) && (known.contains(lines[index].topic) || lines[index].label != nil) }

    func contains(_ index: Int) -> Bool {
        let line = lines[index]
        guard !line.has([.prose, .quotes]), line.words <= 9, !line.sameness.isEmpty else { return false }
        return recurring.contains(line.topic) || (line.label.map { recurringLabels.contains($0) } ?? false)
    }
}

extension TextLine {
    /// What makes a line the same as another: a subject is, with and without its "Re:".
    fileprivate var topic: String {
        guard isSubject, let colon = sameness.firstIndex(of: ":") else { return sameness }
        return String(sameness[sameness.index(after: colon)...])
    }

    /// "Posts" of "Posts: 2999", "Location" of "Location: Oslo".
    var label: String? {
        guard words <= 8, tokens.count >= 3, tokens[0].kind == .word else { return nil }
        if tokens[1].folded == ":" { return tokens[0].folded.hasPrefix("http") ? nil : tokens[0].folded }
        return tokens[1].kind == .word && tokens.count >= 4 && tokens[2].folded == ":" ? tokens[0].folded + " " + tokens[1].folded : nil
    }
}
