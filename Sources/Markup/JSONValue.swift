/// A JSON value out of a page's script: read tolerantly (JSON-LD and embedded state are often slightly broken), never recursively deep.
package indirect enum JSONValue: Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    /// In the order of the source; a name may occur twice.
    case object([(name: String, value: JSONValue)])

    /// Reads the first JSON value in the text. What follows it is passed over; a raw line feed inside a string and a comma
    /// before a closing bracket are forgiven; nesting beyond 200 levels, and what cannot be read, gives `nil`.
    package init?(_ text: some StringProtocol) {
        var parser = Parser(bytes: Array(text.utf8))
        guard let value = parser.value(depth: 0) else { return nil }
        self = value
    }

    package subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// A string, or a number as text.
    package var text: String? {
        switch self {
        case .string(let text): text
        case .number(let number): number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
        default: nil
        }
    }

    package var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }

    private struct Parser {
        let bytes: [UInt8]
        var at = 0

        mutating func value(depth: Int) -> JSONValue? {
            skipSpace()
            guard at < bytes.count, depth < 200 else { return nil }
            switch bytes[at] {
            case 0x7B: return object(depth)
            case 0x5B: return array(depth)
            case 0x22: return string().map { .string($0) }
            case 0x74 where take("true"): return .bool(true)
            case 0x66 where take("false"): return .bool(false)
            case 0x6E where take("null"): return .null
            // Not JSON, but what scripts write for a value that is absent.
            case 0x75 where take("undefined"): return .null
            default: return number()
            }
        }

        private mutating func object(_ depth: Int) -> JSONValue? {
            at += 1
            var members: [(name: String, value: JSONValue)] = []
            while true {
                skipSpace()
                guard at < bytes.count else { return nil }
                if bytes[at] == 0x7D {
                    at += 1
                    return .object(members)
                }
                if bytes[at] == 0x2C {
                    at += 1
                    continue
                }
                guard bytes[at] == 0x22, let name = string() else { return nil }
                skipSpace()
                guard at < bytes.count, bytes[at] == 0x3A else { return nil }
                at += 1
                guard let value = value(depth: depth + 1) else { return nil }
                members.append((name, value))
            }
        }

        private mutating func array(_ depth: Int) -> JSONValue? {
            at += 1
            var elements: [JSONValue] = []
            while true {
                skipSpace()
                guard at < bytes.count else { return nil }
                if bytes[at] == 0x5D {
                    at += 1
                    return .array(elements)
                }
                if bytes[at] == 0x2C {
                    at += 1
                    continue
                }
                guard let value = value(depth: depth + 1) else { return nil }
                elements.append(value)
            }
        }

        private mutating func string() -> String? {
            at += 1
            var result: [UInt8] = []
            while at < bytes.count, bytes[at] != 0x22 {
                guard bytes[at] == 0x5C else {
                    result.append(bytes[at])
                    at += 1
                    continue
                }
                at += 1
                guard at < bytes.count else { return nil }
                switch bytes[at] {
                case 0x6E: result.append(0x0A)
                case 0x74: result.append(0x09)
                case 0x72: result.append(0x0D)
                case 0x62: result.append(0x08)
                case 0x66: result.append(0x0C)
                case 0x75:
                    result.append(contentsOf: Array(String(escaped()).utf8))
                    continue
                default: result.append(bytes[at])
                }
                at += 1
            }
            guard at < bytes.count else { return nil }
            at += 1
            return String(decoding: result, as: UTF8.self)
        }

        /// `\uXXXX`, with its other half where it is one of a pair; a lone half is U+FFFD.
        private mutating func escaped() -> Unicode.Scalar {
            let first = hex()
            guard (0xD800...0xDFFF).contains(first) else { return Unicode.Scalar(first == 0 ? 0xFFFD : first) ?? "\u{FFFD}" }
            if first < 0xDC00, at + 1 < bytes.count, bytes[at] == 0x5C, bytes[at + 1] == 0x75 {
                let back = at
                at += 1
                let second = hex()
                if (0xDC00...0xDFFF).contains(second) { return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}" }
                at = back
            }
            return "\u{FFFD}"
        }

        /// Four digits behind the `u` at which the parser stands.
        private mutating func hex() -> UInt32 {
            at += 1
            var value: UInt32 = 0
            var count = 0
            while count < 4, at < bytes.count {
                let byte = bytes[at]
                let digit: UInt32
                switch byte {
                case 0x30...0x39: digit = UInt32(byte - 0x30)
                case 0x41...0x46, 0x61...0x66: digit = UInt32((byte | 0x20) - 0x61 + 10)
                default: return value
                }
                value = value << 4 | digit
                at += 1
                count += 1
            }
            return value
        }

        private mutating func number() -> JSONValue? {
            let start = at
            while at < bytes.count, (0x30...0x39).contains(bytes[at]) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(bytes[at]) { at += 1 }
            guard at > start, let value = Double(String(decoding: bytes[start..<at], as: UTF8.self)) else { return nil }
            return .number(value)
        }

        private mutating func take(_ word: StaticString) -> Bool {
            let expected = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
            guard bytes[at...].starts(with: expected) else { return false }
            at += expected.count
            return true
        }

        private mutating func skipSpace() { while at < bytes.count, bytes[at] <= 0x20 { at += 1 } }
    }
}
