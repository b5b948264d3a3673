import Mustache

/// What a template can be given. There is no case for a bare string: a value is text, which escapes itself however a template asks
/// for it, or markup that the program has made. So no template can let a page's words through as markup.
enum TemplateValue {
    case text(String)
    case markup(Markup)
    case flag(Bool)
    case list([Fields])
    case fields(Fields)
    /// The name of another template, for `{{>*name}}`; a constant of the program.
    case template(StaticString)
    case none

    /// Text where there is some.
    static func optional(_ text: String?) -> TemplateValue { text.map(TemplateValue.text) ?? .none }
    static func optional(_ markup: Markup?) -> TemplateValue { markup.map(TemplateValue.markup) ?? .none }
    static func number(_ value: Int) -> TemplateValue { .text(grouped(value)) }
}

/// Named values for a template.
struct Fields: MustacheParent, ExpressibleByDictionaryLiteral {
    var values: [String: TemplateValue]

    init(dictionaryLiteral elements: (String, TemplateValue)...) { values = Dictionary(elements) { $1 } }

    /// What Mustache sees under a name. Something that is there and empty hides a value of the same name further out.
    func child(named name: String) -> Any? {
        switch values[name] {
        case nil: nil
        case .text(let text): text.isEmpty ? Nothing() : TextLeaf(text: text)
        case .markup(let markup): markup.html.isEmpty ? Nothing() : MarkupLeaf(renderText: markup.html)
        case .flag(let flag): flag
        case .list(let rows): rows
        case .fields(let fields): fields
        case .template(let name): "\(name)"
        case .some(.none): Nothing()
        }
    }
}

/// Mustache escapes by graphemes, so that `"` with a combining mark behind it goes through. Its templates are therefore run with
/// escaping off (`ReportTemplates`), and a text escapes itself, byte by byte.
private struct TextLeaf: MustacheCustomRenderable, MustacheParent {
    let text: String
    var renderText: String { escapedHTML(text) }
    var isNull: Bool { false }
    func child(named: String) -> Any? { nil }
}

private struct MarkupLeaf: MustacheCustomRenderable, MustacheParent {
    let renderText: String
    var isNull: Bool { false }
    func child(named: String) -> Any? { nil }
}

private struct Nothing: MustacheCustomRenderable, MustacheParent {
    var renderText: String { "" }
    var isNull: Bool { true }
    func child(named: String) -> Any? { nil }
}
