internal import DiscourseModel
internal import Markup
internal import TimeExpressions

/// What one walk over a page tells the finder: where text, links, times and hints stand. Sums over a subtree cost nothing afterwards.
struct Signals: Sendable {
    let document: HTMLDocument
    /// By node.
    let hints: [Hints]
    /// Nodes that state a time: text nodes, and elements with a machine-readable one.
    let times: [(node: Int, time: TimeExpression)]
    /// Running sums up to each node, one more than there are nodes.
    private let text: [Int32]
    private let linkText: [Int32]
    private let timeMarks: [Int32]
    private let authorMarks: [Int32]
    private let actionMarks: [Int32]
    private let headingLinks: [Int32]
    /// Nodes inside scripts, styles, templates and form fields.
    let hidden: NodeSet

    init(_ document: HTMLDocument, times reader: TimeReader) {
        self.document = document
        let count = document.count
        var hints = [Hints](repeating: [], count: count)
        var text = [Int32](repeating: 0, count: count + 1)
        var linkText = text, timeMarks = text, authorMarks = text, actionMarks = text, headingLinks = text
        var times: [(node: Int, time: TimeExpression)] = []
        var hidden = NodeSet(capacity: count)
        var hiddenEnd = 0, linkEnd = 0, headingEnd = 0
        var sums: (text: Int32, link: Int32, time: Int32, author: Int32, action: Int32, heading: Int32) = (0, 0, 0, 0, 0, 0)
        for node in 0..<count {
            text[node] = sums.text
            linkText[node] = sums.link
            timeMarks[node] = sums.time
            authorMarks[node] = sums.author
            actionMarks[node] = sums.action
            headingLinks[node] = sums.heading
            if node < hiddenEnd {
                hidden.insert(node)
                continue
            }
            let name = document.name(node)
            if name == .text {
                let bytes = document.textBytes(node)
                let size = Int32(clamping: visibleBytes(bytes))
                sums.text += size
                if node < linkEnd { sums.link += size }
                if size > 0, bytes.count <= 240, let time = reader.first(in: bytes) {
                    times.append((node, time))
                    sums.time += 1
                }
                if size > 2, bytes.count <= 80, Labels.introducesAuthor(bytes) { sums.author += 1 }
                continue
            }
            if Flow(name) == .hidden, name != .document {
                hidden.insert(node)
                if name != .head { hiddenEnd = document.end(node) }
                continue
            }
            var found: Hints = []
            for attribute in [Name.class, .id, .itemprop, .rel] {
                if let value = document.attributeBytes(node, attribute) {
                    found.formUnion(attribute == .id && value.count > 64 ? [] : Hints.read(value))
                }
            }
            if name == .cite { found.insert(.author) }
            if name == .a {
                linkEnd = max(linkEnd, document.end(node))
                if node < headingEnd { sums.heading += 1 }
                if let href = document.attributeBytes(node, .href), isProfile(href) { found.insert([.author, .profile]) }
            }
            if name == .h1 || name == .h2 || name == .h3 { headingEnd = document.end(node) }
            if name == .time || found.contains(.time), let stated = document.attribute(node, .datetime) ?? document.attribute(node, .title),
                let stamp = Timestamp(iso8601: stated) ?? reader.first(in: stated)?.timestamp
            {
                times.append((node, TimeExpression(timestamp: stamp, range: 0..<stated.utf8.count, isRelative: false)))
                sums.time += 1
            }
            if found.contains(.author) { sums.author += 1 }
            if found.contains(.reply) { sums.action += 1 }
            hints[node] = found
        }
        text[count] = sums.text
        linkText[count] = sums.link
        timeMarks[count] = sums.time
        authorMarks[count] = sums.author
        actionMarks[count] = sums.action
        headingLinks[count] = sums.heading
        self.hints = hints
        self.times = times
        self.text = text
        self.linkText = linkText
        self.timeMarks = timeMarks
        self.authorMarks = authorMarks
        self.actionMarks = actionMarks
        self.headingLinks = headingLinks
        self.hidden = hidden
    }

    /// Bytes of visible text, white space left out.
    func textSize(_ nodes: Range<Int>) -> Int { Int(text[nodes.upperBound] - text[nodes.lowerBound]) }
    func linkTextSize(_ nodes: Range<Int>) -> Int { Int(linkText[nodes.upperBound] - linkText[nodes.lowerBound]) }
    func timeCount(_ nodes: Range<Int>) -> Int { Int(timeMarks[nodes.upperBound] - timeMarks[nodes.lowerBound]) }
    func authorCount(_ nodes: Range<Int>) -> Int { Int(authorMarks[nodes.upperBound] - authorMarks[nodes.lowerBound]) }
    func actionCount(_ nodes: Range<Int>) -> Int { Int(actionMarks[nodes.upperBound] - actionMarks[nodes.lowerBound]) }
    func headingLinkCount(_ nodes: Range<Int>) -> Int { Int(headingLinks[nodes.upperBound] - headingLinks[nodes.lowerBound]) }

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

private func visibleBytes(_ bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    for byte in bytes where byte > 0x20 { count += 1 }
    return count
}

/// Whether a link leads to a person's page, by the path words that platforms use for members.
private func isProfile(_ href: ArraySlice<UInt8>) -> Bool {
    guard href.count < 200 else { return false }
    for mark in profilePaths where href.contains(mark) { return true }
    return false
}

private let profilePaths: [[UInt8]] = [
    "/user/", "/users/", "/u/", "/member/", "/members/", "/profile", "/people/", "user?id=", "memberlist.php", "member.php", "/author/",
    "/~", "action=profile",
].map { Array($0.utf8) }
