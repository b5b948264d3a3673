internal import Markup

/// Records that are no elements of their own: headings and the siblings that follow them.
extension RecordFinder {
    /// The same elements taken as headings of a flat list: each record runs from one to the next (`dt` and `dd`, a line with the name and
    /// the paragraphs below it), or from behind the one before where the line with the name stands below the text.
    func flat(_ all: [Int]) -> RecordGroup? {
        guard all.count >= 2 || document.name(all[0]) == .dt else { return nil }
        // Nothing that says who or when stands anywhere around them.
        var top = Int.max, bottom = 0
        for member in all {
            guard let parent = document.parent(member) else { return nil }
            (top, bottom) = (min(top, parent), max(bottom, document.end(parent)))
        }
        guard signals.timeCount(top..<bottom) + signals.authorCount(top..<bottom) > 0 else { return nil }
        var lists: [(parent: Int, members: [Int])] = []
        for member in all {
            guard let parent = document.parent(member) else { return nil }
            if let at = lists.lastIndex(where: { $0.parent == parent }) { lists[at].members.append(member) } else { lists.append((parent, [member])) }
            guard lists.count <= max(8, all.count / 2) else { return nil }
        }
        var found: [(name: Int, start: Int, end: Int)] = []
        var pings: [(start: Int, end: Int)] = []
        var wanted = 0
        for list in lists {
            for part in parts(of: list.members, in: list.parent) {
                if !part.arePings { wanted += part.members.count }
                guard let flat = stretches(part.members, in: list.parent) else { continue }
                if part.arePings {
                    pings += zip(flat.starts, flat.ends).map { ($0, $1) }
                } else {
                    for index in flat.names.indices { found.append((flat.names[index], flat.starts[index], flat.ends[index])) }
                }
            }
        }
        guard !found.isEmpty, found.count * 10 >= wanted * 7 else { return nil }
        // The answers' own list lies inside the stretch of what they answer.
        found.sort { $0.start < $1.start }
        // Elements that hold their comments whole are the surer reading, where the page has such.
        var group = score(found.map(\.start), ends: found.map(\.end), names: found.map(\.name))
        group?.score *= 0.85
        group?.take(pings: pings)
        return group
    }

    /// The parts of a list that stand under headings of their own: comments, trackbacks. What stands above the first heading is the
    /// article's own line, where most stand below.
    private func parts(of members: [Int], in parent: Int) -> [(members: [Int], arePings: Bool)] {
        enum Kind { case article, comments, pings }
        var parts: [(members: [Int], kind: Kind)] = [([], .article)]
        var next = 0
        for sibling in document.elements(parent) where next < members.count {
            if sibling == members[next] {
                parts[parts.count - 1].members.append(sibling)
                next += 1
            } else if document.name(sibling).isHeading, signals.textSize(document.subtree(sibling)) <= 120 {
                let line = document.line(sibling)
                if isPingHeading(line) { parts.append(([], .pings)) } else if CommentCount.isHeading(line) { parts.append(([], .comments)) }
            }
        }
        let above = parts[0].members.count
        if parts.contains(where: { $0.kind == .comments && $0.members.count >= max(2, above) }) { parts.removeFirst() }
        return parts.filter { !$0.members.isEmpty }.map { ($0.members, $0.kind == .pings) }
    }

