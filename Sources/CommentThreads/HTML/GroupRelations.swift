internal import Markup

/// How groups of one page stand to each other: one may be the heads of another, its parts, the remarks inside it, or only wrapped in it.
extension RecordFinder {
    /// Whether the inner group's elements are the heads of the outer one's.
    func introduces(_ inner: RecordGroup, _ outer: RecordGroup) -> Bool {
        outer.members.count <= inner.members.count && outer.prose > inner.prose * 3 && outer.score > inner.score * 0.6
            && encloses(outer.members, inner.members)
    }

    /// The group with the records of another name that lie inside its own: remarks below an answer, an owner's answer below a review.
    func withCompanions(_ group: RecordGroup, among candidates: [[Int]]) -> RecordGroup {
        guard !group.isFlat(document) else { return group }
        var whole = group
        // Only what has a name of its own: each nameless list inside a record would be a candidate else.
        // The most numerous first: what holds several answers together is none.
        for members in candidates.sorted(by: { ($1.count, $0[0]) < ($0.count, $1[0]) }) where members.count < group.members.count * 20 && hasNameOfItsOwn(members) {
            let inner = members.filter { signals.timeCount(document.subtree($0)) > 0 }
            guard inner.count * 10 >= members.count * 9, !members.contains(where: isQuote), let first = inner.first, first > whole.members[0],
                inner.allSatisfy({ signals.nameCount(document.subtree($0)) + signals.authorCount(document.subtree($0)) > 0 }),
                inner.count(where: { signals.textSize(document.subtree($0)) >= 20 }) * 10 >= inner.count * 8
            else { continue }
            guard !inner.contains(where: { isMember($0, of: whole.members) }) else { continue }
            var union = whole
            union.members = (whole.members + inner).sorted()
            union.ends = union.members.map(document.end)
            // Nothing of what makes the outer ones records may lie in the inner ones, and none of these in no other.
            // And what lies once in nearly every outer one is a part of it.
            guard inner.count * 10 < whole.members.count * 8 || !holdsOneEach(whole.members, inner), holdsWithin(whole.members, inner), areAllWhole(union, with: Set(inner)) else { continue }
            whole = union
        }
        return whole
    }

    /// Whether elements are called something, or are the items of lists that are.
    private func hasNameOfItsOwn(_ members: [Int]) -> Bool {
        if document.name(members[0]).isForeign || document.attributeBytes(members[0], .class).map({ !isAtomicClass($0) }) ?? false { return true }
        guard document.name(members[0]) == .li, let list = document.parent(members[0]), document.attributeBytes(list, .class) != nil else { return false }
        let shape = signals.shape(list)
        return members.allSatisfy { document.parent($0).map(signals.shape) == shape }
    }

    func withoutStrangers(_ members: [Int]) -> [Int]? {
        let whole = members[0]..<(members.map(document.end).max() ?? 0)
        guard signals.timeCount(whole) > 0 else { return nil }
        var kept = members
        // What held others together is seen to hold nothing itself once those are counted apart.
        var nested = NestedSums(members: members, signals: signals)
        kept.removeAll { member in
            let own = nested.own(member, end: document.end(member))
            return own.times == 0 || own.names + own.authors == 0 && !beginsWithName(member)
        }
        // A row of the page's frame that holds the whole list, whose own rows hold none of each other, is no record.
        if kept.count > 3, document.contains(kept[0], kept[kept.count - 1]), !zip(kept.dropFirst(), kept.dropFirst(2)).contains(where: document.contains) { kept.removeFirst() }
        return kept.count >= 2 ? kept : nil
    }

    /// A list without the elements of the same name that stand before and behind it, as boards draw their head and their foot, where all others
    /// hold a name and a time; `nil` where there are none.
    func withoutFrame(_ members: [Int]) -> [Int]? {
        guard members.count >= 4 else { return nil }
        func isStranger(_ member: Int) -> Bool { signals.timeCount(document.subtree(member)) == 0 || signals.nameCount(document.subtree(member)) == 0 }
        let head = members.prefix(3).prefix(while: isStranger).count, foot = members.suffix(3).reversed().prefix(while: isStranger).count
        guard head + foot > 0, members.count - head - foot >= 3 else { return nil }
        let inner = Array(members[head..<members.count - foot])
        return inner.contains(where: isStranger) ? nil : inner
    }

    /// Whether the first words of an element could be a name, and stand in an element of their own.
    private func beginsWithName(_ member: Int) -> Bool {
        guard let text = document.subtree(member).first(where: { document.isText($0) && signals.textSize($0..<$0 + 1) > 0 }), document.parent(text) != member else { return false }
        return NamesBesideTimes.name(in: document.textBytes(text)) != nil
    }

    private func holdsWithin(_ outer: [Int], _ inner: [Int]) -> Bool {
        var open: [Int] = []
        var next = 0
        for element in inner {
            while next < outer.count, outer[next] <= element {
                open.append(outer[next])
                next += 1
            }
            while let last = open.last, !document.contains(last, element) { open.removeLast() }
            guard !open.isEmpty else { return false }
        }
        return true
    }

    private func isQuote(_ node: Int) -> Bool {
        if document.name(node) == .blockquote || signals.hints[node].contains(.quote) { return true }
        return document.ancestors(node).prefix(3).contains { document.name($0) == .blockquote || signals.hints[$0].contains(.quote) }
    }

