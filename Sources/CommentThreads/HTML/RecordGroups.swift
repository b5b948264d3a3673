internal import DiscourseModel
internal import Markup

/// A run of like elements that may be the comments of a page.
struct RecordGroup: Sendable {
    /// The first node of each, in page order. One may lie inside another: an answer inside what it answers.
    var members: [Int]
    /// One past the last node of each. In a flat list a record runs from its heading to the next one's.
    var ends: [Int]
    /// How well it looks, for comparing groups of one page; 0 and below: no comments.
    var score: Double
}

extension RecordGroup {
    /// Whether records are stretches of siblings and not elements.
    func isFlat(_ document: HTMLDocument) -> Bool { zip(members, ends).contains { document.end($0) != $1 } }
}

/// Finds repeated records: elements of like name that each hold an author or a time, and a text.
struct RecordFinder {
    let signals: Signals
    var document: HTMLDocument { signals.document }

    /// The constants of the finder, in one place.
    private enum Weight {
        static let time = 1.0
        static let author = 0.8
        static let action = 0.35
        static let commentName = 1.2
        static let postName = 0.5
        static let numberedID = 0.5
        static let heading = 0.7
        static let headingLink = -1.3
        static let aside = -1.2
        static let link = -1.0
        /// A group needs this much for each member.
        static let threshold = 1.6
    }

    /// The group of elements that looks most like comments; `nil` where none does.
    func best() -> RecordGroup? {
        var best: RecordGroup?
        let candidates = candidates()
        for members in candidates {
            let whole = score(members, ends: members.map(document.end))
            var better = whole
            // A heading alone may look like a record, for its name and its time: with the words below it, it is one.
            if let flat = flat(members), flat.score >= 0.8 * (whole?.score ?? 0) { better = flat }
            // Plain paragraphs: those that hold a time close, or open, the records of the others.
            let dated = members.filter { signals.timeCount(document.subtree($0)) > 0 && signals.textSize(document.subtree($0)) < 160 }
            if dated.count >= 2, dated.count * 5 < members.count * 4, let flat = flat(dated), flat.score > (better?.score ?? 0) { better = flat }
            guard let group = better else { continue }
            guard let current = best else {
                best = group
                continue
            }
            // Of two groups that say the same, the outer one: it holds the answers, too.
            if group.score > current.score * 1.02 || (group.score > current.score * 0.98 && encloses(group.members, current.members)) {
                best = group
            }
        }
        return best.map { widened($0, among: candidates) }
    }

    /// The outermost elements that hold one member each: what carries the author, the time and the words of one comment together,
    /// where the best group was only its header or its text.
    private func widened(_ group: RecordGroup, among candidates: [[Int]]) -> RecordGroup {
        guard group.members.count > 1, !group.isFlat(document) else { return group }
        var widest = group
        for members in candidates where members.count >= widest.members.count && members.count * 10 <= widest.members.count * 11 + 10 {
            guard members[0] <= widest.members[0], members != widest.members, holdsOneEach(members, widest.members) else { continue }
            widest.members = members
            widest.ends = members.map(document.end)
        }
        return widest
    }

    /// Whether every inner element lies in an outer one of its own.
    private func holdsOneEach(_ outer: [Int], _ inner: [Int]) -> Bool {
        var open: [Int] = []
        var next = 0
        var used: Set<Int> = []
        for element in inner {
            while next < outer.count, outer[next] <= element {
                open.append(outer[next])
                next += 1
            }
            while let last = open.last, !document.contains(last, element) { open.removeLast() }
            guard let holder = open.last, holder != element, used.insert(holder).inserted else { return false }
        }
        return true
    }

    /// Elements that share a name: each class word and each pattern of ids makes one group, nameless rows one a parent.
    private func candidates() -> [[Int]] {
        var groups: [UInt64: [Int]] = [:]
        for node in 0..<document.count where document.isElement(node) && !signals.hidden.contains(node) {
            let name = document.name(node)
            guard signals.textSize(document.subtree(node)) >= 2, !RecordFinder.neverRecords.contains(name) else { continue }
            var isNamed = false
            if let value = document.attributeBytes(node, .class) {
                forEachToken(value) { token in
                    let (hash, size) = nameHash(token)
                    if size > 0 {
                        groups[hash &* 31 &+ UInt64(name.rawValue), default: []].append(node)
                        isNamed = true
                    }
                }
            }
            if let value = document.attributeBytes(node, .id), value.contains(where: { (0x30...0x39).contains($0) }) {
                groups[nameHash(value).hash &* 37 &+ UInt64(name.rawValue) &+ 7, default: []].append(node)
                isNamed = true
            }
            if let value = document.attributeBytes(node, .itemprop) ?? document.attributeBytes(node, .itemtype) {
                groups[nameHash(value).hash &* 41 &+ UInt64(name.rawValue) &+ 11, default: []].append(node)
            }
            if !isNamed, let parent = document.parent(node) {
                groups[UInt64(parent) &* 1_000_003 &+ UInt64(name.rawValue) &+ 13, default: []].append(node)
            }
        }
        return groups.values.map(withoutRepeats).sorted { ($0[0], $0.count) < ($1[0], $1.count) }
    }

    /// An element with two class words of one shape ("post post-12") is one member.
    private func withoutRepeats(_ nodes: [Int]) -> [Int] {
        var result: [Int] = []
        for node in nodes where result.last != node { result.append(node) }
        return result
    }

