/// Header lines that a family's shape misses: names of many words or signs, a name that ends in a number.
///
/// Such a line has the known words of the family's headers in the same order, before its time and behind it, and stands among them.
struct IrregularHeaders {
    let lines: [TextLine]

    func added(to anchors: [Int], from heading: Int?) -> [Int] {
        guard anchors.count >= 5, let first = anchors.first, let last = anchors.last else { return anchors }
        var seen: [Frame: Int] = [:]
        for anchor in anchors { if let frame = Frame(lines[anchor]) { seen[frame, default: 0] += 1 } }
        let usual = Set(seen.filter { $0.value * 10 >= anchors.count * 2 && $0.key.isTelling }.keys)
        guard !usual.isEmpty else { return anchors }
        var out: [Int] = [], next = 0
        let from = heading.map { $0 + 1 } ?? first
        for index in from...max(from, last) {
            if next < anchors.count, anchors[next] == index {
                out.append(index)
                next += 1
                continue
            }
            let after = next < anchors.count ? anchors[next] : lines.count
            guard let time = lines[index].time, lines[index].words <= 24, time.count >= 8, !lines[index].has([.unposted, .opensSection, .endsSection, .quotes]),
                after - index >= 2, index - (out.last ?? index - 2) >= 2, let frame = Frame(lines[index]), usual.contains(frame)
            else { continue }
            out.append(index)
        }
        return out
    }

    /// The known words and marks of a header around its name and time.
    private struct Frame: Hashable {
        var before: [String] = []
        var behind: [String] = []
        var opensWithTime = false

        init?(_ line: TextLine) {
            guard let time = line.tokens.firstIndex(where: { $0.kind == .time }) else { return nil }
            // What stands at the very beginning and right before the time; the rest is the name.
            before = line.tokens[..<time].prefix { !$0.classes.isEmpty }.map(\.folded)
            if before.count < time { before += ["*"] + line.tokens[..<time].suffix(1).map { $0.isUnknownWord || $0.kind == .number ? "*" : $0.folded } }
            behind = line.tokens[(time + 1)...].prefix(4).map { $0.isUnknownWord ? "*" : $0.kind == .number ? "0" : $0.folded }
            opensWithTime = time == 0
        }

        /// Whether there is more than a name and a time: any sentence with a date has those.
        var isTelling: Bool { before.contains { $0 != "*" } || !behind.isEmpty && !behind.contains("*") }
    }
}
