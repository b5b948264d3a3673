/// Writes one JSON document (RFC 8259) as UTF-8 bytes, on one line, members in the order they are written.
///
/// Whatever it is given, the result is valid JSON: strings are escaped, a number that JSON lacks becomes `null`.
/// Control characters (C0, DEL, C1), the line and paragraph separators and the bidirectional controls are written as `\uXXXX`,
/// so that a record printed to a terminal stays what it says, and one pasted into a script stays a string.
package struct JSONWriter {
    package private(set) var bytes: [UInt8] = []
    /// Whether the next member or element needs a comma before it.
    private var needsComma = false

    package init(capacity: Int = 1 << 12) { bytes.reserveCapacity(capacity) }

    /// The document as a string.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    // MARK: Structure

    package mutating func object(_ members: (inout JSONWriter) -> Void) { enclosed(0x7B, 0x7D, members) }

    package mutating func array<S: Sequence>(_ elements: S, _ write: (inout JSONWriter, S.Element) -> Void) {
        enclosed(0x5B, 0x5D) { json in
            for element in elements { write(&json, element) }
        }
    }

    /// Begins a member; its value follows.
    package mutating func key(_ name: StaticString) {
        comma()
        bytes.append(0x22)
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(0x22)
        bytes.append(0x3A)
        needsComma = false
    }

    // MARK: Values

    package mutating func null() { literal("null") }
    package mutating func value(_ value: Bool) { literal(value ? "true" : "false") }
    package mutating func value(_ value: Int) { literal(String(value)) }
    /// The shortest decimal that reads back as the same number.
    package mutating func value(_ value: Double) { value.isFinite ? literal(value.description) : null() }

    package mutating func value(_ text: String) {
        comma()
        bytes.append(0x22)
        var text = text
        text.withUTF8 { appendEscaped($0) }
        bytes.append(0x22)
        needsComma = true
    }

    /// A value that is JSON already.
    package mutating func raw(_ json: String) { literal(json) }

    // MARK: Members

    package mutating func field(_ name: StaticString, _ value: String?) {
        key(name)
        if let value { self.value(value) } else { null() }
    }
    package mutating func field(_ name: StaticString, _ value: Int?) {
        key(name)
        if let value { self.value(value) } else { null() }
    }
    package mutating func field(_ name: StaticString, _ value: Double?) {
        key(name)
        if let value { self.value(value) } else { null() }
    }
    package mutating func field(_ name: StaticString, _ value: Bool) {
        key(name)
        self.value(value)
    }
    package mutating func field(_ name: StaticString, _ values: [String]) {
        key(name)
        array(values) { $0.value($1) }
    }
    package mutating func field(_ name: StaticString, _ values: [Int]) {
        key(name)
        array(values) { $0.value($1) }
    }
    /// Text members of a dictionary, by name in code point order.
    package mutating func field(_ name: StaticString, sorted dictionary: [String: String]) {
        key(name)
        dynamicObject(dictionary.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) { $0.value($1) }
    }
    package mutating func field(_ name: StaticString, sorted dictionary: [String: Int]) {
        key(name)
        dynamicObject(dictionary.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) { $0.value($1) }
    }

    // MARK: Bytes

    private mutating func dynamicObject<V>(_ members: [(key: String, value: V)], _ write: (inout JSONWriter, V) -> Void) {
        enclosed(0x7B, 0x7D) { json in
            for member in members {
                json.value(member.key)
                json.bytes.append(0x3A)
                json.needsComma = false
                write(&json, member.value)
            }
        }
    }

    private mutating func enclosed(_ open: UInt8, _ close: UInt8, _ inside: (inout JSONWriter) -> Void) {
        comma()
        bytes.append(open)
        needsComma = false
        inside(&self)
        bytes.append(close)
        needsComma = true
    }

    private mutating func comma() {
        if needsComma { bytes.append(0x2C) }
    }

    private mutating func literal(_ text: String) {
        comma()
        bytes.append(contentsOf: text.utf8)
        needsComma = true
    }

    private mutating func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>) {
        var clean = 0
        var at = 0
        while at < utf8.count {
            let byte = utf8[at]
            // Most text is neither a control, a quotation mark, a backslash, nor begins with one of the bytes that controls begin with.
            if byte >= 0x20 && byte != 0x22 && byte != 0x5C && byte != 0x7F && byte != 0xC2 && byte != 0xD8 && byte != 0xE2 && byte != 0xEF {
                at += 1
                continue
            }
            let (escape, length) = Self.escape(utf8, at)
            if let escape {
                bytes.append(contentsOf: utf8[clean..<at])
                append(escape)
                clean = at + length
            }
            at += length
        }
        bytes.append(contentsOf: utf8[clean..<utf8.count])
    }

    private enum Escape { case short(UInt8), unicode(UInt16) }

    /// How the character that begins at a byte is escaped, `nil` where it stands for itself, and the bytes that were looked at.
    private static func escape(_ utf8: UnsafeBufferPointer<UInt8>, _ at: Int) -> (Escape?, length: Int) {
        let first = utf8[at]
        let second = at + 1 < utf8.count ? utf8[at + 1] : 0
        let third = at + 2 < utf8.count ? utf8[at + 2] : 0
        switch first {
        case 0x22, 0x5C: return (.short(first), 1)
        case 0x0A: return (.short(0x6E), 1)
        case 0x0D: return (.short(0x72), 1)
        case 0x09: return (.short(0x74), 1)
        case 0x00..<0x20, 0x7F: return (.unicode(UInt16(first)), 1)
        case 0xC2 where second < 0xA0 && second >= 0x80: return (.unicode(UInt16(second)), 2)
        case 0xD8 where second == 0x9C: return (.unicode(0x061C), 2)
        case 0xE2 where second == 0x80 && (third == 0x8E || third == 0x8F || (0xA8...0xAE).contains(third)):
            return (.unicode(0x2000 + UInt16(third) - 0x80), 3)
        case 0xE2 where second == 0x81 && (0xA6...0xA9).contains(third): return (.unicode(0x2040 + UInt16(third) - 0x80), 3)
        case 0xEF where second == 0xBB && third == 0xBF: return (.unicode(0xFEFF), 3)
        default: return (nil, 1)
        }
    }

    private mutating func append(_ escape: Escape) {
        bytes.append(0x5C)
        switch escape {
        case .short(let letter): bytes.append(letter)
        case .unicode(let unit):
            bytes.append(0x75)
            for shift in [12, 8, 4, 0] {
                let digit = UInt8(truncatingIfNeeded: unit >> UInt16(shift)) & 0xF
                bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
            }
        }
    }
}
