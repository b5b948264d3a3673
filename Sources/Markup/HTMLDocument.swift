/// An HTML page as one flat, immutable arena of nodes in page order.
///
/// Invariants: node 0 is the root; a node's descendants are the nodes from the one after it up to `end`;
/// so its first child is the next node, and its next sibling stands at its `end`. Every offset lies inside `bytes`, which is valid UTF-8.
/// It never changes, so every stage may hold the one that was made: a reference, and not a copy of each of its parts.
public final class HTMLDocument: Sendable {
    public let nodes: [Node]
    public let attributes: [Attribute]
    /// Character data and attribute values, in page order.
    public let bytes: [UInt8]
    /// The values of the page's `class` attributes, each once, as bytes of `bytes`: what a class says is read once and not for each element.
    public let classValues: [Range<Int>]
    /// Names of elements and attributes that HTML does not know, by number from `Name.firstForeign`.
    package let foreignNames: [String]
    /// The limits that reading the page met, each in a sentence that says what they cost: shown to the reader.
    package let limits: [String]
    /// `false` where the parser got no memory, and the page ends before its end.
    package let isWhole: Bool

    public struct Node: Sendable {
        public var name: Name
        public var attributeCount: UInt16
        public var parent: Int32
        /// One past the last descendant.
        public var end: Int32
        /// Element: its first attribute. Text: its first byte.
        public var first: Int32
        /// Text: one past its last byte.
        public var last: Int32
        /// Bytes of the decoded page that the node was read from; an element's includes its end tag.
        public var sourceStart: Int32
        public var sourceEnd: Int32
    }

    public struct Attribute: Sendable {
        public var name: Name
        public var start: Int32
        public var end: Int32
        /// Of a `class`: which of `classValues` it is.
        public var value: Int32
    }

    init(_ parts: Parts) {
        nodes = parts.nodes
        attributes = parts.attributes
        bytes = parts.bytes
        classValues = parts.classValues
        foreignNames = parts.foreignNames
        limits = parts.limits
        isWhole = parts.isWhole
    }

    /// What a document is made of.
    struct Parts {
        var nodes: [Node] = []
        var attributes: [Attribute] = []
        var bytes: [UInt8] = []
        var classValues: [Range<Int>] = []
        var foreignNames: [String] = []
        var limits: [String] = []
        var isWhole = true
    }

    @inlinable public static var root: Int { 0 }

    @inline(__always) @inlinable public var count: Int { nodes.count }
    @inline(__always) @inlinable public func name(_ node: Int) -> Name { nodes[node].name }
    @inline(__always) @inlinable public func isText(_ node: Int) -> Bool { nodes[node].name == .text }
    @inline(__always) @inlinable public func isElement(_ node: Int) -> Bool { nodes[node].name.rawValue > Name.text.rawValue }
    /// Whether an element has any; `false` for text.
    @inline(__always) @inlinable public func hasAttributes(_ node: Int) -> Bool { nodes[node].attributeCount > 0 }
    @inline(__always) @inlinable public func end(_ node: Int) -> Int { Int(nodes[node].end) }
    /// The node and all below it.
    @inline(__always) @inlinable public func subtree(_ node: Int) -> Range<Int> { node..<Int(nodes[node].end) }
    /// `nil` for the root.
    @inline(__always) @inlinable public func parent(_ node: Int) -> Int? { node == 0 ? nil : Int(nodes[node].parent) }

    @inlinable public func children(_ node: Int) -> Children { Children(document: self, at: node + 1, end: end(node)) }
    /// Child nodes that are elements.
    @inlinable public func elements(_ node: Int) -> Elements { Elements(nodes: children(node)) }
    /// The node's ancestors, its parent first, the root last.
    @inlinable public func ancestors(_ node: Int) -> Ancestors { Ancestors(document: self, at: node) }

    @inline(__always) @inlinable public func contains(_ ancestor: Int, _ node: Int) -> Bool { ancestor <= node && node < end(ancestor) }

    public struct Children: Sequence, IteratorProtocol {
        @usableFromInline let document: HTMLDocument
        @usableFromInline var at: Int
        @usableFromInline let end: Int
        @inlinable init(document: HTMLDocument, at: Int, end: Int) {
            self.document = document
            self.at = at
            self.end = end
        }
        @inlinable public mutating func next() -> Int? {
            guard at < end else { return nil }
            defer { at = document.end(at) }
            return at
        }
    }

    public struct Elements: Sequence, IteratorProtocol {
        @usableFromInline var nodes: Children
        @inlinable init(nodes: Children) { self.nodes = nodes }
        @inlinable public mutating func next() -> Int? {
            while let node = nodes.next() { if nodes.document.isElement(node) { return node } }
            return nil
        }
    }

    public struct Ancestors: Sequence, IteratorProtocol {
        @usableFromInline let document: HTMLDocument
        @usableFromInline var at: Int
        @inlinable init(document: HTMLDocument, at: Int) {
            self.document = document
            self.at = at
        }
        @inlinable public mutating func next() -> Int? {
            guard at != HTMLDocument.root else { return nil }
            at = Int(document.nodes[at].parent)
            return at
        }
    }

