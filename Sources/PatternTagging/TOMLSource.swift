/// The values of a TOML document with the places where they stand. The document must be valid: TOMLKit, which gives no places,
/// has judged it before.
struct TOMLSource {
    /// A value and the byte of the file at which it begins.
    struct Value {
        var content: Content
        var offset: Int
    }

    indirect enum Content {
        case string(PlacedString)
        case integer(Int)
        case boolean(Bool)
        case array([Value])
        case table([Entry])
        /// Floating point, dates and times: no key takes one.
        case other

        /// For messages: "a string", "a number" ...
        var name: String {
            switch self {
            case .string: "a string"
            case .integer: "a whole number"
            case .boolean: "true or false"
            case .array: "a list"
            case .table: "a table"
            case .other: "a number or date"
            }
        }
    }

    struct Entry {
        var key: String
        var keyOffset: Int
        var value: Value
    }

    static func entries(of text: [UInt8]) -> [Entry] {
        var reader = TOMLSource(text: text)
        reader.readDocument()
        return reader.root.entries()
    }

    private let text: [UInt8]
    private var position = 0
    private let root = Table()

    private init(text: [UInt8]) {
        self.text = text
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    /// A table while it is being filled; headers may come back to it.
    private final class Table {
        enum Slot { case value(Value), table(Table), tables([Table]) }
        var slots: [(key: String, offset: Int, slot: Slot)] = []
        var offset = 0

        func index(of key: String) -> Int? { slots.firstIndex { $0.key == key } }
        func entries() -> [Entry] {
            slots.map { key, offset, slot in
                switch slot {
                case .value(let value): Entry(key: key, keyOffset: offset, value: value)
                case .table(let table): Entry(key: key, keyOffset: offset, value: Value(content: .table(table.entries()), offset: table.offset))
                case .tables(let tables):
                    Entry(
                        key: key, keyOffset: offset,
                        value: Value(content: .array(tables.map { Value(content: .table($0.entries()), offset: $0.offset) }), offset: offset))
                }
            }
        }
        /// The table of this name (the last of several), made if it is not there.
        func descend(_ key: String, at offset: Int) -> Table {
            if let index = index(of: key) {
                switch slots[index].slot {
                case .table(let table): return table
                case .tables(let tables): return tables[tables.count - 1]
                case .value: return Table()
                }
            }
            let table = Table()
            table.offset = offset
            slots.append((key, offset, .table(table)))
            return table
        }
        func append(_ key: String, at offset: Int) -> Table {
            let table = Table()
            table.offset = offset
            if let index = index(of: key), case .tables(let tables) = slots[index].slot {
                slots[index].slot = .tables(tables + [table])
            } else {
                slots.append((key, offset, .tables([table])))
            }
            return table
        }
    }

    private var byte: UInt8 { position < text.count ? text[position] : 0 }
    private func has(_ string: StaticString) -> Bool {
        let count = string.utf8CodeUnitCount
        guard position + count <= text.count else { return false }
        for index in 0..<count where text[position + index] != string.utf8Start[index] { return false }
        return true
    }
    private mutating func skipBlanks() { while byte == 0x20 || byte == 0x09 { position += 1 } }
    /// Blanks, line ends and comments.
    private mutating func skipSpace() {
        while position < text.count {
            switch text[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            case UInt8(ascii: "#"): while position < text.count, text[position] != 0x0A { position += 1 }
            default: return
            }
        }
    }

    private mutating func readDocument() {
        var table = root
        skipSpace()
        while position < text.count {
            let start = position
            if byte == UInt8(ascii: "[") {
                let isArray = has("[[")
                position += isArray ? 2 : 1
                let keys = readKeys()
                skipBlanks()
                position += isArray ? 2 : 1
                table = keys.dropLast().reduce(root) { $0.descend($1.name, at: start) }
                guard let last = keys.last else { return }
                table = isArray ? table.append(last.name, at: start) : table.descend(last.name, at: start)
            } else {
                readPair(into: table)
            }
            // Whatever happened, go on: the document was judged valid, but a loop must end in any case.
            if position == start { position += 1 }
            skipSpace()
        }
    }

    private mutating func readPair(into table: Table) {
        let keys = readKeys()
        skipBlanks()
        if byte == UInt8(ascii: "=") { position += 1 }
        skipBlanks()
        let value = readValue()
        guard let last = keys.last else { return }
        let target = keys.dropLast().reduce(table) { $0.descend($1.name, at: $1.offset) }
        target.slots.append((last.name, last.offset, .value(value)))
    }

    private mutating func readKeys() -> [(name: String, offset: Int)] {
        var keys: [(name: String, offset: Int)] = []
        while position < text.count {
            skipBlanks()
            let start = position
            if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                keys.append((readString().text, start))
            } else {
                while position < text.count, isBareKeyByte(text[position]) { position += 1 }
                keys.append((String(decoding: text[start..<position], as: UTF8.self), start))
            }
            skipBlanks()
            guard byte == UInt8(ascii: ".") else { return keys }
            position += 1
        }
        return keys
    }

