import DiscourseModel
import Foundation
@testable import Storage
import Testing

/// JSON as Foundation's encoder writes it: what older versions stored stays equal to what is stored now.
@Suite struct JSONTextTests {
    private func foundation(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>) func pages(seed: UInt64) throws {
        let page = generatedPage(seed: seed)
        #expect(jsonText(page) == (try foundation(page)))
    }

    @Test func everyByteOfASCII() throws {
        let text = String(decoding: (0...0x7F).map { UInt8($0) }, as: UTF8.self)
        #expect(jsonText([text]) == (try foundation([text])))
        #expect(jsonText([text: text, "": "é"]) == (try foundation([text: text, "": "é"])))
    }

    private struct Numbers: Codable {
        var whole = 3.0, part = 0.1, small = 1e-7, large = 1e21, least = -Double.greatestFiniteMagnitude, single: Float = 0.1
        var integers = [Int.min, 0, .max], byte: UInt8 = 255, truth = [true, false], nothing: Int?, nested = [["a": [1]], [:]], none: [Int?] = [nil, 1]
    }

    @Test func numbers() throws { #expect(jsonText(Numbers()) == (try foundation(Numbers()))) }

    @Test func aNumberThatJSONLacks() { #expect(jsonText([Double.nan]) == "null") }
}
