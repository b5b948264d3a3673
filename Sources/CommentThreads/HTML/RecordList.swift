internal import DiscourseModel
internal import Markup

/// Which elements of a page are its comments, before any of them is read.
struct RecordList {
    /// In page order; empty where the page shows none.
    var members: [Int] = []
    /// One past the last node of those that are stretches of siblings.
    var ends: [Int: Int] = [:]
    var stretches: [PlatformStretch] = []
    /// The system whose list it is; `nil` where the generic finder found it.
    var platform: Platform?
    /// Whether names, or what stands around them, say that these are comments; else only their shape does.
    var isNamed = true
    /// Those that stand under a heading for trackbacks.
    var pings: Set<Int> = []
    /// Elements of the same name that only hold others together.
    var frames: Set<Int> = []

    /// - Parameter platform: the page's, if it is of a known system.
    init(_ signals: Signals, platform: Platform?) {
        let document = signals.document
        if let platform {
            self.platform = platform
            stretches = platform.stretches?(document) ?? []
            members = platform.stretches != nil ? stretches.map(\.first) : platform.item.all(in: HTMLDocument.root, of: document).filter { !signals.hidden.contains($0) }
            ends = Dictionary(stretches.map { ($0.first, $0.end) }) { first, _ in first }
        }
        // Where the system's own list holds but pingbacks, the comments may be another system's.
        if members.allSatisfy({ signals.hints[$0].contains(.pingback) }), let group = RecordFinder(signals: signals).best() {
            self.platform = nil
            members = group.members
            isNamed = group.isNamed
            pings = group.pings
            if group.isFlat(document) { ends = Dictionary(zip(group.members, group.ends)) { first, _ in first } }
        }
        if ends.isEmpty, !members.isEmpty {
            let all = withoutTwins(withSiblings(members, signals), signals)
            members = withoutHolders(all, signals)
            frames = Set(all).subtracting(members)
        }
    }
}

/// Elements that stand among the records, alike but for their name, are records too: pingbacks between comments.
private func withSiblings(_ members: [Int], _ signals: Signals) -> [Int] {
    let document = signals.document
    guard let first = members.first, document.name(first) == .li else { return members }
    var all = Set(members)
    for parent in Set(members.compactMap { document.parent($0) }) {
        for child in document.elements(parent) where document.name(child) == .li && signals.textSize(document.subtree(child)) > 0 {
            let nodes = document.subtree(child)
            if signals.hints[child].contains(.pingback) || signals.hints[child].contains(.comment) && signals.timeCount(nodes) + signals.authorCount(nodes) > 0 { all.insert(child) }
        }
    }
    return all.sorted()
}

/// `li.comment > article.comment`: an element inside another that holds all of its words is the same comment.
private func withoutTwins(_ members: [Int], _ signals: Signals) -> [Int] {
    let document = signals.document
    var kept: [Int] = []
    // Of an element that holds several others side by side the first is no twin: it only holds them together.
    var children: [Int: Int] = [:]
    for member in members { document.parent(member).map { children[$0, default: 0] += 1 } }
    for member in members {
        if let outer = kept.last, document.contains(outer, member), let parent = document.parent(member), isWrapped(member, document) {
            if parent == outer && haveOneKey(outer, member, document) { continue }
            if signals.textSize(outer..<member) == 0, children[parent] == 1 { continue }
        }
        kept.append(member)
    }
    return kept
}

/// An element of the same name that only holds others together, without a word or an id of its own, is none of them: the frame of a thread.
private func withoutHolders(_ members: [Int], _ signals: Signals) -> [Int] {
    let document = signals.document
    var nested = NestedSums(members: members, signals: signals)
    var next = 0
    return members.filter { member in
        next += 1
        guard next < members.count, document.contains(member, members[next]) else { return true }
        return nested.own(member, end: document.end(member)).text > 0 || document.attribute(member, .id).flatMap(trailingKey) != nil
    }
}

/// Whether the ids of two elements are those of one comment: `li-comment-12` and `comment-12`.
private func haveOneKey(_ outer: Int, _ inner: Int, _ document: HTMLDocument) -> Bool {
    guard let own = document.attribute(outer, .id).flatMap(trailingKey) else { return false }
    return document.attribute(inner, .id).flatMap(trailingKey) == own
}

/// Whether an element is of a kind that a list item wraps around its own content; an answer inside an item is an item itself.
private func isWrapped(_ node: Int, _ document: HTMLDocument) -> Bool {
    document.name(node) == .article || document.name(node) == .div || document.name(node) == .section
}
