/// The templates of the HTML reports, read: `report.mustache` and `index.mustache` lay out the pages, the others are their parts,
/// `report.css` is the style sheet, and `report.js` the script.
package struct ReportTemplates: Sendable {
    let templates: [String: Template]
    let style: String
    /// Empty where the templates have none: every report can be read without.
    let script: String

    /// Reads a folder's files; files that are none of the templates' are passed over.
    ///
    /// - Parameter files: each file's path below the templates' folder (`thread.mustache`) and its text.
    /// - Throws: what is wrong, in which file, at which line.
    package init(files: [(path: String, text: String)]) throws(TemplateError) {
        var templates: [String: Template] = [:]
        var style: String?
        var script = ""
        for (path, text) in files {
            if path == "report.css" { style = text }
            if path == "report.js" { script = text }
            if path.hasSuffix(".mustache") { templates[String(path.dropLast(".mustache".count))] = try Template(text, file: path) }
        }
        guard let style else { throw TemplateError(file: "report.css", message: "The style sheet is missing from the templates.") }
        guard templates["report"] != nil else {
            throw TemplateError(file: "report.mustache", message: "The page's template is missing from the templates.")
        }
        // What would end the element that holds the text, or open a comment in it.
        for (file, text, refused) in [("report.css", style, ["<"]), ("report.js", script, ["</", "<!--"])] {
            for words in refused {
                guard let at = text.utf8.firstRange(of: words.utf8)?.lowerBound else { continue }
                throw TemplateError(file: file, line: 1 + text.utf8[..<at].count { $0 == 0x0A }, message: "This file must not contain `\(words)`.")
            }
        }
        try checkIncludes(templates)
        self.templates = templates
        self.style = style
        self.script = script
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

/// Every included template must be there, and none may include itself, by whatever way: it would never end.
private func checkIncludes(_ templates: [String: Template]) throws(TemplateError) {
    let ordered = templates.sorted { $0.key < $1.key }
    for (name, template) in ordered {
        for include in template.includes where templates[include.name] == nil {
            throw TemplateError(
                file: name + ".mustache", line: include.line, message: "There is no template `\(include.name).mustache` to include.")
        }
    }
    for (name, _) in ordered {
        var reached: Set<String> = []
        var open = [name]
        while let next = open.popLast() {
            guard let template = templates[next] else { continue }
            // A name that the report gives stands for any of its sections.
            let named = template.includesNamed ? ReportSection.all.map { "\($0.template)" } : []
            for include in template.includes.map(\.name) + named {
                if include == name { throw TemplateError(file: name + ".mustache", message: "The template includes itself.") }
                if reached.insert(include).inserted { open.append(include) }
            }
        }
    }
}
