package import DiscourseModel

/// A discussion as an indented tree for the terminal, tags below each comment.
///
/// Whatever came from the page is made safe for a terminal; the only escapes in it are the colours, and only where they are asked for.
package struct TerminalTree: Sendable {
    /// Columns of the terminal.
    package var width: Int
    /// Whether names, reply marks and tags are coloured (ANSI SGR).
    package var colors: Bool

    package init(width: Int = 80, colors: Bool = false) {
        self.width = max(40, width)
        self.colors = colors
    }

    /// Lines, each with a line feed at its end.
    package func render(_ page: AnalyzedPage) -> String {
        let material = ReportMaterial(page)
        var lines = wrapped(terminalSafeLine(material.title), to: width).map { paint($0, .strong) }
        let facts = [page.article.byline, page.article.published.map(readable), page.article.site].compactMap(\.self).map(terminalSafeLine)
        if !facts.isEmpty { lines.append(paint(facts.joined(separator: " · "), .faint)) }
        lines.append(paint(completeness(material), .faint))
        for (index, level) in material.order {
            if level == 0 { lines.append("") }
            lines += comment(material, index, level: level)
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func comment(_ material: ReportMaterial, _ index: Int, level: Int) -> [String] {
        let comment = material.comments[index]
        // Half of the width is the text's, however deep the thread.
        let shown = min(level, max(1, width / 2 / 2))
        let rail = paint(String(repeating: "│ ", count: shown), .faint)
        let room = width - shown * 2
        var head = paint(material.id(index), .faint) + " " + paint(terminalSafeLine(material.speaker(index)), .strong)
        if let time = comment.posted.map(readable) ?? comment.postedText { head += paint(", " + terminalSafeLine(time), .faint) }
        if comment.state != .live { head += " [\(comment.state.rawValue)]" }
        var lines = [head]
        if let reply = replyLine(material, index) { lines += wrapped(reply, to: room).map { paint($0, .reply) } }
        for passage in comment.quoted {
            let author = passage.author.map { terminalSafeLine($0) + ": " } ?? ""
            lines += textLines(author + passage.text, room - 2).map { paint("> " + $0, .faint) }
        }
        lines += textLines(comment.text, room)
        let tags = distinctTags(material.taggings[index]).map { tag, own, _ in
            (text: "[" + terminalSafeLine(material.label(tag)) + (own == 0 ? ", quoted" : "") + "]", kind: material.kind(tag))
        }
        lines += tagLines(tags, room)
        return lines.map { rail + $0 }
    }

    private func replyLine(_ material: ReportMaterial, _ index: Int) -> String? {
        func target(_ index: Int) -> String { "\(material.id(index)) \(terminalSafeLine(material.speaker(index)))" }
        return switch material.mark(index) {
        case nil: nil
        case .link(let parent, true): "↳ answers " + target(parent)
        case .link(let parent, false): "⇢ probably answers " + target(parent) + " (" + terminalSafeLine(material.evidence(index)) + ")"
        case .guess(let parent): "⇢ may answer " + target(parent)
        case .absent(let name, let guess):
            "↳ answers " + terminalSafeLine(name) + ", who is not on this page" + (guess.map { "; best guess: " + target($0) } ?? "")
        case .open(let guess): "↳ answers someone" + (guess.map { "; best guess: " + target($0) } ?? "")
        }
    }

    private func textLines(_ text: String, _ room: Int) -> [String] {
        var lines: [String] = []
        for line in terminalSafe(text).utf8.split(separator: 0x0A) {
            lines += wrapped(Substring(decoding: line, as: UTF8.self), to: room)
        }
        return lines
    }

    /// Tags side by side as far as they fit; colours take no room.
    private func tagLines(_ tags: [(text: String, kind: TagDefinition.Kind)], _ room: Int) -> [String] {
        var lines: [String] = []
        var used = 0
        for tag in tags {
            let painted = paint(tag.text, tag.kind == .theme ? .theme : .rhetoric)
            let columns = terminalWidth(tag.text)
            if lines.isEmpty || used + 1 + columns > room {
                lines.append(painted)
                used = columns
            } else {
                lines[lines.count - 1] += " " + painted
                used += 1 + columns
            }
        }
        return lines
    }

    private enum Ink: String { case strong = "1", faint = "2", reply = "32", theme = "34", rhetoric = "33" }
    private func paint(_ text: String, _ ink: Ink) -> String {
        colors && !text.isEmpty ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
    }
}
