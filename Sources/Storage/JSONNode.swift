/// A value on its way to JSON (RFC 8259). Foundation's encoder writes the same bytes in several times the time, and the pages of a long
/// thread have a megabyte of them.
final class JSONNode {
    private enum Content {
        /// Written as it stands: a number, `true`, `null`.
        case literal(String)
        case text(String)
        case list([JSONNode])
        case table([(key: String, node: JSONNode)])
    }

    /// A value that encodes nothing is an empty table.
    private var content = Content.table([])

    /// Appends it, the keys of tables sorted, without white space.
    func write(to bytes: inout [UInt8]) {
        switch content {
        case .literal(let literal): bytes += literal.utf8
        case .text(let text): appendQuoted(text, to: &bytes)
        case .list(let nodes):
            bytes.append(UInt8(ascii: "["))
            for (index, node) in nodes.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                node.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .table(let entries):
            bytes.append(UInt8(ascii: "{"))
            for (index, entry) in entries.sorted(by: { $0.key < $1.key }).enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                appendQuoted(entry.key, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                entry.node.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    // MARK: Filling

    fileprivate func setNull() { content = .literal("null") }
    fileprivate func set(_ value: String) { content = .text(value) }
    fileprivate func set(_ value: Bool) { content = .literal(value ? "true" : "false") }
    fileprivate func set(_ value: some BinaryInteger) { content = .literal("\(value)") }
    fileprivate func set(_ value: some BinaryFloatingPoint & LosslessStringConvertible, at path: [any CodingKey]) throws {
        guard value.isFinite else { throw EncodingError.invalidValue(value, .init(codingPath: path, debugDescription: "JSON has no such number")) }
        let text = String(value)
        content = .literal(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    }
    fileprivate func set(_ value: some Encodable, at path: [any CodingKey]) throws { try value.encode(to: JSONNodeEncoder(node: self, codingPath: path)) }

    fileprivate func openList() { if case .list = content {} else { content = .list([]) } }

    fileprivate var count: Int { if case .list(let nodes) = content { nodes.count } else { 0 } }

    fileprivate func append() -> JSONNode {
        let node = JSONNode()
        guard case .list(var nodes) = content else { return node }
        content = .literal("")
        nodes.append(node)
        content = .list(nodes)
        return node
    }

    fileprivate func add(_ key: some CodingKey) -> JSONNode {
        let node = JSONNode()
        guard case .table(var entries) = content else { return node }
        // The list is grown where it stands, not copied.
        content = .literal("")
        entries.append((key.stringValue, node))
        content = .table(entries)
        return node
    }
}

/// Fills a node with what a value says of itself.
struct JSONNodeEncoder: Encoder {
    let node: JSONNode
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> { KeyedEncodingContainer(Table(node: node, codingPath: codingPath)) }
    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        node.openList()
        return List(node: node, codingPath: codingPath)
    }
    func singleValueContainer() -> any SingleValueEncodingContainer { Single(node: node, codingPath: codingPath) }
}

private struct Table<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: JSONNode
    let codingPath: [any CodingKey]

    func encodeNil(forKey key: Key) { node.add(key).setNull() }
    func encode(_ value: Bool, forKey key: Key) { node.add(key).set(value) }
    func encode(_ value: String, forKey key: Key) { node.add(key).set(value) }
    func encode(_ value: Int, forKey key: Key) { node.add(key).set(value) }
    func encode(_ value: Double, forKey key: Key) throws { try node.add(key).set(value, at: codingPath) }
    func encode(_ value: some Encodable, forKey key: Key) throws { try node.add(key).set(value, at: codingPath) }
    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested> {
        superEncoder(forKey: key).container(keyedBy: type)
    }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { superEncoder(forKey: key).unkeyedContainer() }
    func superEncoder() -> any Encoder { JSONNodeEncoder(node: node.add(SuperKey()), codingPath: codingPath) }
    func superEncoder(forKey key: Key) -> any Encoder { JSONNodeEncoder(node: node.add(key), codingPath: codingPath) }
}

private struct List: UnkeyedEncodingContainer {
    let node: JSONNode
    let codingPath: [any CodingKey]
    var count: Int { node.count }

    func encodeNil() { node.append().setNull() }
    func encode(_ value: Bool) { node.append().set(value) }
    func encode(_ value: String) { node.append().set(value) }
    func encode(_ value: Int) { node.append().set(value) }
    func encode(_ value: Double) throws { try node.append().set(value, at: codingPath) }
    func encode(_ value: some Encodable) throws { try node.append().set(value, at: codingPath) }
    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> { superEncoder().container(keyedBy: type) }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { superEncoder().unkeyedContainer() }
    func superEncoder() -> any Encoder { JSONNodeEncoder(node: node.append(), codingPath: codingPath) }
}

private struct Single: SingleValueEncodingContainer {
    let node: JSONNode
    let codingPath: [any CodingKey]

    func encodeNil() { node.setNull() }
    func encode(_ value: Bool) { node.set(value) }
    func encode(_ value: String) { node.set(value) }
    func encode(_ value: Int) { node.set(value) }
    func encode(_ value: Int8) { node.set(value) }
    func encode(_ value: Int16) { node.set(value) }
    func encode(_ value: Int32) { node.set(value) }
    func encode(_ value: Int64) { node.set(value) }
    func encode(_ value: UInt) { node.set(value) }
    func encode(_ value: UInt8) { node.set(value) }
    func encode(_ value: UInt16) { node.set(value) }
    func encode(_ value: UInt32) { node.set(value) }
    func encode(_ value: UInt64) { node.set(value) }
    func encode(_ value: Float) throws { try node.set(value, at: codingPath) }
    func encode(_ value: Double) throws { try node.set(value, at: codingPath) }
    func encode(_ value: some Encodable) throws { try node.set(value, at: codingPath) }
}

private struct SuperKey: CodingKey {
    var stringValue: String { "super" }
    var intValue: Int? { nil }
    init() {}
    init?(stringValue: String) { nil }
    init?(intValue: Int) { nil }
}
