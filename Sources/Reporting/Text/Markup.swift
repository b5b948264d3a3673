/// A piece of HTML that is safe to put into a page: only `HTMLWriter` and the charts make it, and text enters it escaped.
struct Markup: Hashable, Sendable {
    let html: String

    /// Takes markup that another writer of the program has made and escaped.
    init(made html: String) { self.html = html }

    init(_ write: (inout HTMLWriter) -> Void) {
        var writer = HTMLWriter()
        write(&writer)
        html = writer.html
    }
}

/// Writes HTML. Names of elements and attributes are the program's own constants; text and attribute values are escaped.
struct HTMLWriter {
    private var bytes: [UInt8] = []

    var html: String { String(decoding: bytes, as: UTF8.self) }

    mutating func text(_ text: String) { appendEscaped(text, to: &bytes) }

    /// Text in which a line feed is a line break.
    mutating func lines(_ utf8: Substring.UTF8View) {
        var first = true
        for line in utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if !first { raw("<br>") }
            first = false
            appendEscaped(line, to: &bytes)
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

    mutating func markup(_ markup: Markup) { bytes.append(contentsOf: markup.html.utf8) }

    private mutating func raw(_ constant: StaticString) { constant.withUTF8Buffer { bytes.append(contentsOf: $0) } }
}

/// Text as HTML takes it in content and in quoted attributes. It works on bytes, so that a combining mark or a prepended
/// character cannot hide a `<` or a quotation mark inside a grapheme; controls that HTML forbids become U+FFFD.
func escapedHTML(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    appendEscaped(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
}

private func appendEscaped(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { utf8 in appendEscaped(utf8, to: &bytes) }
}

private func appendEscaped(_ utf8: some Collection<UInt8>, to bytes: inout [UInt8]) {
    for byte in utf8 {
        switch byte {
        case 0x3C: bytes.append(contentsOf: "&lt;".utf8)
        case 0x3E: bytes.append(contentsOf: "&gt;".utf8)
        case 0x26: bytes.append(contentsOf: "&amp;".utf8)
        case 0x22: bytes.append(contentsOf: "&quot;".utf8)
        case 0x27: bytes.append(contentsOf: "&#39;".utf8)
        case 0x09, 0x0A: bytes.append(byte)
        case 0x00..<0x20, 0x7F: bytes.append(contentsOf: "\u{FFFD}".utf8)
        default: bytes.append(byte)
        }
    }
}
