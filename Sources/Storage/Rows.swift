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

extension Statement {
    /// Binds values of a list and runs; the statement is kept for the next time.
    func run(_ values: [(any DatabaseValueConvertible)?]) throws {
        setUncheckedArguments(StatementArguments(values))
        try execute()
    }
}
