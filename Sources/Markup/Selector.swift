internal import Foundation

/// A CSS selector, compiled once: tags, `.class`, `#id`, `[attribute]` with `=`, `~=`, `^=`, `$=`, `*=`, `:not(simple)`,
/// descendants, children (`>`), and lists (`,`). What platforms are written in.
package struct Selector: Sendable {
    /// The selector as written.
    package let source: String
    /// The compounds of each alternative, as places in `parts`: the rightmost first.
    private var alternatives: [Range<Int>]
    private let parts: Parts
    /// The names that an element may have to match; `nil`: any.
    private var elements: NameSet?
    /// Whether only elements with attributes match.
    private var needsAttribute = false

    /// What the alternatives are made of. Each part says by numbers where its own parts stand: a look at one copies nothing and counts no
    /// references, and a page asks for many.
    private struct Parts: Sendable {
        var compounds: [Compound] = []
        /// By compound.
        var needs: [Need] = []
        var tests: [Test] = []
        /// The tokens and values of tests.
        var bytes: [UInt8] = []
        /// The names of tests, as they are written.
        var names: [String] = []
    }

    private struct Compound: Sendable {
        /// All must hold.
        var tests: Range<Int>
        /// Whether the compound to the left must be the parent; else any ancestor.
        var isChild = false
        /// The element's name, where HTML knows it: tried before all else. Such a name is not in `tests`.
        var element: Name?
        /// Whether an element without attributes cannot match.
        var needsAttribute = false
    }

    /// What a document must hold for any element to match a compound.
    private struct Need: Sendable {
        var keys: [DocumentNames.Key] = []
        var attributes: [SelectorName] = []
    }

    private enum Test: Sendable {
        case name(SelectorName)
        case token(Name, Range<Int>)
        case attribute(SelectorName, Operator, Range<Int>)
        case not(Range<Int>)
    }

    private enum Operator: Sendable { case exists, equals, token, prefix, suffix, substring }

    /// A name: its number where HTML knows it, else looked up among the names of the page.
    private struct SelectorName: Sendable {
        let known: Name?
        /// Which of the names it is.
        let place: Int
    }

    /// - Throws: `SelectorError` that says what was not understood, and where.
    package init(_ source: String) throws(SelectorError) {
        self.source = source
        var parser = Parser(bytes: Array(source.utf8))
        alternatives = try parser.list()
        parts = parser.parts
        prepare()
    }

    /// Draws from the alternatives what rules out most elements at one look.
    private mutating func prepare() {
        let names = alternatives.map { parts.compounds[$0.lowerBound].element }
        elements = names.contains(nil) ? nil : NameSet(names.compactMap(\.self))
        needsAttribute = alternatives.allSatisfy { parts.compounds[$0.lowerBound].needsAttribute }
    }

    /// A selector of the program's own; one that is wrong stops the program, and a test compiles them all.
    package init(literal source: StaticString) {
        do { try self.init(source.description) } catch { preconditionFailure("\(error)") }
    }

    /// Whether the selector matches an element.
    package func matches(_ node: Int, in document: HTMLDocument) -> Bool {
        guard document.isElement(node), mayMatch(node, in: document) else { return false }
        return alternatives.contains { matches($0, node, document) }
    }

    /// The selector without the alternatives that cannot match in the document that these names and words are from; `nil` where none is left.
    package func possible(in names: DocumentNames) -> Selector? {
        guard alternatives.contains(where: { isPossible($0, in: names) }) else { return nil }
        var selector = self
        selector.alternatives.removeAll { !isPossible($0, in: names) }
        selector.prepare()
        return selector
    }

    private func isPossible(_ chain: Range<Int>, in names: DocumentNames) -> Bool {
        chain.allSatisfy { at in
            if let element = parts.compounds[at].element, !names.mayContain(element: element) { return false }
            return parts.needs[at].keys.allSatisfy(names.mayContain) && parts.needs[at].attributes.allSatisfy { names.mayContain(attribute: $0.known, parts.names[$0.place]) }
        }
    }

    @inline(__always) private func mayMatch(_ node: Int, in document: HTMLDocument) -> Bool {
        (!needsAttribute || document.hasAttributes(node)) && (elements?.contains(document.name(node)) ?? true)
    }

    /// The first match below a node (the node itself left out), in page order.
    package func first(in node: Int, of document: HTMLDocument) -> Int? { document.subtree(node).dropFirst().first { matches($0, in: document) } }

    /// The same without what is excluded, and all below it.
    package func first(in node: Int, of document: HTMLDocument, excluding: (Int) -> Bool) -> Int? {
        var index = node + 1
        let end = document.end(node)
        while index < end {
            if excluding(index) {
                index = document.end(index)
                continue
            }
            if matches(index, in: document) { return index }
            index += 1
        }
        return nil
    }

    /// All matches below a node (the node itself left out), in page order.
    package func all(in node: Int, of document: HTMLDocument) -> [Int] { document.subtree(node).dropFirst().filter { matches($0, in: document) } }

    /// Whether the compounds match, the first of them this very node.
    private func matches(_ chain: Range<Int>, _ node: Int, _ document: HTMLDocument) -> Bool {
        guard document.isElement(node) else { return false }
        let compound = parts.compounds[chain.lowerBound]
        if let element = compound.element, element != document.name(node) { return false }
        if compound.needsAttribute, !document.hasAttributes(node) { return false }
        for test in compound.tests where !holds(test, node, document) { return false }
        let left = chain.dropFirst()
        guard !left.isEmpty else { return true }
        var ancestor = document.parent(node)
        while let candidate = ancestor, candidate != HTMLDocument.root {
            if matches(left, candidate, document) { return true }
            if compound.isChild { return false }
            ancestor = document.parent(candidate)
        }
        return false
    }

    private func holds(_ test: Int, _ node: Int, _ document: HTMLDocument) -> Bool {
        switch parts.tests[test] {
        case .name(let name): return number(of: name, in: document) == document.name(node)
        case .token(let attribute, let token): return hasToken(node, attribute, token, document)
        case .not(let tests): return !tests.allSatisfy { holds($0, node, document) }
        case .attribute(let name, let how, let value):
            guard document.hasAttributes(node), let number = number(of: name, in: document), let found = document.attributeRange(node, number) else { return false }
            switch how {
            case .exists: return true
            case .token: return hasToken(node, number, value, document)
            case .equals: return document.bytes[found].elementsEqual(parts.bytes[value])
            case .prefix: return document.bytes[found].starts(with: parts.bytes[value])
            case .suffix: return found.count >= value.count && document.bytes[found].suffix(value.count).elementsEqual(parts.bytes[value])
            case .substring: return document.bytes[found].contains(Array(parts.bytes[value]))
            }
        }
    }

    private func hasToken(_ node: Int, _ attribute: Name, _ token: Range<Int>, _ document: HTMLDocument) -> Bool {
        parts.bytes.withUnsafeBufferPointer { document.hasToken(node, attribute, UnsafeBufferPointer(rebasing: $0[token])) }
    }

    /// `nil` where the page does not use the name.
    private func number(of name: SelectorName, in document: HTMLDocument) -> Name? { name.known ?? document.nameOf(parts.names[name.place]) }

    private struct Parser {
        let bytes: [UInt8]
        var at = 0
        var parts = Parts()

        mutating func list() throws(SelectorError) -> [Range<Int>] {
            var chains: [Range<Int>] = []
            repeat { chains.append(try chain()) } while take(0x2C)
            guard at == bytes.count else { throw error("unexpected character") }
            return chains
        }

        mutating func chain() throws(SelectorError) -> Range<Int> {
            var forward = [try compound()]
            while true {
                let hadSpace = skipSpace()
                guard at < bytes.count, bytes[at] != 0x2C else { break }
                if take(0x3E) {
                    skipSpace()
                    var next = try compound()
                    next.compound.isChild = true
                    forward.append(next)
                } else if hadSpace {
                    forward.append(try compound())
                } else {
                    break
                }
            }
            let start = parts.compounds.count
            parts.compounds += forward.reversed().map(\.compound)
            parts.needs += forward.reversed().map(\.need)
            return start..<parts.compounds.count
        }

        mutating func compound() throws(SelectorError) -> (compound: Compound, need: Need) {
            skipSpace()
            var tests: [Test] = []
            while let test = try simple() { tests.append(test) }
            let isUniversal = tests.isEmpty && take(0x2A)
            if isUniversal { while let test = try simple() { tests.append(test) } }
            guard isUniversal || !tests.isEmpty else { throw error("a tag, .class, #id or [attribute] should stand here") }
            // The cheap conditions are drawn out of the tests.
            var element: Name?
            if case .name(let name)? = tests.first, let known = name.known {
                element = known
                tests.removeFirst()
            }
            let needsAttribute = tests.contains {
                switch $0 {
                case .token, .attribute: true
                case .name, .not: false
                }
            }
            return (Compound(tests: add(tests), element: element, needsAttribute: needsAttribute), need(of: tests))
        }

        private mutating func add(_ tests: [Test]) -> Range<Int> {
            let start = parts.tests.count
            parts.tests += tests
            return start..<parts.tests.count
        }

        private func need(of tests: [Test]) -> Need {
            var need = Need()
            for test in tests {
                switch test {
                case .token(.class, let token): need.keys += DocumentNames.keys(class: Array(parts.bytes[token]))
                case .attribute(let name, .equals, let value) where name.known == .id, .attribute(let name, .prefix, let value) where name.known == .id:
                    need.keys += DocumentNames.keys(idPrefix: Array(parts.bytes[value]))
                case .attribute(let name, .substring, let value) where name.known == .id: need.keys += DocumentNames.keys(idPart: Array(parts.bytes[value]))
                case .attribute(let name, _, _): need.attributes.append(name)
                case .token, .name, .not: break
                }
            }
            return need
        }

        mutating func simple() throws(SelectorError) -> Test? {
            guard at < bytes.count else { return nil }
            switch bytes[at] {
            case 0x2E:
                at += 1
                return .token(.class, add(try identifier().utf8))
            case 0x23:
                at += 1
                return .attribute(add(name: "id"), .equals, add(try identifier().utf8))
            case 0x5B:
                at += 1
                return try attribute()
            case 0x3A:
                guard bytes[at...].starts(with: ":not(".utf8) else { throw error("only :not(…) is known") }
                at += 5
                var tests: [Test] = []
                while let test = try simple() { tests.append(test) }
                guard !tests.isEmpty, take(0x29) else { throw error(":not(…) is not closed") }
                return .not(add(tests))
            case let byte where isIdentifier(byte): return .name(add(name: try identifier()))
            default: return nil
            }
        }

        private mutating func add(_ value: some Sequence<UInt8>) -> Range<Int> {
            let start = parts.bytes.count
            parts.bytes += value
            return start..<parts.bytes.count
        }

        private mutating func add(name: String) -> SelectorName {
            parts.names.append(name)
            return SelectorName(known: Name(known: name), place: parts.names.count - 1)
        }

        mutating func attribute() throws(SelectorError) -> Test {
            let name = add(name: try identifier())
            if take(0x5D) { return .attribute(name, .exists, 0..<0) }
            let how: Operator
            switch bytes[at] {
            case 0x3D: how = .equals
            case 0x7E: how = .token
            case 0x5E: how = .prefix
            case 0x24: how = .suffix
            case 0x2A: how = .substring
            default: throw error("an operator should stand here")
            }
            if how != .equals { at += 1 }
            guard take(0x3D) else { throw error("= is missing") }
            var value: [UInt8] = []
            if at < bytes.count, bytes[at] == 0x22 || bytes[at] == 0x27 {
                let quote = bytes[at]
                at += 1
                while at < bytes.count, bytes[at] != quote {
                    value.append(bytes[at])
                    at += 1
                }
                at += 1
            } else {
                while at < bytes.count, bytes[at] != 0x5D {
                    value.append(bytes[at])
                    at += 1
                }
            }
            guard take(0x5D) else { throw error("] is missing") }
            return .attribute(name, how, add(value))
        }

        mutating func identifier() throws(SelectorError) -> String {
            let start = at
            while at < bytes.count, isIdentifier(bytes[at]) { at += 1 }
            guard start < at else { throw error("a name should stand here") }
            return String(decoding: bytes[start..<at], as: UTF8.self)
        }

        func isIdentifier(_ byte: UInt8) -> Bool {
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || byte == 0x2D || byte == 0x5F || byte >= 0x80
        }

        @discardableResult mutating func skipSpace() -> Bool {
            let start = at
            while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
            return at > start
        }

        mutating func take(_ byte: UInt8) -> Bool {
            guard at < bytes.count, bytes[at] == byte else { return false }
            at += 1
            return true
        }

        func error(_ reason: String) -> SelectorError {
            SelectorError(selector: String(decoding: bytes, as: UTF8.self), offset: at, reason: reason)
        }
    }
}

/// What is wrong with a selector, and at which byte.
package struct SelectorError: Error, CustomStringConvertible, Sendable {
    package let selector: String
    package let offset: Int
    package let reason: String
    package var description: String { "selector '\(selector)', column \(offset + 1): \(reason)" }
}

extension ArraySlice<UInt8> {
    /// Whether these bytes stand anywhere in the slice.
    package func contains(_ needle: [UInt8]) -> Bool {
        guard let first = needle.first else { return true }
        return withUnsafeBytes { hay in
            needle.withUnsafeBytes { needle in
                guard let base = hay.baseAddress, let rest = needle.baseAddress, hay.count >= needle.count else { return false }
                // The C library looks at many bytes at once: a script may be long.
                var at = 0
                let last = hay.count - needle.count
                while at <= last, let found = memchr(base + at, Int32(first), last - at + 1) {
                    if memcmp(found, rest, needle.count) == 0 { return true }
                    at = UnsafeRawPointer(found) - base + 1
                }
                return false
            }
        }
    }
}
