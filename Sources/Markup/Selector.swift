internal import Foundation

/// A CSS selector, compiled once: tags, `.class`, `#id`, `[attribute]` with `=`, `~=`, `^=`, `$=`, `*=`, `:not(simple)`,
/// descendants, children (`>`), and lists (`,`). What platforms are written in.
package struct Selector: Sendable {
    /// The selector as written.
    package let source: String
    private var alternatives: [Chain]
    /// The names that an element may have to match; `nil`: any.
    private var elements: NameSet?
    /// Whether only elements with attributes match.
    private var needsAttribute = false

    private struct Chain: Sendable {
        /// The rightmost compound first; each with how it joins the one to its left.
        var compounds: [Compound] = []
    }

    private struct Compound: Sendable {
        var tests: [Test] = []
        /// Whether the compound to the left must be the parent; else any ancestor.
        var isChild = false
        /// The element's name, where HTML knows it: tried before all else. Such a name is not in `tests`.
        var element: Name?
        /// Whether an element without attributes cannot match.
        var needsAttribute = false
        /// What a document must hold for any element to match.
        var keys: [DocumentNames.Key] = []
        var attributes: [SelectorName] = []

        /// Draws the cheap conditions out of the tests.
        mutating func prepare() {
            if case .name(let name)? = tests.first, let known = name.known {
                element = known
                tests.removeFirst()
            }
            needsAttribute = tests.contains {
                switch $0 {
                case .token, .attribute: true
                case .name, .not: false
                }
            }
            for test in tests {
                switch test {
                case .token(.class, let token): keys += DocumentNames.keys(class: token)
                case .attribute(let name, .equals, let value) where name.known == .id, .attribute(let name, .prefix, let value) where name.known == .id:
                    keys += DocumentNames.keys(idPrefix: value)
                case .attribute(let name, .substring, let value) where name.known == .id: keys += DocumentNames.keys(idPart: value)
                case .attribute(let name, _, _): attributes.append(name)
                case .token, .name, .not: break
                }
            }
        }
    }

    private enum Test: Sendable {
        case name(SelectorName)
        case token(Name, [UInt8])
        case attribute(SelectorName, Operator, [UInt8])
        case not([Test])
    }

    private enum Operator: Sendable { case exists, equals, token, prefix, suffix, substring }

    /// - Throws: `SelectorError` that says what was not understood, and where.
    package init(_ source: String) throws(SelectorError) {
        self.source = source
        var parser = Parser(bytes: Array(source.utf8))
        alternatives = try parser.list()
        prepare()
    }

    /// Draws from the alternatives what rules out most elements at one look.
    private mutating func prepare() {
        let names = alternatives.map { $0.compounds[0].element }
        elements = names.contains(nil) ? nil : NameSet(names.compactMap(\.self))
        needsAttribute = alternatives.allSatisfy { $0.compounds[0].needsAttribute }
    }

    /// A selector of the program's own; one that is wrong stops the program, and a test compiles them all.
    package init(literal source: StaticString) {
        do { try self.init(source.description) } catch { preconditionFailure("\(error)") }
    }

    /// Whether the selector matches an element.
    package func matches(_ node: Int, in document: HTMLDocument) -> Bool {
        guard document.isElement(node), mayMatch(node, in: document) else { return false }
        let name = document.name(node), hasAttributes = document.hasAttributes(node)
        for index in alternatives.indices {
            if let element = alternatives[index].compounds[0].element, element != name { continue }
            if !hasAttributes, alternatives[index].compounds[0].needsAttribute { continue }
            if Selector.matches(alternatives[index].compounds, 0, node, document) { return true }
        }
        return false
    }

    /// The selector without the alternatives that cannot match in the document that these names and words are from; `nil` where none is left.
    package func possible(in names: DocumentNames) -> Selector? {
        guard alternatives.contains(where: { Selector.isPossible($0, in: names) }) else { return nil }
        var selector = self
        selector.alternatives.removeAll { !Selector.isPossible($0, in: names) }
        selector.prepare()
        return selector
    }

    private static func isPossible(_ chain: Chain, in names: DocumentNames) -> Bool { chain.compounds.allSatisfy { isPossible($0, in: names) } }

    private static func isPossible(_ compound: Compound, in names: DocumentNames) -> Bool {
        if let element = compound.element, !names.mayContain(element: element) { return false }
        return compound.keys.allSatisfy(names.mayContain) && compound.attributes.allSatisfy { names.mayContain(attribute: $0.known, $0.text) }
    }

    @inline(__always) private func mayMatch(_ node: Int, in document: HTMLDocument) -> Bool {
        (!needsAttribute || document.hasAttributes(node)) && (elements?.contains(document.name(node)) ?? true)
    }

    /// The first match below a node (the node itself left out), in page order.
    package func first(in node: Int, of document: HTMLDocument, excluding: (Int) -> Bool = { _ in false }) -> Int? {
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
    package func all(in node: Int, of document: HTMLDocument) -> [Int] {
        (node + 1..<max(node + 1, document.end(node))).filter { matches($0, in: document) }
    }

    /// Whether the compounds from `at` on match, the first of them this very node.
    private static func matches(_ compounds: [Compound], _ at: Int, _ node: Int, _ document: HTMLDocument) -> Bool {
        guard document.isElement(node) else { return false }
        if let element = compounds[at].element, element != document.name(node) { return false }
        if compounds[at].needsAttribute, !document.hasAttributes(node) { return false }
        // Read in place: to copy a test costs more than most tests do.
        guard compounds[at].tests.withUnsafeBufferPointer({ tests in tests.indices.allSatisfy { holds(tests[$0], node, document) } }) else { return false }
        guard at + 1 < compounds.count else { return true }
        let isChild = compounds[at].isChild
        var ancestor = document.parent(node)
        while let candidate = ancestor, candidate != HTMLDocument.root {
            if matches(compounds, at + 1, candidate, document) { return true }
            if isChild { return false }
            ancestor = document.parent(candidate)
        }
        return false
    }

    private static func holds(_ test: Test, _ node: Int, _ document: HTMLDocument) -> Bool {
        switch test {
        case .name(let name): name.number(in: document) == document.name(node)
        case .token(let attribute, let token): document.hasToken(node, attribute, token)
        case .not(let tests): !tests.allSatisfy { holds($0, node, document) }
        case .attribute(let name, let how, let value):
            if document.hasAttributes(node), let number = name.number(in: document), let found = document.attributeBytes(node, number) {
                holds(how, value, found, node, document, number)
            } else {
                false
            }
        }
    }

    private static func holds(
        _ how: Operator, _ value: [UInt8], _ found: ArraySlice<UInt8>, _ node: Int, _ document: HTMLDocument, _ name: Name
    ) -> Bool {
        switch how {
        case .exists: true
        case .equals: found.elementsEqual(value)
        case .token: document.hasToken(node, name, value)
        case .prefix: found.starts(with: value)
        case .suffix: found.count >= value.count && found.suffix(value.count).elementsEqual(value)
        case .substring: found.contains(value)
        }
    }

    private struct Parser {
        let bytes: [UInt8]
        var at = 0

        mutating func list() throws(SelectorError) -> [Chain] {
            var chains: [Chain] = []
            repeat { chains.append(try chain()) } while take(0x2C)
            guard at == bytes.count else { throw error("unexpected character") }
            return chains
        }

        mutating func chain() throws(SelectorError) -> Chain {
            var forward = [try compound()]
            while true {
                let hadSpace = skipSpace()
                guard at < bytes.count, bytes[at] != 0x2C else { break }
                if take(0x3E) {
                    skipSpace()
                    var next = try compound()
                    next.isChild = true
                    forward.append(next)
                } else if hadSpace {
                    forward.append(try compound())
                } else {
                    break
                }
            }
            return Chain(compounds: forward.reversed())
        }

        mutating func compound() throws(SelectorError) -> Compound {
            skipSpace()
            var compound = Compound()
            while let test = try simple() { compound.tests.append(test) }
            let isUniversal = compound.tests.isEmpty && take(0x2A)
            if isUniversal { while let test = try simple() { compound.tests.append(test) } }
            guard isUniversal || !compound.tests.isEmpty else { throw error("a tag, .class, #id or [attribute] should stand here") }
            compound.prepare()
            return compound
        }

        mutating func simple() throws(SelectorError) -> Test? {
            guard at < bytes.count else { return nil }
            switch bytes[at] {
            case 0x2E:
                at += 1
                return .token(.class, Array(try identifier().utf8))
            case 0x23:
                at += 1
                return .attribute(SelectorName("id"), .equals, Array(try identifier().utf8))
            case 0x5B:
                at += 1
                return try attribute()
            case 0x3A:
                guard bytes[at...].starts(with: ":not(".utf8) else { throw error("only :not(…) is known") }
                at += 5
                var tests: [Test] = []
                while let test = try simple() { tests.append(test) }
                guard !tests.isEmpty, take(0x29) else { throw error(":not(…) is not closed") }
                return .not(tests)
            case let byte where isIdentifier(byte): return .name(SelectorName(try identifier()))
            default: return nil
            }
        }

        mutating func attribute() throws(SelectorError) -> Test {
            let name = SelectorName(try identifier())
            if take(0x5D) { return .attribute(name, .exists, []) }
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
            return .attribute(name, how, value)
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

/// A name in a selector: its number where HTML knows it, else looked up among the names of the page.
private struct SelectorName: Sendable {
    let known: Name?
    let text: String

    init(_ text: String) {
        self.text = text
        known = Name(known: text)
    }

    /// `nil` where the page does not use the name.
    func number(in document: HTMLDocument) -> Name? { known ?? document.nameOf(text) }
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
