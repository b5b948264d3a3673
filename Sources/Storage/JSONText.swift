/// JSON with sorted keys, so that equal values are equal bytes.
func jsonText(_ value: some Encodable) -> String {
    let node = JSONNode()
    // Lists and tables of strings: there is nothing in them that JSON cannot hold.
    guard (try? value.encode(to: JSONNodeEncoder(node: node, codingPath: []))) != nil else { return "null" }
    var bytes: [UInt8] = []
    node.write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
}

/// The same for what every page has, without the detour.
func jsonText(_ list: [String]) -> String {
    var bytes = [UInt8(ascii: "[")]
    for (index, text) in list.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        appendQuoted(text, to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
    return String(decoding: bytes, as: UTF8.self)
}
func jsonText(_ table: [String: String]) -> String {
    var bytes = [UInt8(ascii: "{")]
    for (index, entry) in table.sorted(by: { $0.key < $1.key }).enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        appendQuoted(entry.key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        appendQuoted(entry.value, to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
    return String(decoding: bytes, as: UTF8.self)
}

/// The same, or `nil` for an empty list or table.
func jsonTextOrNil(_ list: [String]) -> String? { list.isEmpty ? nil : jsonText(list) }
func jsonTextOrNil(_ table: [String: String]) -> String? { table.isEmpty ? nil : jsonText(table) }

/// Appends a text in JSON's quotation marks (RFC 8259, 7), as Foundation's encoder writes it.
func appendQuoted(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(0x22)
    var text = text
    text.withUTF8 { text in
        // What may stand as it is goes over in one piece.
        var start = 0
        for place in 0..<text.count {
            let byte = text[place]
            if byte >= 0x20, byte != 0x22, byte != 0x5C { continue }
            bytes += UnsafeBufferPointer(rebasing: text[start..<place])
            start = place + 1
            switch byte {
            case 0x22, 0x5C: bytes += [0x5C, byte]
            case 0x08: bytes += "\\b".utf8
            case 0x09: bytes += "\\t".utf8
            case 0x0A: bytes += "\\n".utf8
            case 0x0C: bytes += "\\f".utf8
            case 0x0D: bytes += "\\r".utf8
            default: bytes += [0x5C, 0x75, 0x30, 0x30, 0x30 + byte >> 4, byte & 15 < 10 ? 0x30 + byte & 15 : 0x57 + byte & 15]
            }
        }
        bytes += UnsafeBufferPointer(rebasing: text[start...])
    }
    bytes.append(0x22)
}