    /// The name of an element or attribute as it stands in the page, in lower case.
    package func string(_ name: Name) -> String {
        name.isForeign ? foreignNames[Int(name.rawValue - Name.firstForeign)] : name.known
    }

    /// The bytes of a text node, not copied.
    @inline(__always) @inlinable public func textBytes(_ node: Int) -> ArraySlice<UInt8> {
        bytes[Int(nodes[node].first)..<Int(nodes[node].last)]
    }

    /// How many bytes of a text node are no white space.
    @inlinable public func visibleBytes(_ node: Int) -> Int {
        bytes.withUnsafeBytes { bytes in
            var count = 0, at = Int(nodes[node].first)
            let end = Int(nodes[node].last)
            // Eight at a time: the high bit of each says whether the byte, or what 0x5F more makes of it, has one.
            while at + 8 <= end {
                let eight = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
                let high = (eight & 0x7F7F_7F7F_7F7F_7F7F &+ 0x5F5F_5F5F_5F5F_5F5F | eight) & 0x8080_8080_8080_8080
                count += Int((high >> 7 &* 0x0101_0101_0101_0101) >> 56)
                at += 8
            }
            while at < end {
                if bytes[at] > 0x20 { count += 1 }
                at += 1
            }
            return count
        }
    }

    /// Where in `bytes` the value of an attribute stands; `nil` where the element has none of that name.
    @inlinable public func attributeRange(_ node: Int, _ name: Name) -> Range<Int>? {
        let entry = nodes[node]
        guard entry.attributeCount > 0, entry.name != .text else { return nil }
        for index in Int(entry.first)..<Int(entry.first) + Int(entry.attributeCount) where attributes[index].name == name {
            return Int(attributes[index].start)..<Int(attributes[index].end)
        }
        return nil
    }

    /// The value of an attribute, not copied; `nil` where the element has none of that name.
    @inlinable public func attributeBytes(_ node: Int, _ name: Name) -> ArraySlice<UInt8>? { attributeRange(node, name).map { bytes[$0] } }

    /// Which of `classValues` an element's class is; `nil` where it has none.
    @inlinable public func classNumber(_ node: Int) -> Int? {
        let entry = nodes[node]
        guard entry.attributeCount > 0, entry.name != .text else { return nil }
        for index in Int(entry.first)..<Int(entry.first) + Int(entry.attributeCount) where attributes[index].name == .class { return Int(attributes[index].value) }
        return nil
    }

    package func attribute(_ node: Int, _ name: Name) -> String? {
        attributeRange(node, name).map { range in bytes.withUnsafeBufferPointer { String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self) } }
    }

    /// An attribute by its name as text; slower than by `Name`, for names HTML does not know (`data-…`).
    package func attribute(_ node: Int, named text: String) -> String? {
        guard isElement(node), let name = nameOf(text) else { return nil }
        return attribute(node, name)
    }

    /// The number of a name in this page; `nil` where the page does not use it.
    package func nameOf(_ text: String) -> Name? {
        if let known = Name(known: text) { return known }
        return foreignNames.firstIndex(of: text).map { Name(rawValue: Name.firstForeign + UInt16($0)) }
    }

    /// All attributes of an element.
    package func allAttributes(_ node: Int) -> [(name: String, value: String)] {
        let entry = nodes[node]
        guard entry.name != .text else { return [] }
        return (Int(entry.first)..<Int(entry.first) + Int(entry.attributeCount)).map {
            (string(attributes[$0].name), String(decoding: bytes[Int(attributes[$0].start)..<Int(attributes[$0].end)], as: UTF8.self))
        }
    }

    /// Whether `token` is one of the words of an attribute's value (`class`, `rel`, `itemprop`).
    @inlinable public func hasToken(_ node: Int, _ name: Name, _ token: [UInt8]) -> Bool { token.withUnsafeBufferPointer { hasToken(node, name, $0) } }

    @inlinable public func hasToken(_ node: Int, _ name: Name, _ token: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let range = attributeRange(node, name), range.count >= token.count else { return false }
        return bytes.withUnsafeBufferPointer { value in
            var start = range.lowerBound
            let end = range.upperBound
            while start < end {
                while start < end, value[start] <= 0x20 { start += 1 }
                var stop = start
                while stop < end, value[stop] > 0x20 { stop += 1 }
                if stop - start == token.count {
                    var same = true
                    for i in 0..<token.count where value[start + i] != token[i] {
                        same = false
                        break
                    }
                    if same { return true }
                }
                start = stop
            }
            return false
        }
    }

    package func hasClass(_ node: Int, _ name: String) -> Bool { hasToken(node, .class, Array(name.utf8)) }
}

extension HTMLDocument {
    /// Where an element or a run of nodes stands in the decoded source, in bytes: from the first node's beginning to the last one's end.
    package func sourceRange(_ range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else { return 0..<0 }
        let start = Int(nodes[range.lowerBound].sourceStart)
        return start..<max(start, Int(nodes[range.upperBound - 1].sourceEnd))
    }
}
