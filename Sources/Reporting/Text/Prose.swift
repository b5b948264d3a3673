import DiscourseModel

/// A sentence of a report, whose numbers are linked to their comments. It is written once, and read as HTML, Markdown and plain text.
///
/// `Prose("Most answered: \(comment: 3) by \(name: "Ada")")`
struct Prose: Hashable, Sendable, ExpressibleByStringInterpolation {
    enum Piece: Hashable, Sendable {
        case text(String)
        /// Words of the page: an author's name, a title.
        case name(String)
        case comment(Int)
        /// A paragraph of the article, by its block.
        case block(Int)
        case strong(String)
    }
    var pieces: [Piece]

    init(stringLiteral value: String) { pieces = [.text(value)] }
    init(stringInterpolation: Interpolation) { pieces = stringInterpolation.pieces }

    struct Interpolation: StringInterpolationProtocol {
        var pieces: [Piece] = []
        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ literal: String) { if !literal.isEmpty { pieces.append(.text(literal)) } }
        mutating func appendInterpolation(_ text: String) { pieces.append(.text(text)) }
        mutating func appendInterpolation(_ number: Int) { pieces.append(.text(grouped(number))) }
        mutating func appendInterpolation(strong text: String) { pieces.append(.strong(text)) }
        mutating func appendInterpolation(name: String) { pieces.append(.name(name)) }
        mutating func appendInterpolation(comment: Int) { pieces.append(.comment(comment)) }
        mutating func appendInterpolation(block: Int) { pieces.append(.block(block)) }
        mutating func appendInterpolation(_ prose: Prose) { pieces += prose.pieces }

        /// The first few comments, and how many more there are.
        mutating func appendInterpolation(comments: [Int], limit: Int = 5) {
            for (position, comment) in comments.prefix(limit).enumerated() {
                if position > 0 { pieces.append(.text(", ")) }
                pieces.append(.comment(comment))
            }
            if comments.count > limit { pieces.append(.text(" and \(grouped(comments.count - limit)) more")) }
        }
        mutating func appendInterpolation(list: [Prose]) {
            for (position, item) in list.enumerated() {
                if position > 0 { pieces.append(.text(", ")) }
                pieces += item.pieces
            }
        }
    }

    func markup(_ material: ReportMaterial) -> Markup {
        Markup { html in
            for piece in pieces {
                switch piece {
                case .text(let text): html.text(text)
                case .name(let name): html.element("bdi", name)
                case .strong(let text): html.element("strong", text)
                case .comment(let index):
                    html.element("a", material.id(index), ["class": "ref", "href": "#" + material.id(index), "title": material.hint(index)])
                case .block(let block): html.element("a", material.blockName(block), ["class": "ref", "href": "#" + material.blockAnchor(block)])
                }
            }
        }
    }

    func markdown(_ material: ReportMaterial) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text), .name(let text): escapedMarkdownInline(text)
            case .strong(let text): "**" + escapedMarkdownInline(text) + "**"
            case .comment(let index): "[\(material.id(index))](#\(material.id(index)))"
            case .block(let block): material.blockName(block)
            }
        }.joined()
    }

    func plain(_ material: ReportMaterial) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text), .name(let text), .strong(let text): text
            case .comment(let index): material.id(index)
            case .block(let block): material.blockName(block)
            }
        }.joined()
    }
}
