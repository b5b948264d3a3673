internal import Markup

/// The page that a browser's "view source" shows, where that view was saved instead of the page: Firefox marks the body as
/// `viewsource`, Chromium lays the lines out in a table of numbers and contents. `nil` for any other page.
func viewedSource(_ html: HTMLDocument) -> [UInt8]? {
    guard let body = (0..<html.count).first(where: { html.name($0) == .body }) else { return nil }
    var source: [UInt8] = []
    if html.attribute(body, .id) == "viewsource" {
        for node in html.subtree(body) where html.isText(node) { source += html.textBytes(node) }
    } else {
        let content = Array("line-content".utf8)
        let cells = lineCells(in: html, body, content)
        for cell in cells {
            for node in html.subtree(cell) where html.isText(node) { source += html.textBytes(node) }
            source.append(0x0A)
        }
    }
    return source.contains(0x3C) ? source : nil
}

/// The cells that hold the lines. Nothing but the table may stand in the body, so that no page that quotes one is taken for it.
private func lineCells(in html: HTMLDocument, _ body: Int, _ content: [UInt8]) -> [Int] {
    let number = Array("line-number".utf8)
    var cells: [Int] = []
    var numbers = 0
    for node in html.subtree(body) where html.name(node) == .td {
        if html.hasToken(node, .class, content) { cells.append(node) } else if html.hasToken(node, .class, number) { numbers += 1 } else { return [] }
    }
    return numbers >= cells.count ? cells : []
}
