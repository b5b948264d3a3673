import Foundation
import Testing

/// The README's table of promises names for each the tests that keep it: those tests are there.
@Suite struct PromiseTests {
    static let rows: [Substring] = (ReadmeTests.text ?? "").split(separator: "\n").drop { !$0.hasPrefix("| promise") }.dropFirst(2).prefix { $0.hasPrefix("|") }

    @Test(.enabled(if: !PromiseTests.rows.isEmpty, "the README has no table that begins with `| promise`")) func everyPromiseHasItsTests() throws {
        #expect(Self.rows.count == 9)
        let tests = try FloorPlanTests.swiftFiles(in: "Tests").map { try String(contentsOf: $0, encoding: .utf8) }
        for row in Self.rows {
            let names = row.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 && $0.element.contains(".") && !$0.element.contains(" ") }
            #expect(!names.isEmpty, "no test is named: \(row)")
            for name in names {
                let parts = name.element.split(separator: ".")
                #expect(parts.count == 2, "`\(name.element)` is not Suite.test")
                let isThere = tests.contains { $0.contains("struct \(parts[0]) ") && $0.contains("func \(parts.last ?? "")(") }
                #expect(isThere, "there is no test `\(name.element)`")
            }
        }
    }
}
