internal import DiscourseModel
internal import Markup

/// Which earlier record each record answers, as the structure of the page shows it, and what shows it.
struct Threading: Sendable {
    var parents: [Int?]
    var evidence: Reply.Evidence

    /// Whether the structure shows any reply at all.
    var isThreaded: Bool { parents.contains { $0 != nil } }
}

/// Reads the tree out of the page's structure: depth classes first (they tell the truth where nesting lies), then indentation, then nesting.
struct ThreadingReader {
    let signals: Signals
    let platform: Platform?
    let records: [Int]
    /// The common ancestor of all records.
    let section: Int
    /// How deep each record is set in, where the platform itself says it.
    var levels: [Int] = []
    /// Elements of the records' own name that only hold others together.
    var frames: Set<Int> = []

    private var document: HTMLDocument { signals.document }

    func read() -> Threading {
        if case .some(Platform.Threading.none) = platform?.threading { return Threading(parents: nothing, evidence: .init(rawValue: "nesting")) }
        if case .some(.indent(let selector)) = platform?.threading {
            return Threading(parents: parents(byLevel: widths(selector)), evidence: .init(rawValue: "indentation"))
        }
        if levels.count == records.count, Set(levels).count > 1 { return Threading(parents: parents(byLevel: levels), evidence: .init(rawValue: "indentation")) }
        let depths = self.depths(attributes: depthAttributes.compactMap(document.nameOf))
        if let depths, Set(depths).count > 1 { return Threading(parents: parents(byLevel: depths), evidence: .init(rawValue: "depth-class")) }
        let nested = answered(nesting())
        if nested.contains(where: { $0 != nil }) { return Threading(parents: nested, evidence: .init(rawValue: "nesting")) }
        let widths = self.widths(nil)
        if Set(widths).count > 1 { return Threading(parents: parents(byLevel: widths), evidence: .init(rawValue: "indentation")) }
        return Threading(parents: nothing, evidence: .init(rawValue: "nesting"))
    }

    private var nothing: [Int?] { [Int?](repeating: nil, count: records.count) }

    /// The depth that each record states, or the element around it alone, in a class name or in one attribute; `nil` where some state none.
    private func depths(attributes: [Name]) -> [Int]? {
        func all(_ read: (Int) -> Int?) -> [Int]? {
            var depths: [Int] = []
            for (index, record) in records.enumerated() {
                guard let depth = read(record) ?? holder(of: record, next: index + 1 < records.count ? records[index + 1] : nil).flatMap(read) else { return nil }
                depths.append(depth)
            }
            return depths
        }
        if let depths = all(depthClass) ?? all({ depthProperty($0) ?? document.elements($0).first { _ in true }.flatMap(depthProperty) }) { return depths }
        for attribute in attributes {
            if let depths = all({ record in document.attribute(record, attribute).flatMap { Int($0) }.flatMap { (0...5_000).contains($0) ? $0 : nil } }) { return depths }
        }
        return nil
    }

    /// The element around a record that holds no other.
    private func holder(of record: Int, next: Int?) -> Int? {
        guard let parent = document.parent(record), parent != section, !document.contains(parent, section) else { return nil }
        if let next, document.contains(parent, next) { return nil }
        // An earlier record in it would be its first one.
        var low = 0, high = records.count
        while low < high {
            let middle = (low + high) / 2
            if records[middle] < parent { low = middle + 1 } else { high = middle }
        }
        return low < records.count && records[low] == record ? parent : nil
    }

    /// `depth-3`, `level_2`, `comment-depth-1`, `lvl2`: the number behind the word in a class name of the record.
    private func depthClass(_ record: Int) -> Int? {
        guard signals.hints[record].contains(.depth), let value = document.attributeBytes(record, .class) else { return nil }
        var depth: Int?
        forEachToken(value) { token in
            guard let last = token.last, (0x30...0x39).contains(last) else { return }
            let name = String(decoding: token, as: UTF8.self).lowercased()
            for word in ["depth", "level", "lvl", "indent"] {
                guard let at = name.range(ofSuffixAfter: word) else { continue }
                let rest = name[at...].drop { $0 == "-" || $0 == "_" }
                guard let number = Int(rest), number <= 5_000 else { continue }
                depth = depth ?? number
                return
            }
        }
        return depth
    }

    /// `style="--depth: 2"`: a property of the page's own that its style sheet reads.
    private func depthProperty(_ record: Int) -> Int? {
        guard let bytes = document.attributeBytes(record, .style), bytes.contains(ownProperty), let style = document.attribute(record, .style)?.lowercased() else { return nil }
        for word in ["depth", "level", "indent"] {
            guard let at = style.range(ofSuffixAfter: word + ":") else { continue }
            if let number = Int(style[at...].drop { $0 == " " }.prefix { $0.isNumber }), number <= 5_000 { return number }
        }
        return nil
    }

