internal import Markup

/// The first record of a page that stands apart from those that answer it: a board's opening post, a question above its answers.
extension RecordFinder {
    /// The group with what stands before it and is made of the same parts. Articles are not: what they are made of has names of its own,
    /// and a title.
    func withOpener(_ group: RecordGroup) -> RecordGroup {
        guard group.members.count >= 2, let first = group.members.first, let last = group.members.last else { return group }
        // What stands above comments is an article; above answers, a question. Only what is made of the very parts that they are made of is one of them.
        let areComments = hints(of: group.members).contains(.comment) || isInCommentSection(first) || commentHeading(above: first).map { !$0.lowercased().contains("answer") } ?? false
        let largest = zip(group.members, group.ends).map { signals.textSize($0..<$1) }.max() ?? 0
        let parts = parts(of: group)
        guard parts.count >= (areComments ? 6 : 3) else { return group }
        let share = areComments ? 8 : 6
        var path = first, steps = 0
        for holder in document.ancestors(first) where holder != HTMLDocument.root && steps < 6 {
            if document.name(holder) == .body && steps > 0 { break }
            steps += 1
            defer { path = holder }
            guard document.contains(holder, last) || steps <= 2 else { continue }
            var before: [Int] = []
            for child in document.elements(holder) {
                if child >= path { break }
                before.append(child)
            }
            // One element, the nearest first, or all that stands before.
            if let opener = before.suffix(6).last(where: { isOpener(document.subtree($0), parts, share, largest) }) { return group.opened(by: opener..<document.end(opener)) }
            if let start = before.first, document.contains(holder, last), isOpener(start..<path, parts, share, largest) { return group.opened(by: start..<path) }
        }
        return group
    }

    /// - Parameter share: tenths of the parts that must be in it.
    private func isOpener(_ nodes: Range<Int>, _ parts: Set<UInt64>, _ share: Int, _ largest: Int) -> Bool {
        guard (1...4).contains(signals.timeCount(nodes)), signals.headingCount(nodes) == 0,
            signals.textSize(nodes) - signals.metaTextSize(nodes) >= 20, signals.textSize(nodes) <= 4 * largest
        else { return false }
        var found: Set<UInt64> = []
        for node in nodes where document.isElement(node) {
            let name = document.name(node)
            if name == .h1 || name == .article || name == .form && signals.textSize(document.subtree(node)) * 2 < signals.textSize(nodes) || document.hasToken(node, .itemprop, articleBody) { return false }
            forEachPart(of: node) { if parts.contains($0) { found.insert($0) } }
        }
        return found.count >= 3 && found.count * 10 >= parts.count * share
    }

    /// The class words that nearly every record of a group has in it, once or more.
    private func parts(of group: RecordGroup) -> Set<UInt64> {
        var counts: [UInt64: Int] = [:]
        let places = stride(from: 0, to: group.members.count, by: max(1, group.members.count / 12)).map { $0 }
        for place in places {
            var own: Set<UInt64> = []
            for node in (group.members[place]..<group.ends[place]).prefix(200) where document.isElement(node) { forEachPart(of: node) { own.insert($0) } }
            for part in own { counts[part, default: 0] += 1 }
        }
        return Set(counts.filter { $0.value * 10 >= places.count * 8 }.keys)
    }

    private func forEachPart(of node: Int, _ use: (UInt64) -> Void) {
        guard let value = document.attributeBytes(node, .class) else { return }
        let tag = UInt64(document.name(node).rawValue)
        forEachToken(value) { token in
            let (hash, size) = nameHash(token)
            if size > 0, !isLayoutWord(token) { use(hash &* 31 &+ tag) }
        }
    }
}

private let articleBody = Array("articleBody".utf8)

extension RecordGroup {
    /// The group with one more record before the others.
    fileprivate func opened(by opener: Range<Int>) -> RecordGroup {
        var group = self
        group.members.insert(opener.lowerBound, at: 0)
        group.ends.insert(opener.upperBound, at: 0)
        return group
    }
}
