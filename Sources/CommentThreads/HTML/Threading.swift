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

    private var document: HTMLDocument { signals.document }

    func read() -> Threading {
        if case .some(Platform.Threading.none) = platform?.threading { return Threading(parents: nothing, evidence: .init(rawValue: "nesting")) }
        if case .some(.indent(let selector)) = platform?.threading {
            return Threading(parents: parents(byLevel: widths(selector)), evidence: .init(rawValue: "indentation"))
        }
        if levels.count == records.count, Set(levels).count > 1 { return Threading(parents: parents(byLevel: levels), evidence: .init(rawValue: "indentation")) }
        let depths = self.depths(attributes: depthAttributes.compactMap(document.nameOf))
        if let depths, Set(depths).count > 1 { return Threading(parents: parents(byLevel: depths), evidence: .init(rawValue: "depth-class")) }
        let nested = nesting()
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
        if let depths = all(depthClass) { return depths }
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
        return parents.contains { $0 != nil } ? parents : containers()
    }

    /// Answers in a container that follows what they answer (`div.comment` + `div.indented`): the parent is the nearest earlier record
    /// that stands higher in the tree and whose parent element also holds this one.
    private func containers() -> [Int?] {
        var parents = nothing
        var open: [(record: Int, holder: Int, depth: Int)] = []
        var named = 0
        let depths = records.map { document.ancestors($0).reduce(0) { count, _ in count + 1 } }
        for (index, record) in records.enumerated() {
            while let last = open.last, !(document.contains(last.holder, record) && last.depth < depths[index]) { open.removeLast() }
            if let last = open.last {
                parents[index] = last.record
                if let container = document.ancestors(record).first(where: { document.parent($0) == last.holder }),
                    !signals.hints[container].isDisjoint(with: [.children, .reply, .depth]) || document.name(container) == .ul
                        || document.name(container) == .ol || document.name(container) == .blockquote || document.name(container) == .dl
                {
                    named += 1
                }
            }
            open.append((index, document.parent(record) ?? 0, depths[index]))
        }
        let found = parents.count { $0 != nil }
        guard found > 0 else { return parents }
        let distinct = Set(parents.compactMap { $0 }).count
        return named * 2 >= found || (distinct >= 2 && found * 10 <= records.count * 9) ? parents : nothing
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