    /// The nearest earlier record of a smaller level is the parent.
    private func parents(byLevel levels: [Int]) -> [Int?] {
        var open: [(level: Int, record: Int)] = []
        return levels.enumerated().map { index, level in
            while let last = open.last, last.level >= level { open.removeLast() }
            let parent = open.last?.record
            open.append((level, index))
            return parent
        }
    }

    private func nesting() -> [Int?] {
        var parents = nothing
        var open: [Int] = []
        for (index, record) in records.enumerated() {
            while let last = open.last, !document.contains(records[last], record) { open.removeLast() }
            parents[index] = open.last
            open.append(index)
        }
        guard parents.contains(where: { $0 != nil }) else {
            let contained = containers()
            return contained.contains { $0 != nil } || frames.isEmpty ? contained : framed()
        }
        // Answers inside what they answer may stand in containers of their own.
        let contained = containers(within: parents)
        return contained.contains { $0 != nil } ? zip(contained, parents).map { $0 ?? $1 } : parents
    }

    /// Where some records stand in frames of their own name and others in none, the first in a frame is what the others in it answer.
    private func framed() -> [Int?] {
        var firsts: [Int: Int] = [:]
        var parents = nothing
        var isAlone = false
        for (index, record) in records.enumerated() {
            guard let frame = document.ancestors(record).first(where: frames.contains) else {
                isAlone = true
                continue
            }
            if let first = firsts[frame] { parents[index] = first } else { firsts[frame] = index }
        }
        return isAlone || firsts.count > 1 ? parents : nothing
    }

    /// Where the first record is called a question and others answers (schema.org/QAPage; class names of the larger systems), these answer it.
    private func answered(_ parents: [Int?]) -> [Int?] {
        guard let first = records.first, records.count > 1, isCalled(first, questionWord) else { return parents }
        var parents = parents
        for index in records.indices.dropFirst() where parents[index] == nil && isCalled(records[index], answerWord) { parents[index] = 0 }
        return parents
    }

    private func isCalled(_ record: Int, _ word: [UInt8]) -> Bool {
        document.hasToken(record, .class, word) || platform == nil && [Name.class, .id, .itemtype, .itemprop].contains { name in
            document.attributeBytes(record, name).map { ArraySlice($0.map { $0 | 0x20 }).contains(word) } ?? false
        }
    }

    /// Answers in a container that follows what they answer (`div.comment` + `div.indented`): the parent is the nearest earlier record
    /// that stands higher in the tree and whose parent element also holds this one.
    ///
    /// - Parameter outer: the records that hold each; then containers that are named for answers count, and those inside one record alone.
    private func containers(within outer: [Int?]? = nil) -> [Int?] {
        var parents = nothing
        var open: [(record: Int, holder: Int, depth: Int)] = []
        var named = 0, called = 0
        let depths = records.map { document.ancestors($0).reduce(0) { count, _ in count + 1 } }
        for (index, record) in records.enumerated() {
            while let last = open.last, !(document.contains(last.holder, record) && last.depth < depths[index]) { open.removeLast() }
            if let last = open.last, outer == nil || outer?[index] == outer?[last.record] && !document.contains(records[last.record], record) {
                let container = document.ancestors(record).first { document.parent($0) == last.holder }
                let isCalled = container.map { !signals.hints[$0].isDisjoint(with: [.children, .reply, .depth]) } ?? false
                let isNamed = isCalled || outer == nil && (container.map { isList(document.name($0)) } ?? false)
                if !(container.map(frames.contains) ?? false), isNamed || outer == nil {
                    parents[index] = last.record
                    if isNamed { named += 1 }
                    if isCalled { called += 1 }
                }
            }
            open.append((index, outer == nil ? holder(of: index) : document.parent(record) ?? 0, depths[index]))
        }
        let found = parents.count { $0 != nil }
        guard found > 0 else { return parents }
        let distinct = Set(parents.compactMap { $0 }).count
        // What all others are set in below is no comment that they answer, but what they are about.
        if distinct == 1, called == 0, found >= 3, found == records.count - 1 { return nothing }
        return named * 2 >= found || (distinct >= 2 && found * 10 <= records.count * 9) || standInThreads(depths) ? parents : nothing
    }

    /// Whether the section is a row of like elements, each with one comment at its head and, in some, deeper ones below it.
    private func standInThreads(_ depths: [Int]) -> Bool {
        var heads: [Int] = [], shapes: Set<UInt64> = [], end = 0
        for (index, record) in records.enumerated() {
            if record < end {
                guard let head = heads.last, depths[index] > head else { return false }
                continue
            }
            guard let thread = document.ancestors(record).first(where: { document.parent($0) == section }) else { return false }
            heads.append(depths[index])
            shapes.insert(signals.shape(thread))
            end = document.end(thread)
        }
        return heads.count >= 3 && shapes.count == 1 && Set(heads).count == 1
    }

