extension ReportTemplates {
    /// Writes a template with the values it is given.
    func render(_ name: String, _ context: Fields) -> String {
        var output = TemplateOutput(templates: templates)
        output.write(name, [context])
        return String(decoding: output.bytes, as: UTF8.self)
    }
}

/// A page while it is written.
private struct TemplateOutput {
    let templates: [String: Template]
    var bytes: [UInt8] = []

    init(templates: [String: Template]) {
        self.templates = templates
        bytes.reserveCapacity(1 << 18)
    }

    mutating func write(_ name: String, _ scopes: [Fields]) {
        // That it is there was checked when the templates were read.
        if let template = templates[name] { write(template.parts, scopes) }
    }

    private mutating func write(_ parts: [Template.Part], _ scopes: [Fields]) {
        for part in parts {
            switch part {
            case .literal(let text): bytes.append(contentsOf: text)
            case .value(let name):
                switch value(name, scopes) {
                case .text(let text): appendEscaped(text, to: &bytes)
                case .markup(let markup): bytes.append(contentsOf: markup.bytes)
                default: break
                }
            case .section(let name, let inner):
                switch value(name, scopes) {
                case .list(let rows): for row in rows { write(inner, scopes + [row]) }
                case .rows(let count, let row): for index in 0..<count { write(inner, scopes + [row(index)]) }
                case .fields(let fields): write(inner, scopes + [fields])
                case let value: if !value.isNothing { write(inner, scopes) }
                }
            case .inverted(let name, let inner): if value(name, scopes).isNothing { write(inner, scopes) }
            case .include(let name, _): write(name, scopes)
            case .includeNamed(let name): if case .template(let name) = value(name, scopes) { write("\(name)", scopes) }
            }
        }
    }

    private func value(_ name: String, _ scopes: [Fields]) -> TemplateValue {
        for scope in scopes.reversed() { if let value = scope[name] { return value } }
        return .none
    }
}