    /// Whether each member has a time, a name and words of its own. "+1" is an answer, too, but a list of labels is none: most that come in say more.
    private func areAllWhole(_ group: RecordGroup, with added: Set<Int>) -> Bool {
        var nested = NestedSums(members: group.members, signals: signals)
        var brief = 0
        for (member, end) in zip(group.members, group.ends) {
            let own = nested.own(member, end: end)
            if own.times == 0 || own.times > 3 || own.names + own.authors == 0 || own.prose < 1 { return false }
            if own.prose < 12, added.contains(member) { brief += 1 }
        }
        return brief * 2 < added.count
    }

    /// The outermost elements that hold one member each: what carries the author, the time and the words of one comment together,
    /// where the best group was only its header or its text.
    func widened(_ group: RecordGroup, among candidates: [[Int]]) -> RecordGroup {
        guard group.members.count > 1, !group.isFlat(document) else { return group }
        var widest = group
        for members in candidates where members.count >= widest.members.count && members.count * 10 <= widest.members.count * 11 + 10 {
            guard members[0] <= widest.members[0], members != widest.members, holdsOneEach(members, widest.members) else { continue }
            widest.members = members
            widest.ends = members.map(document.end)
        }
        return widest
    }

    /// The group without nameless wrappers: where an answer stands alone in an element of its own beside what it answers, that element is none
    /// of the records; what it holds begins as they do.
    func unwrapped(_ group: RecordGroup) -> RecordGroup {
        guard group.members.count > 2, !group.isFlat(document), document.classNumber(group.members[0]) == nil else { return group }
        let beginnings = group.members.map(beginning)
        var counts: [UInt64: Int] = [:]
        for case let beginning? in beginnings { counts[beginning, default: 0] += 1 }
        guard let usual = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), usual.value * 2 > group.members.count, usual.value < group.members.count else { return group }
        var whole = group
        for (place, member) in group.members.enumerated() where beginnings[place] != usual.key {
            guard let only = document.elements(member).first(where: { _ in true }), document.name(only) == document.name(member), beginning(only) == usual.key,
                signals.textSize(document.subtree(only)) == signals.textSize(document.subtree(member)), !isMember(only, of: group.members)
            else { continue }
            (whole.members[place], whole.ends[place]) = (only, document.end(only))
        }
        return whole
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

    /// Whether the first and the last of the inner elements lie in some of the outer ones.
    func encloses(_ outer: [Int], _ inner: [Int]) -> Bool {
        guard outer.count >= inner.count, let first = inner.first, let last = inner.last else { return false }
        return document.ancestors(first).contains { isMember($0, of: outer) } && (isMember(last, of: outer) || document.ancestors(last).contains { isMember($0, of: outer) })
    }

    private func isMember(_ node: Int, of sorted: [Int]) -> Bool {
        var low = 0, high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < node { low = middle + 1 } else { high = middle }
        }
        return low < sorted.count && sorted[low] == node
    }

    /// Whether the inner group's elements are parts of the outer one's: each outer element holds the same row of differently named ones, such as
    /// a cell for who and a cell for what.
    func areParts(_ inner: RecordGroup, of outer: RecordGroup) -> Bool {
        guard outer.members.count >= 3, inner.members.count * 10 >= outer.members.count * 18, !inner.isFlat(document), !outer.isFlat(document) else { return false }
        var rows: [[UInt64]] = []
        var next = 0, strays = 0
        // The form to answer with may be made of the same parts.
        let mostStrays = max(2, outer.members.count / 10)
        for holder in outer.members {
            let end = document.end(holder)
            while next < inner.members.count, inner.members[next] <= holder { (next, strays) = (next + 1, strays + 1) }
            var row: [UInt64] = []
            while next < inner.members.count, inner.members[next] < end {
                row.append(signals.shape(inner.members[next]))
                let past = document.end(inner.members[next])
                while next < inner.members.count, inner.members[next] < past { next += 1 }
                if row.count > 4 { return false }
            }
            rows.append(row)
        }
        guard strays + inner.members.count - next <= mostStrays, let usual = rows.dropFirst().first, usual.count >= 2, Set(usual).count == usual.count || hints(of: outer.members).contains(.comment) && hasNumberedIDs(outer.members) else { return false }
        return rows.count { $0 == usual } * 10 >= rows.count * 8
    }

    /// The group with the records that its own lie inside: answers, each with the remarks below it.
    func withHosts(_ group: RecordGroup, among candidates: [[Int]]) -> RecordGroup {
        guard !group.isFlat(document), group.members.count >= 2, let last = group.members.last else { return group }
        for hosts in candidates where hosts.count >= 2 && hosts.count <= group.members.count * 8 && hosts[0] < group.members[0] {
            guard !isMember(hosts[0], of: group.members), let end = hosts.map(document.end).max(), last < end, holdsWithin(hosts, group.members),
                !zip(hosts, hosts.dropFirst()).contains(where: document.contains)
            else { continue }
            let union = (hosts + group.members).sorted()
            guard Set(union).count == union.count else { continue }
            var nested = NestedSums(members: union, signals: signals)
            var whole = 0, titled = 0
            for member in union {
                let own = nested.own(member, end: document.end(member))
                guard !isMember(member, of: group.members) else { continue }
                if (1...8).contains(own.times), own.names + own.authors > 0, own.prose >= 30 { whole += 1 }
                if own.headings + own.teasers > 0 { titled += 1 }
            }
            // Articles with their comments below stand under titles.
            let areWhole = whole * 10 >= hosts.count * 8 && titled * 2 < hosts.count
            if areWhole { return RecordGroup(members: union, ends: union.map(document.end), score: group.score, prose: group.prose, isNamed: group.isNamed) }
        }
        return group
    }
}
