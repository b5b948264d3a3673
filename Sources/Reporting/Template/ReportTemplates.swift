import Mustache

/// The templates and the style sheet of the HTML report, compiled: `report.mustache`, its partials, and `report.css`.
package struct ReportTemplates: Sendable {
    let library: MustacheLibrary
    let style: String

    /// Compiles a folder's files; files that are neither templates nor the style sheet are passed over.
    ///
    /// - Parameter files: each file's path below the templates' folder (`thread.mustache`) and its text.
    /// - Throws: what is wrong, in which file, at which line.
    package init(files: [(path: String, text: String)]) throws(TemplateError) {
        var templates: [String: MustacheTemplate] = [:]
        var texts: [(path: String, name: String, text: String)] = []
        var style: String?
        for (path, text) in files {
            if path == "report.css" { style = text }
            guard path.hasSuffix(".mustache") else { continue }
            let name = String(path.dropLast(".mustache".count))
            templates[name] = try compiled(text, path)
            texts.append((path, name, text))
        }
        guard let style else { throw TemplateError(file: "report.css", message: "The style sheet is missing from the templates.") }
        guard templates["report"] != nil else {
            throw TemplateError(file: "report.mustache", message: "The page's template is missing from the templates.")
        }
        if let at = style.utf8.firstIndex(of: 0x3C) {
            // A `<` has no use in the sheet, and `</style` would end it.
            throw TemplateError(
                file: "report.css", line: lineNumber(of: at, in: style), message: "A style sheet must not contain `<`.")
        }
        try checkIncludes(texts)
        self.library = MustacheLibrary(templates: templates)
        self.style = style
    }
}

/// A template that cannot be used.
package struct TemplateError: Error, CustomStringConvertible, Equatable {
    /// The path below the templates' folder.
    package var file: String
    /// From 1; `nil` where the fault has no place.
    package var line: Int?
    package var column: Int?
    package var message: String

    package init(file: String, line: Int? = nil, column: Int? = nil, message: String) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
    }

    /// `thread.mustache:3:14: ...`
    package var description: String {
        file + (line.map { ":\($0)" } ?? "") + (column.map { ":\($0)" } ?? "") + ": " + message
    }
}

/// Switches Mustache's own escaping off; see `TemplateValue`.
private let pragma = "{{% CONTENT_TYPE:TEXT}}\n"

private func compiled(_ text: String, _ path: String) throws(TemplateError) -> MustacheTemplate {
    do {
        return try MustacheTemplate(string: pragma + text)
    } catch let error as MustacheTemplate.ParserError {
        throw TemplateError(
            file: path, line: max(1, error.context.lineNumber - 1), column: error.context.columnNumber, message: explained(error.error))
    } catch {
        throw TemplateError(file: path, message: "\(error)")
    }
}

private func explained(_ error: any Error) -> String {
    guard let error = error as? MustacheTemplate.Error else { return "The tag is not finished: `}}` is missing." }
    return switch error {
    case .sectionCloseNameIncorrect: "The section is closed by another name than it was opened with."
    case .unfinishedName: "The tag is not finished: `}}` is missing."
    case .expectedSectionEnd: "A section is opened and never closed (`{{/name}}` is missing)."
    case .invalidSetDelimiter: "The tag that sets delimiters is malformed."
    default: "The template cannot be read (\(error))."
    }
}

/// Every included template must be there, and none may include itself, by whatever way: it would never end.
private func checkIncludes(_ templates: [(path: String, name: String, text: String)]) throws(TemplateError) {
    let names = Set(templates.map(\.name))
    var includes: [String: [String]] = [:]
    for template in templates {
        for include in includedNames(template.text) {
            // A name that the report gives stands for any of its sections.
            if include.name.hasPrefix("*") {
                includes[template.name, default: []] += ReportSection.all.map { "\($0.template)" }
                continue
            }
            guard names.contains(include.name) else {
                throw TemplateError(file: template.path, line: include.line, message: "There is no template `\(include.name).mustache` to include.")
            }
            includes[template.name, default: []].append(include.name)
        }
    }
    for template in templates {
        var reached: Set<String> = []
        var open = includes[template.name] ?? []
        while let name = open.popLast() {
            if name == template.name { throw TemplateError(file: template.path, message: "The template includes itself.") }
            if reached.insert(name).inserted { open += includes[name] ?? [] }
        }
    }
}

/// The names in `{{> name}}` tags, with their lines.
private func includedNames(_ text: String) -> [(name: String, line: Int)] {
    var names: [(name: String, line: Int)] = []
    for (number, line) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
        var rest = line[...]
        while let brace = rest.firstIndex(of: 0x7B) {
            rest = rest[rest.index(after: brace)...]
            guard rest.first == 0x7B else { continue }
            var tag = rest.dropFirst()
            while tag.first == 0x20 { tag = tag.dropFirst() }
            guard tag.first == 0x3E || tag.first == 0x3C else { continue }
            tag = tag.dropFirst().drop { $0 == 0x20 }
            names.append((String(decoding: tag.prefix { $0 != 0x20 && $0 != 0x7D }, as: UTF8.self), number + 1))
        }
    }
    return names
}

private func lineNumber(of index: String.Index, in text: String) -> Int {
    1 + text.utf8[..<index].count { $0 == 0x0A }
}
