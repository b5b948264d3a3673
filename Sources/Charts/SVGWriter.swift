/// Writes SVG as text. Element and attribute names are the program's own; whatever is a value is escaped.
struct SVGWriter {
    private(set) var text = ""

    /// Opens a drawing of this size in its own units, an image with a name and a description. It scales with its box;
    /// one that stretches keeps its height and takes its box's width. One that holds links is a group, since an image has no parts.
    mutating func begin(
        width: Double, height: Double, class name: StaticString, title: String, description: String, stretch: Bool = false, hasLinks: Bool = false
    ) {
        text += "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"\(hasLinks ? "group" : "img")\" class=\"\(name)\" viewBox=\"0 0 \(fixed(width)) \(fixed(height))\""
        if stretch { text += " height=\"\(fixed(height))\" preserveAspectRatio=\"none\"" }
        text += ">"
        element("title", title)
        if !description.isEmpty { element("desc", description) }
    }

    mutating func end() { text += "</svg>" }

    mutating func open(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]) {
        tag(name, attributes)
        text += ">"
    }
    mutating func close(_ name: StaticString) { text += "</\(name)>" }

    mutating func empty(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>) {
        tag(name, attributes)
        text += "/>"
    }

    mutating func element(_ name: StaticString, _ content: String, _ attributes: KeyValuePairs<StaticString, String> = [:]) {
        open(name, attributes)
        text += escaped(content)
        close(name)
    }

    private mutating func tag(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>) {
        text += "<\(name)"
        for (name, value) in attributes { text += " \(name)=\"\(escaped(value))\"" }
    }
}

/// Text as XML character data and attribute values take it. It works on bytes, so that a combining mark behind a `<` hides nothing;
/// control characters, which XML does not allow, become U+FFFD.
func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
        switch byte {
        case 0x3C: bytes.append(contentsOf: "&lt;".utf8)
        case 0x3E: bytes.append(contentsOf: "&gt;".utf8)
        case 0x26: bytes.append(contentsOf: "&amp;".utf8)
        case 0x22: bytes.append(contentsOf: "&quot;".utf8)
        case 0x27: bytes.append(contentsOf: "&#39;".utf8)
        case 0x00..<0x20 where byte != 0x09 && byte != 0x0A && byte != 0x0D: bytes.append(contentsOf: "\u{FFFD}".utf8)
        default: bytes.append(byte)
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}

/// A coordinate with two decimals at most, the same on every machine.
func fixed(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "0" }
    let hundredths = Int((value * 100).rounded())
    let size = abs(hundredths)
    var text = (hundredths < 0 ? "-" : "") + String(size / 100)
    let rest = size % 100
    if rest != 0 { text += rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)" }
    return text
}
