import Foundation
import Testing

@testable import Exchange

private func written(_ text: String) -> String {
    var json = JSONWriter()
    json.value(text)
    return json.text
}

struct JSONWriterTests {
    @Test(arguments: [
        ("a\"b\\c", #""a\"b\\c""#),
        ("line\nfeed\ttab\r", #""line\nfeed\ttab\r""#),
        ("\u{0}\u{1B}\u{7F}\u{9B}", #""\u0000\u001b\u007f\u009b""#),
        ("\u{2028}\u{2029}\u{202E}\u{2066}\u{061C}\u{200F}\u{FEFF}", #""\u2028\u2029\u202e\u2066\u061c\u200f\ufeff""#),
        ("äö – “x” 日本 😀 ؀ £", #""äö – “x” 日本 😀 ؀ £""#),
        ("", #""""#),
    ])
    func escapes(text: String, expected: String) {
        #expect(written(text) == expected)
    }

    @Test func everyCodePointComesBack() throws {
        var text = ""
        for value in UInt32(0)...0x2100 { if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) } }
        for value in UInt32(0xFE00)...0x1_0020 { if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) } }
        // Foundation drops a byte order mark at the beginning alone; the array keeps it inside.
        let read = try #require(JSONSerialization.jsonObject(with: Data(("[" + written(text) + "]").utf8)) as? [String])
        #expect(Array(read[0].unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test func structureAndNumbers() {
        var json = JSONWriter()
        json.object {
            $0.field("a", 1)
            $0.field("none", nil as String?)
            $0.key("list")
            $0.array([[1, 2], []]) { json, inner in json.array(inner) { $0.value($1) } }
            $0.field("x", 0.98)
            $0.field("nan", Double.nan)
            $0.field("sorted", sorted: ["b": "2", "a": "1"])
            $0.field("t", true)
        }
        #expect(json.text == #"{"a":1,"none":null,"list":[[1,2],[]],"x":0.98,"nan":null,"sorted":{"a":"1","b":"2"},"t":true}"#)
    }
}
