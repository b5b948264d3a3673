internal import DiscourseModel
internal import Foundation
internal import GRDB

// A database is somebody's file: a value of another type than the schema's is read as absent, never trapped on.

extension Row {
    func optionalInt(_ index: Int) -> Int? { Int.fromDatabaseValue(self[index]) }
    func int(_ index: Int) -> Int { optionalInt(index) ?? 0 }
    func isTrue(_ index: Int) -> Bool { int(index) != 0 }
    func real(_ index: Int) -> Double { Double.fromDatabaseValue(self[index]) ?? 0 }
    func optionalText(_ index: Int) -> String? { String.fromDatabaseValue(self[index]) }
    func text(_ index: Int) -> String { optionalText(index) ?? "" }
    func time(_ index: Int) -> Timestamp? { optionalText(index).flatMap { Timestamp(iso8601: $0) } }
    func list(_ index: Int) -> [String] { value(index) ?? [] }
    func table(_ index: Int) -> [String: String] { value(index) ?? [:] }

    func value<T: Decodable>(_ index: Int) -> T? {
        optionalText(index).flatMap { try? JSONDecoder().decode(T.self, from: Data($0.utf8)) }
    }

    /// Four columns from `index` on: bytes, then code points.
    func span(_ index: Int) -> TextSpan {
        TextSpan(start: int(index), end: int(index + 1), codePointStart: int(index + 2), codePointEnd: int(index + 3))
    }

    /// Three columns from `index` on: thread, number, count.
    func position(_ index: Int) -> PagePosition? {
        optionalText(index).map { PagePosition(thread: $0, number: int(index + 1), count: optionalInt(index + 2)) }
    }

    /// Three columns from `index` on: start, end, node; and one with the page.
    func place(_ index: Int, page: Int? = nil) -> Place? {
        optionalInt(index).map { Place(start: $0, end: int(index + 1), node: optionalInt(index + 2), page: page.flatMap(optionalInt)) }
    }
}

/// JSON with sorted keys, so that equal values are equal bytes.
func jsonText(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Lists and tables of strings: there is nothing in them that JSON cannot hold.
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
}

/// The same for what every page has: an encoder costs more than the row.
func jsonText(_ list: [String]) -> String { "[" + list.map(quoted).joined(separator: ",") + "]" }
func jsonText(_ table: [String: String]) -> String {
    "{" + table.sorted { $0.key < $1.key }.map { quoted($0.key) + ":" + quoted($0.value) }.joined(separator: ",") + "}"
}

/// The same, or `nil` for an empty list or table.
func jsonTextOrNil(_ list: [String]) -> String? { list.isEmpty ? nil : jsonText(list) }
func jsonTextOrNil(_ table: [String: String]) -> String? { table.isEmpty ? nil : jsonText(table) }

/// A text in JSON's quotation marks (RFC 8259, 7), as the encoder writes it.
private func quoted(_ text: String) -> String {
    var bytes: [UInt8] = [0x22]
    for byte in text.utf8 {
        switch byte {
        case 0x22, 0x5C: bytes += [0x5C, byte]
        case 0x08: bytes += Array("\\b".utf8)
        case 0x09: bytes += Array("\\t".utf8)
        case 0x0A: bytes += Array("\\n".utf8)
        case 0x0C: bytes += Array("\\f".utf8)
        case 0x0D: bytes += Array("\\r".utf8)
        case 0..<0x20: bytes += Array("\\u00".utf8) + [0x30 + byte >> 4, byte & 15 < 10 ? 0x30 + byte & 15 : 0x57 + byte & 15]
        default: bytes.append(byte)
        }
    }
    return String(decoding: bytes + [0x22], as: UTF8.self)
}

extension Statement {
    /// Binds values of a list and runs; the statement is kept for the next time.
    func run(_ values: [(any DatabaseValueConvertible)?]) throws {
        setUncheckedArguments(StatementArguments(values))
        try execute()
    }
}