    private func isList(_ name: Name) -> Bool { name == .ul || name == .ol || name == .blockquote || name == .dl }

    /// What holds a record and others: its parent, or where that is a nameless wrapper of it alone the first element that is not.
    private func holder(of index: Int) -> Int {
        let record = records[index]
        var holder = document.parent(record) ?? 0
        let before = index > 0 ? records[index - 1] : nil, after = index + 1 < records.count ? records[index + 1] : nil
        while holder != section, document.name(holder) == .div, let parent = document.parent(holder), !(before.map { document.contains(holder, $0) } ?? false), !(after.map { document.contains(holder, $0) } ?? false) { holder = parent }
        return holder
    }

    /// How far each record is set in, in the page's own units; 0 where it does not say.
    private func widths(_ selector: Selector?) -> [Int] {
        records.map { record in
            if let selector {
                for node in document.subtree(record).prefix(60) where document.isElement(node) && selector.matches(node, in: document) {
                    if let width = width(node) { return width }
                }
                return 0
            }
            if let width = style(record) { return width }
            for ancestor in document.ancestors(record) {
                if ancestor == section || document.contains(ancestor, section) { break }
                if let width = style(ancestor) { return width }
            }
            for node in document.subtree(record).prefix(30) {
                if let width = style(node) ?? (isSpacer(node) ? width(node) : nil) { return width }
            }
            return 0
        }
    }

    private func width(_ node: Int) -> Int? {
        for name in [Name.indent, .width] {
            if let value = document.attribute(node, name), let number = Int(value.prefix { $0.isNumber }) { return number }
        }
        return style(node)
    }

    private func isSpacer(_ node: Int) -> Bool {
        guard document.name(node) == .img, let source = document.attributeBytes(node, .src) else { return false }
        let small = source.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }[...]
        return spacerNames.contains { small.contains($0) }
    }

    /// `margin-left: 40px` or `padding-left: 2em` in the element's style, as a whole number of its unit.
    private func style(_ node: Int) -> Int? {
        guard document.isElement(node), document.attributeBytes(node, .style).map(mayIndent) ?? false,
            let style = document.attribute(node, .style)?.lowercased()
        else { return nil }
        for property in ["margin-left", "padding-left", "margin-inline-start", "text-indent"] {
            guard let at = style.range(ofSuffixAfter: property + ":") ?? style.range(ofSuffixAfter: property + " :") else { continue }
            let value = style[at...].drop { $0 == " " }.prefix { $0.isNumber || $0 == "." }
            if let number = Double(value) { return Int(number * (style[at...].prefix(12).contains("em") ? 16 : 1)) }
        }
        return nil
    }
}

/// Attributes that state how deep a comment stands (`aria-level` of a tree's items: WAI-ARIA 1.2).
private let depthAttributes = ["data-depth", "data-level", "aria-level", "data-indent", "data-comment-depth", "data-nesting-level", "data-nest-level", "data-thread-level", "data-lvl", "depth", "level"]

private let questionWord = Array("question".utf8), answerWord = Array("answer".utf8)
private let ownProperty = Array("--".utf8)

/// Pieces of the addresses of pictures that only take up room.
private let spacerNames = ["s.gif", "spacer", "blank.gif", "clear.gif", "pixel.gif", "trans"].map { Array($0.utf8) }

/// Whether a style may hold a property that sets its element in, before a string is made of it.
private func mayIndent(_ style: ArraySlice<UInt8>) -> Bool {
    style.withUnsafeBufferPointer { style in
        for at in style.indices {
            let first = style[at] | 0x20
            guard first == 0x6C || first == 0x73 || first == 0x69 else { continue }
            for word in indentWords where word[0] == first && style.count - at >= word.count {
                var same = 1
                while same < word.count, style[at + same] | 0x20 == word[same] { same += 1 }
                if same == word.count { return true }
            }
        }
        return false
    }
}

/// Pieces of the names of those properties.
private let indentWords = ["left", "start", "indent"].map { Array($0.utf8) }

extension StringProtocol {
    /// The place behind the first occurrence of `word`.
    func range(ofSuffixAfter word: String) -> Index? {
        let bytes = utf8, needle = word.utf8
        guard let first = needle.first else { return startIndex }
        var at = bytes.startIndex
        while let found = bytes[at...].firstIndex(of: first) {
            if bytes[found...].starts(with: needle) { return bytes.index(found, offsetBy: needle.count) }
            at = bytes.index(after: found)
        }
        return nil
    }
}
