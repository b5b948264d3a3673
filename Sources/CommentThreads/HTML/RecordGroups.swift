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
    private var document: HTMLDocument { signals.document }

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

    /// The same elements taken as headings of a flat list: each record runs from one to the next (`dt` and `dd`, a line with the name and
    /// the paragraphs below it), or from behind the one before where the line with the name stands below the text.
    private func flat(_ all: [Int]) -> RecordGroup? {
        guard let parent = document.parent(all[0]), all.allSatisfy({ document.parent($0) == parent }) else { return nil }
        let siblings = Array(document.elements(parent))
        // The article may end in such a line as well: what stands above the comments' heading is not one of them.
        var members = all
        if all.count >= 3, let heading = siblings.first(where: { $0 > all[0] && $0 < all[1] && isHeadingName(document.name($0)) }), CommentCount.isHeading(document.line(heading)) {
            members.removeFirst()
        }
        guard let first = siblings.firstIndex(of: members[0]), let last = siblings.firstIndex(of: members[members.count - 1]) else { return nil }
        // One alone is enough only where the markup itself pairs it with what follows.
        guard members.count >= 2 || (document.name(members[0]) == .dt && first + 1 < siblings.count) else { return nil }
        let inside = members.reduce(0) { $0 + signals.textSize(document.subtree($1)) }
        let between = signals.textSize(members[0]..<document.end(parent)) - inside
        guard between > 0, between * 3 > inside, inside < members.count * 160 else { return nil }
        let marks = members[0]..<document.end(members[members.count - 1])
        guard signals.timeCount(marks) + signals.authorCount(marks) >= members.count / 2 else { return nil }
        let shapes = siblings.map(shape)
        let isBelow = members.count >= 2 && document.name(members[0]) != .dt && first > 0 && shapes[first - 1] == shapes[max(1, siblings.firstIndex(of: members[1]) ?? 1) - 1]
            && signals.textSize(document.subtree(siblings[first - 1])) > 0
            && !(last + 1 < siblings.count && shapes[last + 1] == shapes[first + 1])
        var starts = members, ends: [Int] = []
        if isBelow {
            ends = members.map(document.end)
            for index in members.indices.dropFirst() { starts[index] = ends[index - 1] }
            // The first text begins behind a heading, or at what opens the second record too.
            let opener = first + 1 < siblings.count ? shapes[first + 1] : 0
            var begin = first - 1
            while begin > 0, first - begin < 40, !isHeadingName(document.name(siblings[begin - 1])), shapes[begin] != opener || signals.textSize(document.subtree(siblings[begin])) > 0 { begin -= 1 }
            starts[0] = siblings[max(0, begin)]
        } else {
            ends = Array(members.dropFirst())
            if document.name(members[0]) == .dt {
                var end = last
                while end + 1 < siblings.count, document.name(siblings[end + 1]) == .dd { end += 1 }
                ends.append(document.end(siblings[end]))
            } else {
                let usual = max(1, (last - first) / max(1, members.count - 1) - 1)
                ends.append(document.end(siblings[min(siblings.count - 1, last + usual)]))
            }
        }
        guard zip(starts, ends).allSatisfy({ $0 < $1 }) else { return nil }
        return score(starts, ends: ends, names: members)
    }

    private func isHeadingName(_ name: Name) -> Bool { name == .h1 || name == .h2 || name == .h3 || name == .h4 || name == .h5 || name == .h6 }

    /// An element's name and class, digits aside: siblings of one shape do one job.
    private func shape(_ node: Int) -> UInt64 {
        var hash = UInt64(document.name(node).rawValue)
        for attribute in [Name.class, .id] {
            if let value = document.attributeBytes(node, attribute) { hash = hash &* 31 &+ nameHash(value).hash }
        }
        return hash
    }

    private func score(_ members: [Int], ends: [Int], names: [Int]? = nil) -> RecordGroup? {
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
        let isPlain = named.contains(.comment) || isHeaded || isInCommentSection(members[0])
        if members.count == 1 { guard isPlain, headed == 0 else { return nil } }
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

/// Sums over a member's own nodes: its subtree without the members inside it.
private struct NestedSums {
    struct Own {
        var text = 0, link = 0, times = 0, authors = 0, actions = 0, headingLinks = 0
    }
    private let members: [Int]
    private let signals: Signals
    private var at = 0

    init(members: [Int], signals: Signals) {
        self.members = members
        self.signals = signals
    }

    mutating func own(_ member: Int, end: Int) -> Own {
        while at < members.count, members[at] <= member { at += 1 }
        var own = sums(member..<end)
        var next = at
        while next < members.count, members[next] < end {
            let inner = sums(members[next]..<signals.document.end(members[next]))
            own.text -= inner.text
            own.link -= inner.link
            own.times -= inner.times
            own.authors -= inner.authors
            own.actions -= inner.actions
            own.headingLinks -= inner.headingLinks
            let innerEnd = signals.document.end(members[next])
            // Skips what lies inside the inner one by halves: members are in page order.
            var low = next + 1, high = members.count
            while low < high {
                let middle = (low + high) / 2
                if members[middle] < innerEnd { low = middle + 1 } else { high = middle }
            }
            next = low
        }
        return own
    }

    private func sums(_ nodes: Range<Int>) -> Own {
        Own(
            text: signals.textSize(nodes), link: signals.linkTextSize(nodes), times: signals.timeCount(nodes),
            authors: signals.authorCount(nodes), actions: signals.actionCount(nodes), headingLinks: signals.headingLinkCount(nodes))
    }
}

/// Calls `body` with each word of a `class` value.
func forEachToken(_ value: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>) -> Void) {
    var at = value.startIndex
    while at < value.endIndex {
        while at < value.endIndex, value[at] <= 0x20 { at += 1 }
        var stop = at
        while stop < value.endIndex, value[stop] > 0x20 { stop += 1 }
        if stop > at { body(value[at..<stop]) }
        at = stop
    }
}

/// FNV-1a over a name with every run of digits (and of hexadecimal digits that holds one) taken as one mark,
/// so that `comment-12` and `comment-6a00d8` are of one shape; and how many letters it has besides.
func nameHash(_ name: ArraySlice<UInt8>) -> (hash: UInt64, size: Int) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var size = 0
    var at = name.startIndex
    while at < name.endIndex {
        var stop = at
        var digits = 0
        while stop < name.endIndex, isHexadecimal(name[stop]) {
            if (0x30...0x39).contains(name[stop]) { digits += 1 }
            stop += 1
        }
        if digits > 0 {
            hash = (hash ^ 0x30) &* 0x100_0000_01b3
            at = stop
            continue
        }
        stop = max(stop, at + 1)
        for byte in name[at..<stop] {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
            if byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A { size += 1 }
        }
        at = stop
    }
    return (hash, size)
}

private func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
}
