import Digest

/// What every page carries: the style sheet, the script, and the policy that allows these two and nothing else
/// (https://www.w3.org/TR/CSP3/: `default-src 'none'` forbids every request; a hash allows the one inline text that has it).
struct PageFrame: Sendable {
    private let style: Markup
    private let script: Markup
    private let policy: String

    init(_ templates: ReportTemplates) {
        func allowed(_ text: String) -> String { text.isEmpty ? "'none'" : "'sha256-\(base64(SHA256.digest(text.utf8)))'" }
        style = Markup(made: templates.style)
        script = Markup(made: templates.script)
        policy = "default-src 'none'; style-src \(allowed(templates.style)); script-src \(allowed(templates.script)); base-uri 'none'; form-action 'none'"
    }

    func add(to context: inout Fields) {
        context.add("policy", .text(policy))
        context.add("style", .markup(style))
        context.add("script", .markup(script))
    }
}

/// JSON as the content of a `script` element of another type than a script's: a `<` could end the element or open a comment in it,
/// and in JSON it can stand only in a string, where its escape means the same.
func dataBlock(_ json: String) -> Markup {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(json.utf8.count + 64)
    for byte in json.utf8 {
        if byte == 0x3C { bytes.append(contentsOf: "\\u003c".utf8) } else { bytes.append(byte) }
    }
    return Markup(made: bytes)
}
