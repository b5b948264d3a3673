/// A piece of HTML that is safe to put into a page: only `HTMLWriter` and the charts make it, and text enters it escaped.
struct Markup: Hashable, Sendable {
    /// UTF-8.
    let bytes: [UInt8]

    /// Takes markup that another writer of the program has made and escaped.
    init(made html: String) { bytes = Array(html.utf8) }
    init(made html: [UInt8]) { bytes = html }

    init(_ write: (inout HTMLWriter) -> Void) {
        var writer = HTMLWriter()
        write(&writer)
        bytes = writer.bytes
    }
}

/// Writes HTML. Names of elements and attributes are the program's own constants; text and attribute values are escaped.
struct HTMLWriter {
    private(set) var bytes: [UInt8] = []

    mutating func text(_ text: String) { appendEscaped(text, to: &bytes) }

    /// UTF-8 text in which a line feed is a line break.
    mutating func lines(_ utf8: ArraySlice<UInt8>) {
        utf8.withUnsafeBufferPointer { utf8 in
            var start = 0
            for end in 0...utf8.count where end == utf8.count || utf8[end] == 0x0A {
                if start > 0 { raw("<br>") }
                appendEscaped(UnsafeBufferPointer(rebasing: utf8[start..<end]), to: &bytes)
                start = end + 1
            }
        }
    }

    mutating func open(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:]) {
        bytes.append(0x3C)
        raw(name)
        for case (let name, let value?) in attributes {
            bytes.append(0x20)
            raw(name)
            raw("=\"")
            text(value)
            raw("\"")
        }
        bytes.append(0x3E)
    }

    mutating func close(_ name: StaticString) {
        raw("</")
        raw(name)
        bytes.append(0x3E)
    }

    mutating func element(_ name: StaticString, _ content: String, _ attributes: KeyValuePairs<StaticString, String?> = [:]) {
        open(name, attributes)
        text(content)
        close(name)
    }

    mutating func markup(_ markup: Markup) { bytes.append(contentsOf: markup.bytes) }

    private mutating func raw(_ constant: StaticString) { constant.withUTF8Buffer { bytes.append(contentsOf: $0) } }
}

/// Appends text as HTML takes it in content and in quoted attributes. It works on bytes, so that a combining mark or a prepended
/// character cannot hide a `<` or a quotation mark inside a grapheme; controls that HTML forbids become U+FFFD.
func appendEscaped(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { appendEscaped($0, to: &bytes) }
}

func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var clean = 0
    for (at, byte) in utf8.enumerated() {
        // Most bytes stand for themselves, and are copied in runs.
        if byte >= 0x20 && byte != 0x22 && byte != 0x26 && byte != 0x27 && byte != 0x3C && byte != 0x3E && byte != 0x7F { continue }
        bytes.append(contentsOf: utf8[clean..<at])
        clean = at + 1
        switch byte {
        case 0x3C: bytes.append(contentsOf: "&lt;".utf8)
        case 0x3E: bytes.append(contentsOf: "&gt;".utf8)
        case 0x26: bytes.append(contentsOf: "&amp;".utf8)
        case 0x22: bytes.append(contentsOf: "&quot;".utf8)
        case 0x27: bytes.append(contentsOf: "&#39;".utf8)
        case 0x09, 0x0A: bytes.append(byte)
        default: bytes.append(contentsOf: "\u{FFFD}".utf8)
        }
    }
    bytes.append(contentsOf: utf8[clean..<utf8.count])
}