    /// The systems that have trackbacks call them so in whatever language.
    private func isPingHeading(_ line: String) -> Bool {
        let line = line.utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }[...]
        return RecordFinder.pings.contains(where: line.contains) && !line.contains(commentWord)
    }

    private static let pings = ["trackback", "pingback", "linkback"].map { Array($0.utf8) }

    /// The records of one flat list, by the elements that head or close each.
    private func stretches(_ members: [Int], in parent: Int) -> (names: [Int], starts: [Int], ends: [Int])? {
        let inside = members.reduce(0) { $0 + signals.textSize(document.subtree($1)) }
        let between = signals.textSize(members[0]..<document.end(parent)) - inside
        guard between > 0, between * 3 > inside, inside < members.count * 160 else { return nil }
        let siblings = Array(document.elements(parent))
        guard let first = siblings.firstIndex(of: members[0]), let last = siblings.firstIndex(of: members[members.count - 1]) else { return nil }
        // One alone is enough only where the markup itself pairs it with what follows.
        guard members.count >= 2 || (document.name(members[0]) == .dt && first + 1 < siblings.count) else { return nil }
        let isRule = document.name(members[0]) == .hr
        let marks = (isRule && first > 0 ? siblings[0] : members[0])..<document.end(members[members.count - 1])
        guard signals.timeCount(marks) + signals.authorCount(marks) >= members.count / 2 else { return nil }
        func shape(_ place: Int) -> UInt64 { signals.shape(siblings[place]) }
        let isBelow = isRule || members.count >= 2 && document.name(members[0]) != .dt && first > 0 && shape(first - 1) == shape(max(1, siblings.firstIndex(of: members[1]) ?? 1) - 1)
            && signals.textSize(document.subtree(siblings[first - 1])) > 0
            && !(last + 1 < siblings.count && shape(last + 1) == shape(first + 1))
        var names = members, starts = members, ends: [Int] = []
        if isBelow {
            ends = members.map(document.end)
            for index in members.indices.dropFirst() { starts[index] = ends[index - 1] }
            // The first text begins behind a heading, or at what opens the second record too.
            let opener = first + 1 < siblings.count ? shape(first + 1) : 0
            var begin = first - 1
            while begin > 0, first - begin < 40, !document.name(siblings[begin - 1]).isHeading, shape(begin) != opener || signals.textSize(document.subtree(siblings[begin])) > 0 { begin -= 1 }
            starts[0] = siblings[max(0, begin)]
            // Rules part the records: one more may stand behind the last, and above the first what introduces the list.
            if isRule, let end = endOfLast(siblings[max(0, begin)...last], in: parent) {
                names.append(siblings[last])
                starts.append(document.end(siblings[last]))
                ends.append(end)
            }
            if isRule, members.count >= 3, signals.timeCount(starts[0]..<ends[0]) == 0 { return (Array(names.dropFirst()), Array(starts.dropFirst()), Array(ends.dropFirst())) }
        } else {
            ends = Array(members.dropFirst())
            if document.name(members[0]) == .dt {
                var end = last
                while end + 1 < siblings.count, document.name(siblings[end + 1]) == .dd { end += 1 }
                ends.append(document.end(siblings[end]))
            } else {
                let usual = max(1, (last - first) / max(1, members.count - 1) - 1)
                var end = min(siblings.count - 1, last + usual)
                // The last may have as many paragraphs as any, of the shapes that they have.
                let heads = Set(members), shapes = Set(siblings[first..<last].map(signals.shape))
                var most = usual, gap = 0
                for sibling in siblings[(first + 1)...last] { (gap, most) = heads.contains(sibling) ? (0, max(most, gap)) : (gap + 1, most) }
                while end + 1 < siblings.count, end - last < most, shapes.contains(shape(end + 1)), signals.timeCount(document.subtree(siblings[end + 1])) == 0 { end += 1 }
                ends.append(document.end(siblings[end]))
            }
        }
        return zip(starts, ends).allSatisfy { $0 < $1 } ? (names, starts, ends) : nil
    }

    /// Where the record behind the last of the given siblings, a rule, ends: at the first element of a shape that none before has. `nil` where
    /// what stands there names nobody or states no time.
    private func endOfLast(_ siblings: ArraySlice<Int>, in parent: Int) -> Int? {
        guard let rule = siblings.last else { return nil }
        let shapes = Set(siblings.map(signals.shape))
        let end = document.elements(parent).first { $0 > rule && !shapes.contains(signals.shape($0)) } ?? document.end(parent)
        let nodes = document.end(rule)..<end
        guard !nodes.isEmpty, (1...2).contains(signals.timeCount(nodes)), signals.nameCount(nodes) + signals.authorCount(nodes) > 0, signals.textSize(nodes) - signals.metaTextSize(nodes) >= 2 else { return nil }
        return end
    }
}
