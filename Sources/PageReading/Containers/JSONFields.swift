/// A value that was asked for.
enum JSONField: Equatable {
    /// A string's bytes. A lone half of a surrogate pair is U+FFFD.
    case text([UInt8])
    /// Something else.
    case other
}

/// Why a line is no JSON object (RFC 8259), with the byte.
struct JSONLineError: Error, CustomStringConvertible {
    var reason: String
    /// From 1.
    var column: Int
    var description: String { "\(reason) at byte \(column) of the line" }
}

/// Reads some members of the object in a line, and checks the rest of it without keeping anything; however deep it is nested,
/// nothing recurs deeper than the paths. Of a name that occurs twice the last counts.
///
/// - Parameter paths: the ways to the members wanted.
func jsonFields(_ line: [UInt8], at paths: [[[UInt8]]]) throws(JSONLineError) -> [JSONField?] {
    var scanner = JSONScanner(bytes: line)
    var values = [JSONField?](repeating: nil, count: paths.count)
    scanner.skipSpace()
    guard scanner.peek == 0x7B else { throw JSONLineError(reason: "not a JSON object", column: scanner.at + 1) }
    try scanner.object(paths.enumerated().map { ($0.offset, $0.element[...]) }, &values)
    scanner.skipSpace()
    guard scanner.peek == nil else { throw scanner.error("something follows the object") }
    return values
}

private struct JSONScanner {
    let bytes: [UInt8]
    var at = 0

    var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

    func error(_ reason: String) -> JSONLineError {
        at >= bytes.count ? JSONLineError(reason: "the line ends within the object", column: at + 1) : JSONLineError(reason: reason, column: at + 1)
    }

    mutating func skipSpace() { while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 || bytes[at] == 0x0D || bytes[at] == 0x0A { at += 1 } }

    mutating func take(_ byte: UInt8, _ reason: String) throws(JSONLineError) {
        guard peek == byte else { throw error(reason) }
        at += 1
    }

    mutating func object(_ wanted: [(index: Int, path: ArraySlice<[UInt8]>)], _ values: inout [JSONField?]) throws(JSONLineError) {
        at += 1
        skipSpace()
        if peek == 0x7D {
            at += 1
            return
        }
        while true {
            skipSpace()
            let name = try string()
            skipSpace()
            try take(0x3A, "a colon is missing")
            skipSpace()
            let own = wanted.filter { $0.path.first == name }
            let deeper = own.filter { $0.path.count > 1 }
            if own.isEmpty {
                try skipValue()
            } else if peek == 0x7B, !deeper.isEmpty {
                for (index, path) in own where path.count == 1 { values[index] = .other }
                try object(deeper.map { ($0.index, $0.path.dropFirst()) }, &values)
            } else {
                var value = JSONField.other
                var isNull = false
                if peek == 0x22 {
                    value = .text(try string())
                } else {
                    isNull = peek == 0x6E
                    try skipValue()
                }
                for (index, path) in own where path.count == 1 { values[index] = isNull ? nil : value }
            }
            skipSpace()
            if peek == 0x2C {
                at += 1
                continue
            }
            try take(0x7D, "a comma or a closing brace is missing")
            return
        }
    }

    /// A value that nobody wants: its brackets must match, its strings end, its words be such as JSON has.
    private mutating func skipValue() throws(JSONLineError) {
        var open: [UInt8] = []
        repeat {
            skipSpace()
            guard let byte = peek else { throw error("") }
            switch byte {
            case 0x22: try skipString()
            case 0x7B, 0x5B:
                open.append(byte + 2)
                at += 1
            case 0x7D, 0x5D:
                guard open.popLast() == byte else { throw error("a bracket closes what was not opened") }
                at += 1
            case 0x2C, 0x3A:
                guard !open.isEmpty else { throw error("a value is missing") }
                at += 1
            default: try word()
            }
        } while !open.isEmpty
    }

    private mutating func word() throws(JSONLineError) {
        let start = at
        while let byte = peek, (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2B || byte == 0x2D || byte == 0x2E { at += 1 }
        let word = bytes[start..<at]
        let isNumber = word.first.map { $0 == 0x2D || (0x30...0x39).contains($0) } ?? false
        guard isNumber || ["true", "false", "null", "NaN", "Infinity"].contains(where: { word.elementsEqual($0.utf8) }) else {
            at = start
            throw error("no JSON value")
        }
    }

    private mutating func skipString() throws(JSONLineError) {
        try take(0x22, "a quotation mark is missing")
        while let byte = peek, byte != 0x22 { at += byte == 0x5C ? 2 : 1 }
        at = min(at, bytes.count)
        guard peek != nil else { throw JSONLineError(reason: "a string is not closed", column: at + 1) }
        at += 1
    }

    mutating func string() throws(JSONLineError) -> [UInt8] {
        let start = at
        try skipString()
        let inner = bytes[start + 1..<at - 1]
        guard let first = inner.firstIndex(of: 0x5C) else { return Array(inner) }
        var result = Array(inner[..<first])
        result.reserveCapacity(inner.count)
        var from = first
        while from < inner.endIndex {
            let byte = inner[from]
            guard byte == 0x5C else {
                result.append(byte)
                from += 1
                continue
            }
            let code = inner[from + 1]
            from += 2
            switch code {
            case 0x6E: result.append(0x0A)
            case 0x74: result.append(0x09)
            case 0x72: result.append(0x0D)
            case 0x62: result.append(0x08)
            case 0x66: result.append(0x0C)
            case 0x22, 0x5C, 0x2F: result.append(code)
            case 0x75:
                guard let unit = hex(inner, from) else {
                    at = from
                    throw error("\\u without four digits")
                }
                from += 4
                if (0xD800..<0xDC00).contains(unit), from + 1 < inner.endIndex, inner[from] == 0x5C, inner[from + 1] == 0x75,
                    let low = hex(inner, from + 2), (0xDC00..<0xE000).contains(low)
                {
                    from += 6
                    append(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00), to: &result)
                } else {
                    append(unit, to: &result)
                }
            default:
                at = from - 1
                throw error("an unknown escape")
            }
        }
        return result
    }

    private func hex(_ bytes: ArraySlice<UInt8>, _ at: Int) -> UInt32? {
        guard at + 4 <= bytes.endIndex else { return nil }
        var value: UInt32 = 0
        for byte in bytes[at..<at + 4] {
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
            case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x61 + 10)
            default: return nil
            }
        }
        return value
    }

    private func append(_ scalar: UInt32, to result: inout [UInt8]) {
        result.append(contentsOf: Unicode.UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}") ?? .init())
    }
}
