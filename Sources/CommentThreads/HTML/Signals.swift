internal import DiscourseModel
internal import Markup
internal import TimeExpressions

/// What one walk over a page tells the finder: where text, links, times and hints stand. Sums over a subtree cost nothing afterwards.
final class Signals: Sendable {
    let document: HTMLDocument
    /// By node.
    let hints: [Hints]
    /// The name hash of each of the document's class values.
    private let classShapes: [UInt64]
    /// Nodes that state a time: text nodes, and elements with a machine-readable one.
    let times: [(node: Int, time: TimeExpression)]
    /// Of what stands before each node, one more than there are nodes.
    private let sums: [Sums]
    /// Names that stand beside times.
    let names: NamesBesideTimes
    /// Elements that the page does not show at first (`display:none`, `hidden`), the outermost of each.
    let concealed: [Range<Int>]
    /// Nodes inside scripts, styles, templates and form fields.
    let hidden: NodeSet

    init(_ document: HTMLDocument, times reader: TimeReader) {
        self.document = document
        classShapes = document.classValues.map { nameHash(document.bytes[$0]).hash }
        let count = document.count
        var hints = [Hints](repeating: [], count: count)
        var sums = [Sums](repeating: Sums(), count: count + 1)
        var times: [(node: Int, time: TimeExpression)] = []
        var hidden = NodeSet(capacity: count)
        var concealed: [Range<Int>] = []
        var links: [Int] = [], headings: [Int] = []
        let classHints = document.classValues.map { Hints.read(document.bytes[$0]) }
        var elementHints: [Name: Hints] = [:]
        // The text before, that can be seen.
        var words = Int.min / 2
        var hiddenEnd = 0, linkEnd = 0
        var sum = Sums()
        document.bytes.withUnsafeBufferPointer { page in
            for node in 0..<count {
                sums[node] = sum
                if node < hiddenEnd {
                    hidden.insert(node)
                    continue
                }
                let entry = document.nodes[node], name = entry.name
                if name == .text {
                    let bytes = UnsafeBufferPointer(rebasing: page[Int(entry.first)..<Int(entry.last)])
                    let size = Int32(clamping: document.visibleBytes(node))
                    sum.text += size
                    if node < linkEnd { sum.linkText += size }
                    if size > 0, bytes.count <= 240, let time = reader.first(in: bytes), let before = document.wordsBefore(time, in: node, reader) {
                        times.append((node, time.timestamp.map { $0.hour == nil } ?? false ? withClock(node, time, document, reader) : time))
                        // "Joined 3 Feb 2015", "<b>Joined:</b> 3 Feb 2015": no time of anything written; and "May 2015" is no sure one.
                        if !time.isMonth, !Labels.opensProfile(before.contains { $0 > 0x20 } || node - words > 4 ? before : document.textBytes(words)) { sum.times += 1 }
                    }
                    if size > 0 { words = node }
                    if size > 2, bytes.count <= 80, Labels.introducesAuthor(bytes) { sum.authors += 1 }
                    if size > 0, size <= 40, Labels.isReplyAction(bytes) { sum.actions += 1 }
                    continue
                }
                if Flow(name) == .hidden, name != .document {
                    hidden.insert(node)
                    if name != .head { hiddenEnd = document.end(node) }
                    continue
                }
                var found: Hints = []
                var isConcealed = false, isDated = false
                for place in Int(entry.first)..<Int(entry.first) + Int(entry.attributeCount) {
                    let attribute = document.attributes[place]
                    var value: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: page[Int(attribute.start)..<Int(attribute.end)]) }
                    switch attribute.name {
                    case .id where attribute.end - attribute.start > 64: break
                    case .class: found.formUnion(classHints[Int(attribute.value)])
                    case .id, .itemprop, .property, .rel: found.formUnion(Hints.read(value))
                    case .style: isConcealed = isConcealed || hides(document.bytes[Int(attribute.start)..<Int(attribute.end)])
                    case .hidden: isConcealed = true
                    case .title: isDated = mayBeDated(value, name)
                    default: break
                    }
                }
                if name.isForeign {
                    // Custom elements say by their own name what others say by a class.
                    let own = elementHints[name] ?? Hints.read(ArraySlice(document.string(name).utf8))
                    elementHints[name] = own
                    found.formUnion(own)
                }
                switch name {
                case .cite where document.visibleSize(of: node, upTo: 80): found.insert(.author)
                case .sup:
                    if let time = ordinalDate(node, document, reader) {
                        if times.last?.node == node - 1 { times.removeLast() } else { sum.times += 1 }
                        times.append((node - 1, time))
                    }
                case .a:
                    guard let href = document.attributeRange(node, .href) else { break }
                    linkEnd = max(linkEnd, document.end(node))
                    if isProfile(UnsafeBufferPointer(rebasing: page[href])) || (links.last.map { document.repeatsPortrait(node, document.bytes[href], of: $0) } ?? false) { found.insert([.author, .profile]) }
                    links.append(node)
                case .h1, .h2, .h3, .h4, .h5, .h6: headings.append(node)
                default: break
                }
                if isConcealed, node >= concealed.last?.upperBound ?? 0 { concealed.append(document.subtree(node)) }
                if name == .time || found.contains(.time) || isDated && document.visibleSize(of: node, upTo: 40) {
                    if let (stamp, size) = statedTime(node, document, reader) {
                        times.append((node, TimeExpression(timestamp: stamp, range: 0..<size, isRelative: false)))
                        sum.times += 1
                    } else if found.contains(.time), let time = piecedTime(node, document, reader) {
                        times.append((node, time))
                        sum.times += 1
                    }
                }
                if found.contains(.author) { sum.authors += 1 }
                if found.contains(.reply) { sum.actions += 1 }
                hints[node] = found
            }
        }
        sums[count] = sum
        let names = NamesBesideTimes(document, times: times, hidden: hidden)
        // What says who and when is no prose.
        for entry in names.entries {
            sums[entry.node + 1].names += 1
            if entry.node != entry.time { sums[entry.node + 1].metaText = sums.text(entry.node) }
        }
        for (node, time) in times where document.isText(node) && sums.text(node) <= time.range.count + 24 { sums[node + 1].metaText = sums.text(node) }
        for node in 0..<count {
            if sums[node + 1].linkText == sums[node].linkText { sums[node + 1].plainMetaText = sums[node + 1].metaText }
            sums[node + 1].metaText += sums[node].metaText
            sums[node + 1].plainMetaText += sums[node].plainMetaText
            sums[node + 1].names += sums[node].names
        }
        // A heading that names who wrote, or when, opens a comment, and one of a word or two, or a small one that leads nowhere, may be a name
        // or a rank; any other titles an article.
        let subjects = Subjects(headings, document)
        for heading in headings {
            let nodes = document.subtree(heading), before = sums[nodes.lowerBound], behind = sums[nodes.upperBound]
            let isTitle = behind.text > before.text && !subjects.isRepeated(heading) && behind.times == before.times && behind.authors == before.authors && behind.names == before.names
                && (nodes.contains { document.isText($0) && (isOfSeveralWords(document.textBytes($0)) || holdsVersion(document.textBytes($0))) } || isSigned(heading, document))
                && !nodes.contains { document.name($0) == .a && document.attributeBytes($0, .href).map(isHome) ?? false }
                && (behind.linkText > before.linkText || [.h1, .h2, .h3].contains(document.name(heading)))
            if isTitle { sums[heading + 1].headings = 1 }
        }
        let mayTease = links.filter { sums[document.end($0)].times == sums[$0].times || sums[document.end($0)].text - sums[$0].text > 40 }
        for link in teasers(mayTease, document, sums, hints, subjects) { sums[link + 1].teasers += 1 }
        for node in 0..<count {
            sums[node + 1].headings += sums[node].headings
            sums[node + 1].teasers += sums[node].teasers
        }
        self.concealed = concealed
        self.names = names
        self.hints = hints
        self.times = times
        self.sums = sums
        self.hidden = hidden
    }

    /// An element's name, class and id, digits aside: siblings of one shape do one job.
    func shape(_ node: Int) -> UInt64 {
        var hash = UInt64(document.name(node).rawValue)
        guard document.hasAttributes(node) else { return hash }
        if let number = document.classNumber(node) { hash = hash &* 31 &+ classShapes[number] }
        if let id = document.attributeRange(node, .id) { hash = hash &* 31 &+ document.bytes.withUnsafeBufferPointer { nameHash(UnsafeBufferPointer(rebasing: $0[id])).hash } }
        return hash
    }

    /// Whether the page does not show a node at first.
    func isConcealed(_ node: Int) -> Bool {
        var low = 0, high = concealed.count
        while low < high {
            let middle = (low + high) / 2
            if concealed[middle].upperBound <= node { low = middle + 1 } else { high = middle }
        }
        return low < concealed.count && concealed[low].contains(node)
    }

    /// Bytes of visible text, white space left out.
    func textSize(_ nodes: Range<Int>) -> Int { sum(nodes) { $0.text } }
    func linkTextSize(_ nodes: Range<Int>) -> Int { sum(nodes) { $0.linkText } }
    func timeCount(_ nodes: Range<Int>) -> Int { sum(nodes) { $0.times } }
    func authorCount(_ nodes: Range<Int>) -> Int { sum(nodes) { $0.authors } }
    func actionCount(_ nodes: Range<Int>) -> Int { sum(nodes) { $0.actions } }
    /// Bytes of the texts that say who and when.
    func metaTextSize(_ nodes: Range<Int>) -> Int { sum(nodes) { $0.metaText } }
    /// Bytes of those of them that stand in no link.
    func plainMetaTextSize(_ nodes: Range<Int>) -> Int { sum(nodes) { $0.plainMetaText } }
    /// Names beside times.
    func nameCount(_ nodes: Range<Int>) -> Int { sum(nodes) { $0.names } }
    /// Links that lead to the thing itself: titles and "Read more".
    func teaserCount(_ nodes: Range<Int>) -> Int { sum(nodes) { $0.teasers } }
    /// Headings that name neither who wrote nor when.
    func headingCount(_ nodes: Range<Int>) -> Int { sum(nodes) { $0.headings } }

    @inline(__always)
    private func sum(_ nodes: Range<Int>, of part: (Sums) -> Int32) -> Int { Int(part(sums[nodes.upperBound]) - part(sums[nodes.lowerBound])) }

    /// The stated times in a stretch of nodes, in page order.
    func times(in nodes: Range<Int>) -> ArraySlice<(node: Int, time: TimeExpression)> {
        var low = 0, high = times.count
        while low < high {
            let middle = (low + high) / 2
            if times[middle].node < nodes.lowerBound { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < times.count, times[end].node < nodes.upperBound { end += 1 }
        return times[low..<end]
    }
}

/// Bytes of text, and marks, in a stretch of a page.
private struct Sums {
    var text: Int32 = 0, linkText: Int32 = 0, metaText: Int32 = 0, plainMetaText: Int32 = 0
    var times: Int32 = 0, authors: Int32 = 0, actions: Int32 = 0, names: Int32 = 0, headings: Int32 = 0, teasers: Int32 = 0
}

extension [Sums] {
    /// Bytes of the text that a node is.
    fileprivate func text(_ node: Int) -> Int32 { self[node + 1].text - self[node].text }
}

/// `style="display: none"`; an element with the attribute `hidden` is hidden, too.
private func hides(_ style: ArraySlice<UInt8>) -> Bool { style.contains(displayNone[0]) || style.contains(displayNone[1]) }

private let displayNone = ["display:none", "display: none"].map { Array($0.utf8) }

/// Headings that are the subjects of answers and no titles: "Re: …", and what most headings of a page say.
private struct Subjects {
    private var answers: Set<Int> = []

    init(_ headings: [Int], _ document: HTMLDocument) {
        // By what they say, white space and capitals aside.
        var same: [UInt64: [Int]] = [:]
        for heading in headings {
            guard let text = document.subtree(heading).first(where: { document.isText($0) && document.textBytes($0).contains { $0 > 0x20 } }) else { continue }
            var words = document.textBytes(text).drop { $0 <= 0x20 }
            // "[list] Re: …"
            if words.first == 0x5B, let close = words.firstIndex(of: 0x5D) { words = words[(close + 1)...].drop { $0 <= 0x20 } }
            if Subjects.openers.contains(words.prefix(2).map { $0 | 0x20 }), let colon = words.dropFirst(2).first(where: { $0 > 0x20 && $0 != 0xC2 && $0 != 0xA0 }), colon == 0x3A {
                answers.insert(heading)
                words = words.drop { $0 != 0x3A }.dropFirst()
            }
            // Digits and all: "Version 2.3" and "Version 2.4" are two titles.
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325
            for byte in words where byte > 0x20 { hash = (hash ^ UInt64(byte | 0x20)) &* 0x100_0000_01b3 }
            same[hash, default: []].append(heading)
        }
        for group in same.values where group.count >= 3 && group.count * 2 >= headings.count { answers.formUnion(group) }
    }

    func isRepeated(_ heading: Int) -> Bool { answers.contains(heading) }

    private static let openers: Set<[UInt8]> = Set(["re", "aw", "sv"].map { Array($0.utf8) })
}

/// Links that a list of articles has and a comment has not: titles that lead to pages of their own, "Read more", "12 comments".
/// A line that stands on the page three times and more is a button ("Improve this answer") and no title.
private func teasers(_ links: [Int], _ document: HTMLDocument, _ sums: [Sums], _ hints: [Hints], _ subjects: Subjects) -> [Int] {
    var sure: [Int] = []
    var lines: [(link: Int, label: UInt64?)] = []
    var counts: [UInt64: Int] = [:]
    for link in links where !hints[link].contains(.profile) {
        let size = sums[document.end(link)].text - sums[link].text
        guard size >= 4, let parent = document.parent(link) else { continue }
        let holder = isHeadingName(document.name(parent)) ? parent : document.parent(parent) ?? parent
        let heading = isHeadingName(document.name(holder)) ? holder : nil
        guard let inner = document.subtree(link).first(where: { document.isText($0) && sums[$0 + 1].text > sums[$0].text }) else { continue }
        let isLabel = size <= 30 && Labels.isTeaser(document.textBytes(inner))
        // A short link that heads nothing can but be one of the known labels.
        guard isLabel || heading != nil || size >= 14, let href = document.attributeBytes(link, .href), !href.isEmpty, !href.starts(with: "javascript".utf8) else { continue }
        if isLabel, href.count > 1 {
            sure.append(link)
            continue
        }
        guard isPage(href) else { continue }
        if hints[parent].contains(.author), size <= 40 { continue }
        if let heading {
            // "Re: …" heads an answer, and "jo" that leads to "/jo/" is who wrote.
            if !subjects.isRepeated(heading), !(sums.text(inner) == size && isHandle(document.textBytes(inner), href)) { sure.append(link) }
            continue
        }
        // Alone on its line, and of several words.
        guard size >= 14, isOfSeveralWords(document.textBytes(inner)), isLineEdge(link, document, sums, before: true),
            isLineEdge(link, document, sums, before: false)
        else { continue }
        let label = LabelTable.hash(of: document.textBytes(inner))
        lines.append((link, label))
        if let label { counts[label, default: 0] += 1 }
    }
    return (sure + lines.filter { $0.label.map { counts[$0, default: 0] < 3 } ?? true }.map(\.link)).sorted()
}

/// "Version 2.4": no one's name.
private func holdsVersion(_ text: ArraySlice<UInt8>) -> Bool {
    text.indices.dropFirst().dropLast().contains { text[$0] == 0x2E && text[$0 - 1] &- 0x30 < 10 && text[$0 + 1] &- 0x30 < 10 }
}

/// "Plum cake" above "by Jo": the heading is no name.
private func isSigned(_ heading: Int, _ document: HTMLDocument) -> Bool {
    let end = document.end(heading)
    guard let next = (end..<min(end + 6, document.count)).first(where: { document.isText($0) && document.visibleBytes($0) > 0 }) else { return false }
    let words = document.textBytes(next).drop { $0 <= 0x20 }
    return signers.contains { words.starts(with: $0) }
}

private let signers = ["by ", "By ", "von ", "Von ", "par ", "Par ", "por ", "Por ", "от "].map { Array($0.utf8) }

/// Three words and more; a script that leaves no blanks between them writes three in some eighteen bytes.
private func isOfSeveralWords(_ text: ArraySlice<UInt8>) -> Bool {
    var words = 0, isOpen = false
    for byte in text where (byte > 0x20) != isOpen {
        isOpen.toggle()
        if isOpen { words += 1 }
    }
    return words >= 3 || text.count { $0 >= 0xE3 && $0 < 0xF0 } >= 6
}

private func isHeadingName(_ name: Name) -> Bool { name == .h1 || name == .h2 || name == .h3 || name == .h4 }

/// Whether nothing stands on the line of an element before (or behind) it.
private func isLineEdge(_ node: Int, _ document: HTMLDocument, _ sums: [Sums], before: Bool) -> Bool {
    guard let parent = document.parent(node) else { return true }
    var edge: Int?
    for child in document.children(parent) {
        if before ? child >= node : child <= node { if before { break } else { continue } }
        if document.isText(child), sums[child + 1].text == sums[child].text { continue }
        edge = child
        if !before { break }
    }
    guard let edge else { return Flow(document.name(parent)) != .inline || isLineEdge(parent, document, sums, before: before) }
    let flow = Flow(document.name(edge))
    return !document.isText(edge) && flow != .inline
}