    func score(_ members: [Int], ends: [Int], names: [Int]? = nil) -> RecordGroup? {
        guard members.count <= 200_000 else { return nil }
        // Cheap sums first: a group without times and authors is none.
        let whole = members[0]..<ends[ends.count - 1]
        guard signals.timeCount(whole) + signals.authorCount(whole) > 0 else { return nil }
        var valid = 0, timed = 0, authored = 0, acted = 0, crowded = 0, headed = 0
        var texts = 0, links = 0
        var nested = NestedSums(members: members, signals: signals)
        for (member, end) in zip(members, ends) {
            let own = nested.own(member, end: end)
            let prose = own.text - own.link
            guard own.text >= 4 else { continue }
            texts += own.text
            links += own.link
            if own.times > 0 { timed += 1 }
            if own.authors > 0 { authored += 1 }
            if own.actions > 0 { acted += 1 }
            if own.headingLinks > 0 { headed += 1 }
            if own.times > 3 { crowded += 1 }
            if (own.times > 0 || own.authors > 0), prose >= 2 { valid += 1 }
        }
        guard valid > 0, Double(valid) >= 0.6 * Double(members.count) else { return nil }
        let count = Double(members.count)
        func share(_ part: Int) -> Double { Double(part) / count }
        let named = hints(of: names ?? members)
        var quality = Weight.time * share(timed) + Weight.author * share(authored) + Weight.action * share(acted)
        if named.contains(.comment) { quality += Weight.commentName }
        if named.contains(.post) || named.contains(.reply) { quality += Weight.postName }
        if hasNumberedIDs(names ?? members) { quality += Weight.numberedID }
        if isInCommentSection(members[0]) { quality += Weight.commentName * 0.6 }
        quality += Weight.headingLink * share(headed)
        if named.contains(.aside) || isAside(members[0]) { quality += Weight.aside * (named.contains(.comment) && share(timed) > 0.8 ? 0.4 : 1) }
        if texts > 0 { quality += Weight.link * max(0, Double(links) / Double(texts) - 0.35) * 2 }
        quality -= share(crowded) * 0.8
        // Articles have authors and dates, too: few records, or records under headings that are links, must be plainly comments.
        let isHeaded = quality >= Weight.threshold - Weight.heading && isUnderCommentHeading(members[0])
        if isHeaded { quality += Weight.heading }
        let isPlain = named.contains(.comment) || (isHeaded && members.count >= 3) || isInCommentSection(members[0])
        if members.count == 1 { guard isPlain, headed == 0 else { return nil } }
        // Two lines with a name and a date each are the article's own byline.
        if members.count <= 3, !named.contains(.comment) { guard texts - links >= 40 * members.count else { return nil } }
        if !isPlain, acted * 3 < members.count {
            guard members.count >= 4, authored * 10 >= members.count * 7, timed * 10 >= members.count * 7, headed * 4 <= members.count else { return nil }
        }
        let needed = members.count == 1 ? Weight.threshold + 1.1 : Weight.threshold
        guard quality >= needed else { return nil }
        let textual = Double(texts - links) / count
        return RecordGroup(members: members, ends: ends, score: quality * Double(valid) * (textual < 12 ? 0.5 : 1))
    }

    private func hints(of members: [Int]) -> Hints {
        // What nearly all of them are called.
        var shared = Hints(rawValue: .max)
        for member in members.prefix(8) { shared.formIntersection(signals.hints[member]) }
        return shared
    }

    private func hasNumberedIDs(_ members: [Int]) -> Bool {
        var ids: Set<[UInt8]> = []
        for member in members.prefix(12) {
            guard let id = document.attributeBytes(member, .id), id.contains(where: { (0x30...0x39).contains($0) }) else { return false }
            ids.insert(Array(id))
        }
        return ids.count == min(12, members.count)
    }

    private func isInCommentSection(_ node: Int) -> Bool {
        var steps = 0
        for ancestor in document.ancestors(node) {
            if document.name(ancestor) == .body || steps > 6 { return false }
            if signals.hints[ancestor].contains(.comment) { return true }
            steps += 1
        }
        return false
    }

    /// Whether the nearest text before a node is the heading of a comment section.
    private func isUnderCommentHeading(_ node: Int) -> Bool {
        var seen = 0, at = node - 1
        while at > 0, seen < 3, node - at < 60 {
            if document.isText(at), !signals.hidden.contains(at), signals.textSize(at..<at + 1) > 1 {
                let holder = document.parent(at) ?? at
                let line = signals.textSize(document.subtree(holder)) <= 80 ? document.line(holder) : document.plainText(at)
                if CommentCount.isHeading(line) { return true }
                seen += 1
            }
            at -= 1
        }
        return false
    }

    private func isAside(_ node: Int) -> Bool {
        var steps = 0
        for ancestor in document.ancestors(node) where ancestor != HTMLDocument.root {
            let name = document.name(ancestor)
            if name == .aside || name == .nav || name == .footer { return true }
            if name == .body || steps > 7 { return false }
            if signals.hints[ancestor].contains(.aside), !signals.hints[ancestor].contains(.comment) { return true }
            steps += 1
        }
        return false
    }

    /// Whether each member of `inner` lies in a member of `outer`.
    private func encloses(_ outer: [Int], _ inner: [Int]) -> Bool {
        guard outer.count >= inner.count, let first = inner.first, let last = inner.last else { return false }
        return outer.contains { document.contains($0, first) && $0 != first } && outer.contains { document.contains($0, last) }
    }

    private static let neverRecords: Set<Name> = [
        .a, .span, .b, .i, .strong, .em, .img, .body, .html, .head, .form, .button, .h1, .h2, .h3, .h4, .h5, .h6, .time, .font, .small,
        .cite, .label, .ul, .ol, .tbody, .thead, .nav, .header, .footer, .document, .abbr, .code, .pre, .td, .th, .noscript, .svg, .br, .hr,
    ]
}
