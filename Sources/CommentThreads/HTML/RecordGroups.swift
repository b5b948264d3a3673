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
    /// Bytes of text in it that are neither in links nor say who and when.
    var prose = 0
    /// Whether its names, or what stands around it, say that these are comments; else only its shape does.
    var isNamed = true
    /// Those members that stand under a heading for trackbacks.
    var pings: Set<Int> = []
}

extension RecordGroup {
    /// Whether records are stretches of siblings and not elements.
    func isFlat(_ document: HTMLDocument) -> Bool { zip(members, ends).contains { document.end($0) != $1 } }

    /// Takes trackbacks of the same list in, each at its place.
    mutating func take(pings found: [(start: Int, end: Int)]) {
        guard !found.isEmpty else { return }
        let all = (Array(zip(members, ends)) + found.map { ($0.start, $0.end) }).sorted { $0.0 < $1.0 }
        members = all.map(\.0)
        ends = all.map(\.1)
        pings = Set(found.map(\.start))
    }
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
        static let threaded = 0.7
        static let heading = 0.7
        static let teaser = -1.3
        static let aside = -1.2
        static let link = -1.0
        /// A group needs this much for each member.
        static let threshold = 1.6
    }

    /// The group of elements that looks most like comments; `nil` where none does.
    func best() -> RecordGroup? {
        var best: RecordGroup?
        let (named, alike, dividers) = candidates()
        // What only begins alike may be anything: those without a name and a time of their own are none of the group.
        let candidates = named + alike.compactMap(withoutStrangers)
        for members in candidates {
            let whole = score(members, ends: members.map(document.end))
            var better = whole
            // A heading alone may look like a record, for its name and its time: with the words below it, it is one. What has most of the words
            // without them is whole, and answers stand below.
            if let flat = flat(members), flat.score >= 0.8 * (whole?.score ?? 0), flat.prose * 2 > (whole?.prose ?? 0) * 3 { better = flat }
            if better == nil, let inner = withoutFrame(members) { better = score(inner, ends: inner.map(document.end)) }
            // Plain paragraphs and rows: those that hold a time, and paragraphs of them few words besides ("ten years ago" is said in a sentence),
            // close, or open, the records of the others.
            let dated = members.filter { member in
                let nodes = document.subtree(member)
                return signals.timeCount(nodes) > 0 && signals.textSize(nodes) < 160 && (document.name(member) != .p || signals.textSize(nodes) - signals.metaTextSize(nodes) < 48)
            }
            if dated.count >= 2, dated.count * 5 < members.count * 4, let flat = flat(dated), flat.score > (better?.score ?? 0) { better = flat }
            if let group = better { take(group, if: &best) }
        }
        for members in dividers { if let group = flat(members) { take(group, if: &best) } }
        let whole = best.map { withCompanions(withHosts(unwrapped(widened($0, among: candidates)), among: named), among: candidates) }
        // The cells of a list of the newest comments of a site look like a discussion, until one sees the whole rows.
        return whole.flatMap { areOfSomethingElse($0) ? nil : withOpener($0) }
    }

    private func take(_ group: RecordGroup, if best: inout RecordGroup?) {
        guard !areOfSomethingElse(group) else { return }
        guard let current = best else {
            best = group
            return
        }
        // A line with a name and a time is less than what holds it together with the words it introduces.
        if introduces(current, group) {
            best = group
            return
        }
        if introduces(group, current) { return }
        // And so is a cell of what holds one cell for who and one for what.
        if areParts(current, of: group) {
            best = group
            return
        }
        if areParts(group, of: current) { return }
        // Of two groups that say the same, the outer one: it holds the answers, too.
        if group.score > current.score * 1.02 || (group.score > current.score * 0.98 && encloses(group.members, current.members)) { best = group }
    }

    /// Elements that share a name: each class word and each pattern of ids makes one group (two words of one shape, "post post-12", make one member); nameless ones those of one parent, and those
    /// that begin alike wherever they stand. And apart from these, elements that may head or part the records of a flat list.
    private func candidates() -> (named: [[Int]], alike: [[Int]], dividers: [[Int]]) {
        var groups = NodeGroups(), alike = NodeGroups(), dividers = NodeGroups()
        // Of each class, the words that may make a group.
        let words = document.classValues.map { value in
            var words: [UInt64] = []
            forEachToken(document.bytes[value]) { token in
                let (hash, size) = nameHash(token)
                if size > 0, !isLayoutWord(token) { words.append(hash) }
            }
            return words
        }
        let common = commonWords(words)
        let isAtomic = document.classValues.map { isAtomicClass(document.bytes[$0]) }
        let isItemized = document.attributes.contains { $0.name == .itemprop || $0.name == .itemtype || $0.name == .typeof }
        for node in 0..<document.count where document.isElement(node) && !signals.hidden.contains(node) {
            let name = document.name(node), tag = UInt64(name.rawValue)
            if RecordFinder.dividers.contains(name), let parent = document.parent(node) {
                var key = UInt64(parent) &* 1_000_003 &+ tag
                // "Name:", "Date:", "Message:" : one of the three parts the records. The word stands right there: elements left open hold each other.
                if name == .b || name == .strong, let text = document.subtree(node).prefix(4).first(where: document.isText), document.textBytes(text).last == 0x3A {
                    key = key &* 31 &+ nameHash(document.textBytes(text)).hash
                }
                dividers.insert(node, key: key)
            }
            guard signals.textSize(document.subtree(node)) >= 2, !RecordFinder.neverRecords.contains(name) else { continue }
            var isNamed = false
            if document.hasAttributes(node) {
                let number = document.classNumber(node)
                if let number {
                    for word in words[number] { groups.insert(node, key: word &* 31 &+ tag) }
                    isNamed = words[number].contains { !common.contains($0) } && !isAtomic[number]
                }
                if let value = document.attributeBytes(node, .id), value.contains(where: { (0x30...0x39).contains($0) }) {
                    groups.insert(node, key: nameHash(value).hash &* 37 &+ tag &+ 7)
                    isNamed = true
                }
                if isItemized, let value = document.attributeBytes(node, .itemprop) ?? document.attributeBytes(node, .itemtype) ?? document.attributeBytes(node, .typeof) {
                    groups.insert(node, key: nameHash(value).hash &* 41 &+ tag &+ 11)
                }
                // Of layout words alone: all of them together may tell an element from others.
                if !isNamed, number != nil { groups.insert(node, key: signals.shape(node) &* 59 &+ 19) }
            }
            if name.isForeign { groups.insert(node, key: tag &* 43 &+ 17) }
            if !isNamed, let parent = document.parent(node) {
                groups.insert(node, key: UInt64(parent) &* 1_000_003 &+ tag &+ 13)
                if let beginning = beginning(node) { alike.insert(node, key: beginning &* 47 &+ tag) }
            }
        }
        return (groups.lists(), alike.lists(atLeast: 2), dividers.lists(atLeast: 2))
    }

    /// Class words that two elements of five carry: they tell none from the others.
    private func commonWords(_ words: [[UInt64]]) -> Set<UInt64> {
        var uses = [Int](repeating: 0, count: words.count), elements = 0
        for node in 0..<document.count { if document.isElement(node), let number = document.classNumber(node) { uses[number] += 1; elements += 1 } }
        var counts: [UInt64: Int] = [:]
        for (number, own) in words.enumerated() where uses[number] > 8 { for word in own { counts[word, default: 0] += uses[number] } }
        return Set(counts.filter { $0.value > 60 && $0.value * 5 > elements * 2 }.keys)
    }

    /// The shapes of an element's first child, of that one's first child and so on, three deep; `nil` where it has no element in it.
    func beginning(_ node: Int) -> UInt64? {
        var hash: UInt64 = 0
        var at = node + 1, steps = 0
        let end = document.end(node)
        while at < end, steps < 3 {
            guard document.isElement(at) else {
                at += 1
                if signals.textSize(at - 1..<at) > 0 { break }
                continue
            }
            hash = hash &* 53 &+ signals.shape(at)
            steps += 1
            at += 1
        }
        return steps > 0 ? hash : nil
    }

    func score(_ members: [Int], ends: [Int], names: [Int]? = nil) -> RecordGroup? {
        guard members.count <= 200_000 else { return nil }
        // Cheap sums first: a group without times and authors is none.
        let whole = members[0]..<ends[ends.count - 1]
        guard signals.timeCount(whole) + signals.authorCount(whole) > 0 else { return nil }
        var valid = 0, complete = 0, timed = 0, authored = 0, acted = 0, crowded = 0, dense = 0, teasing = 0, titled = 0, linked = 0
        var texts = 0, links = 0, proses = 0
        // Those with a few words and no time.
        var undated: [Int] = []
        let named = hints(of: names ?? members)
        let isNumbered = hasNumberedIDs(names ?? members)
        // Where the page itself calls and numbers them comments, "+1" is one, and so is a word that reads like a name.
        let leastProse = named.contains(.comment) && isNumbered ? 0 : 2
        // When one joined, wrote and changed it; among many, the quoted have times, too. What holds several comments has more, or there are few of it.
        let mostTimes = members.count >= 8 ? 6 : 3
        var nested = NestedSums(members: members, signals: signals)
        for (member, end) in zip(members, ends) {
            let own = nested.own(member, end: end)
            let prose = own.prose
            let hasAuthor = own.authors > 0 || own.names > 0
            guard own.text >= 4 || own.text > own.link && hasAuthor else { continue }
            texts += own.text
            links += own.link
            proses += prose
            if own.times > 0 { timed += 1 } else if prose >= 12 { undated.append(member) }
            if hasAuthor { authored += 1 }
            if own.actions > 0 { acted += 1 }
            if own.teasers > 0 { teasing += 1 }
            if own.headings > 0 { titled += 1 }
            if own.times > mostTimes { crowded += 1 }
            if own.times > 3 { dense += 1 }
            if own.isLinkedTitle { linked += 1 }
            if (own.times > 0 || hasAuthor), prose >= leastProse || own.times == 1 && own.teasers == 0 && own.words >= leastProse {
                valid += 1
                if own.times > 0, hasAuthor { complete += 1 }
            }
        }
        guard valid > 0, Double(valid) >= 0.6 * Double(members.count) else { return nil }
        let count = Double(members.count)
        func share(_ part: Int) -> Double { Double(part) / count }
        // Where nothing says when, people's words inside others' are comments all the same; those who talk with each other come back.
        let isThreaded = !named.contains(.comment) && members.count >= 3 && timed * 2 < members.count && authored * 10 >= members.count * 6 && crowded == 0 && proses >= 30 * members.count
            && areNested(undated, in: members) && (acted * 2 >= members.count || comeBack(members, ends))
        var quality = Weight.time * share(timed) + Weight.author * share(authored) + Weight.action * share(acted)
        if named.contains(.comment) { quality += Weight.commentName }
        if named.contains(.post) || named.contains(.reply) { quality += Weight.postName }
        if isNumbered { quality += Weight.numberedID }
        if isInCommentSection(members[0]) { quality += Weight.commentName * 0.6 }
        // There a subject may be a link to the comment's own page; and what each can be answered is no list of articles.
        let areAnswerable = timed == members.count && acted == members.count
        // Who wrote may stand far from when: what each can be answered, and has no title, people wrote.
        if areAnswerable, members.count >= 3, teasing == 0, titled == 0 { quality += Weight.action }
        if isThreaded { quality += Weight.threaded } else if !areAnswerable { quality += Weight.teaser * share(teasing) }
        // Beside the article stand the latest words of an account, with buttons and all; what has ids of its own as well is a discussion.
        if named.contains(.aside) || isAside(members[0]), !(areAnswerable && isNumbered) { quality += Weight.aside * (named.contains(.comment) && share(timed) > 0.8 ? 0.4 : 1) }
        if texts > 0 { quality += Weight.link * max(0, Double(links) / Double(texts) - 0.35) * 2 }
        quality -= share(crowded) * 0.8
        // Articles have authors and dates, too: few records, or records under headings that are links, must be plainly comments.
        let heading = quality >= Weight.threshold - Weight.heading ? commentHeading(above: members[0]) : nil
        let isHeaded = heading != nil
        if isHeaded { quality += Weight.heading }
        // "1 comment" above one.
        let isCounted = members.count <= 3 && heading.flatMap(CommentCount.read) == members.count && timed == members.count && authored == members.count
        if isCounted { quality += Weight.heading }
        let isPlain = named.contains(.comment) || (isHeaded && members.count >= 3) || isCounted || isInCommentSection(members[0])
        // One alone that holds fields to fill in is the form.
        if members.count == 1 { guard isPlain, !isForm(members[0]), teasing == 0 || named.contains(.comment) && hasNumberedIDs(members) else { return nil } }
        // And one with three people's names beside times is a list.
        if members.count == 1, namesSeveral(members[0]..<ends[0]) { return nil }
        // Two lines with a name and a date each are the article's own byline.
        let isWhole = isHeaded && timed == members.count && authored == members.count
        if members.count <= 3, !named.contains(.comment), !isCounted, !isWhole { guard proses >= 30 * members.count else { return nil } }
        // Titles that lead to what they are of, and nothing beside them; a trackback is one that led here.
        if linked * 10 >= members.count * 6, !named.contains(.pingback), !(named.contains(.comment) && isNumbered) { return nil }
        // Titles with a few words, and headings that lead to what they head.
        if teasing * 10 >= members.count * 8, !areAnswerable, !isThreaded, proses < 30 * members.count || titled * 10 >= members.count * 8 && !named.contains(.comment) { return nil }
        if !isPlain {
            // Rows of names and results; what is dated over and over; what is sold.
            guard proses >= 12 * members.count, dense * 2 < members.count else { return nil }
            // One person's entries are no discussion.
            if members.count >= 3, !isThreaded, !areAnswerable { guard hasSeveralNames(members, ends) else { return nil } }
        }
        if !isPlain, !isThreaded, acted * 3 < members.count {
            guard members.count >= 3, authored * 10 >= members.count * 7, timed * 10 >= members.count * 7, teasing * 4 <= members.count, titled * 4 <= members.count,
                proses >= 30 * members.count, hasSeveralNames(members, ends)
            else { return nil }
        }
        let needed = members.count == 1 ? Weight.threshold + 1.1 : Weight.threshold
        guard quality >= needed else { return nil }
        if document.attributeBytes(members[0], .itemprop).map({ $0.elementsEqual(liveUpdate) }) ?? false { return nil }
        let textual = Double(proses) / count
        // Halves of records, one with the name and one with the time, count half.
        let weight = Double(valid + complete) / 2
        return RecordGroup(members: members, ends: ends, score: quality * weight * (textual < 5 ? 0.5 : 1), prose: proses, isNamed: isPlain)
    }

    /// Whether more than one person wrote, as far as can be seen: a list of one author's articles is no discussion.
    private func hasSeveralNames(_ members: [Int], _ ends: [Int]) -> Bool {
        let beside = namesBesideTimes(in: members[0]..<ends[ends.count - 1])
        var called: Set<String> = []
        if beside.count > 1 || beside.contains(where: NamesBesideTimes.isNobody) { return true }
        for (member, end) in zip(members, ends).prefix(24) {
            if let node = (member..<end).first(where: { signals.hints[$0].contains(.author) && (1...40).contains(signals.textSize(document.subtree($0))) }) { called.insert(document.line(node)) }
        }
        return called.count > 1 || beside.union(called).isEmpty && members.count >= 4
    }

    /// Whether some of the given members stand inside others, or in lists inside the lists of others.
    private func areNested(_ given: [Int], in members: [Int]) -> Bool {
        let holders = Set(members.compactMap(document.parent))
        let inner = given.count { document.ancestors($0).dropFirst().prefix(3).contains(where: holders.contains) }
        return inner >= 2 && inner * 10 >= members.count
    }

    /// Whether some person wrote more than one of the members, as far as can be seen.
    private func comeBack(_ members: [Int], _ ends: [Int]) -> Bool {
        var called: Set<String> = []
        for (member, end) in zip(members, ends).prefix(60) {
            guard let node = (member..<end).first(where: { signals.hints[$0].contains(.author) && (1...80).contains(signals.textSize(document.subtree($0))) }) else { continue }
            if !called.insert(document.line(node)).inserted { return true }
        }
        return false
    }

    func namesBesideTimes(in nodes: Range<Int>) -> Set<String> { Set(signals.times(in: nodes).compactMap { signals.names.beside($0.node)?.name }) }

    func hints(of members: [Int]) -> Hints {
        // What nearly all of them are called.
        var shared = Hints(rawValue: .max)
        for member in members.prefix(8) { shared.formIntersection(signals.hints[member]) }
        return shared
    }

    func hasNumberedIDs(_ members: [Int]) -> Bool {
        var ids: Set<[UInt8]> = []
        for member in members.prefix(12) {
            guard let id = document.attributeBytes(member, .id), id.contains(where: { (0x30...0x39).contains($0) }) else { return false }
            ids.insert(Array(id))
        }
        return ids.count == min(12, members.count)
    }

    func isInCommentSection(_ node: Int) -> Bool {
        var steps = 0
        for ancestor in document.ancestors(node) {
            if document.name(ancestor) == .body || steps > 6 { return false }
            if signals.hints[ancestor].contains(.comment) { return true }
            steps += 1
        }
        return false
    }

    /// The heading of a comment section that is the nearest text before a node.
    func commentHeading(above node: Int) -> String? {
        var seen = 0, at = node - 1
        while at > 0, seen < 3, node - at < 60 {
            if document.isText(at), !signals.hidden.contains(at), signals.textSize(at..<at + 1) > 1 {
                let holder = document.parent(at) ?? at
                let line = signals.textSize(document.subtree(holder)) <= 80 ? document.line(holder) : document.plainText(at)
                if CommentCount.isHeading(line), CommentCount.read(line) != nil || !isColumnHead(holder) { return line }
                seen += 1
            }
            at -= 1
        }
        return nil
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

    private static let neverRecords = NameSet([
        .a, .span, .b, .i, .strong, .em, .img, .body, .html, .head, .form, .button, .h1, .h2, .h3, .h4, .h5, .h6, .time, .font, .small,
        .cite, .label, .ul, .ol, .tbody, .thead, .nav, .header, .footer, .document, .abbr, .code, .pre, .td, .th, .noscript, .svg, .br, .hr, .figure, .figcaption,
    ])

    /// Elements that may head the records of a flat list, or part them.
    private static let dividers = NameSet([.h2, .h3, .h4, .h5, .h6, .hr, .b, .strong])
}

/// An entry of a running report (schema.org/LiveBlogPosting).
private let liveUpdate = Array("liveBlogUpdate".utf8)
