/// What a template can be given. There is no case for a bare string: a value is text, which is escaped however a template asks
/// for it, or markup that the program has made. So no template can let a page's words through as markup.
enum TemplateValue {
    case text(String)
    case markup(Markup)
    case flag(Bool)
    case list([Fields])
    /// A list whose rows are made one at a time, while they are written.
    case rows(count: Int, (Int) -> Fields)
    case fields(Fields)
    /// The name of another template, for `{{>*name}}`; a constant of the program.
    case template(StaticString)
    case none

    /// Text where there is some.
    static func optional(_ text: String?) -> TemplateValue { text.map(TemplateValue.text) ?? .none }
    static func optional(_ markup: Markup?) -> TemplateValue { markup.map(TemplateValue.markup) ?? .none }
    static func number(_ value: Int) -> TemplateValue { .text(grouped(value)) }

    /// Whether a section of this value is left out.
    var isNothing: Bool {
        switch self {
        case .text(let text): text.isEmpty
        case .markup(let markup): markup.bytes.isEmpty
        case .flag(let flag): !flag
        case .list(let rows): rows.isEmpty
        case .rows(let count, _): count == 0
        case .fields, .template: false
        case .none: true
        }
    }
}

/// Named values for a template. Something that is there and empty hides a value of the same name further out.
struct Fields: ExpressibleByDictionaryLiteral {
    private struct Entry {
        var name: String
        var value: TemplateValue
    }
    private var entries: [Entry]

    init(dictionaryLiteral elements: (String, TemplateValue)...) { entries = elements.map { Entry(name: $0.0, value: $0.1) } }

    /// The value of a name; of two with one name, the first.
    subscript(name: String) -> TemplateValue? {
        // A dozen short names are found sooner one after another than by their hashes.
        for entry in entries where entry.name == name { return entry.value }
        return nil
    }

    mutating func add(_ name: String, _ value: TemplateValue) { entries.append(Entry(name: name, value: value)) }
}