    private mutating func readValue() -> Value {
        let start = position
        switch byte {
        case UInt8(ascii: "'"), UInt8(ascii: "\""): return Value(content: .string(readString()), offset: start)
        case UInt8(ascii: "["):
            position += 1
            var items: [Value] = []
            skipSpace()
            while position < text.count, byte != UInt8(ascii: "]") {
                let before = position
                items.append(readValue())
                skipSpace()
                if byte == UInt8(ascii: ",") { position += 1 }
                skipSpace()
                if position == before { break }
            }
            position += 1
            return Value(content: .array(items), offset: start)
        case UInt8(ascii: "{"):
            position += 1
            let table = Table()
            skipSpace()
            while position < text.count, byte != UInt8(ascii: "}") {
                let before = position
                readPair(into: table)
                skipSpace()
                if byte == UInt8(ascii: ",") { position += 1 }
                skipSpace()
                if position == before { break }
            }
            position += 1
            return Value(content: .table(table.entries()), offset: start)
        default:
            while position < text.count, ![0x2C, 0x5D, 0x7D, 0x0A, 0x0D, 0x23].contains(text[position]) { position += 1 }
            let word = String(decoding: text[start..<position], as: UTF8.self).filter { $0 != "_" && $0 != " " && $0 != "\t" }
            switch word {
            case "true": return Value(content: .boolean(true), offset: start)
            case "false": return Value(content: .boolean(false), offset: start)
            default: return Value(content: Int(word).map(Content.integer) ?? .other, offset: start)
            }
        }
    }

    private mutating func readString() -> PlacedString {
        let mark = byte
        let isLiteral = mark == UInt8(ascii: "'")
        let isMultiline = position + 2 < text.count && text[position + 1] == mark && text[position + 2] == mark
        position += isMultiline ? 3 : 1
        if isMultiline { position += has("\r\n") ? 2 : has("\n") ? 1 : 0 }
        var string = PlacedString()
        while position < text.count {
            if byte == mark {
                guard isMultiline else { position += 1; break }
                var run = 0
                while position + run < text.count, text[position + run] == mark, run < 5 { run += 1 }
                if run >= 3 {
                    // Up to two quotation marks may stand before the closing three.
                    for _ in 0..<(run - 3) { string.append(mark, at: position); position += 1 }
                    position += 3
                    break
                }
            }
            if byte == UInt8(ascii: "\\"), !isLiteral { readEscape(into: &string) } else {
                string.append(byte, at: position)
                position += 1
            }
        }
        return string
    }

    private mutating func readEscape(into string: inout PlacedString) {
        let start = position
        position += 2
        guard start + 1 < text.count else { return }
        switch text[start + 1] {
        case UInt8(ascii: "n"): string.append(0x0A, at: start)
        case UInt8(ascii: "t"): string.append(0x09, at: start)
        case UInt8(ascii: "r"): string.append(0x0D, at: start)
        case UInt8(ascii: "b"): string.append(0x08, at: start)
        case UInt8(ascii: "f"): string.append(0x0C, at: start)
        case UInt8(ascii: "e"): string.append(0x1B, at: start)
        case UInt8(ascii: "u"), UInt8(ascii: "U"), UInt8(ascii: "x"):
            let count = text[start + 1] == UInt8(ascii: "u") ? 4 : text[start + 1] == UInt8(ascii: "U") ? 8 : 2
            let digits = text[min(position, text.count)..<min(position + count, text.count)]
            position += digits.count
            let scalar = UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
            for byte in String(scalar).utf8 { string.append(byte, at: start) }
        case 0x20, 0x09, 0x0A, 0x0D:
            // A backslash at the end of a line takes the line end and the blanks of the next line away.
            while [0x20, 0x09, 0x0A, 0x0D].contains(byte), position < text.count { position += 1 }
        case let other: string.append(other, at: start)
        }
    }
}

private func isBareKeyByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x5F
}
