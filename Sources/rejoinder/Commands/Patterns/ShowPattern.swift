internal import ArgumentParser
internal import DiscourseModel
internal import Exchange
internal import PatternTagging
internal import Reporting

struct ShowPattern: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a tag whole: what it means, its lines as they are searched for, its examples.",
        discussion: """
            EXAMPLES:
              rejoinder patterns show attack/name-calling
              rejoinder patterns show conflict --json
            """)

    @Argument(help: "A tag's id, or the name that tags are nested in.") var id: String
    @OptionGroup var patterns: PatternOptions
    @Flag(help: "One JSON document (rejoinder.pattern-tags/1).") var json = false

    func run() throws {
        let (library, problems) = try patterns.load(Settings.load())
        for problem in problems where problem.severity == .error { Terminal.note(printable(problem)) }
        let tags = library.describe(id)
        guard !tags.isEmpty else {
            throw Failure(.impossible, "there is no tag '\(id)'" + (library.adviceOnTag(id).map { "; \($0)" } ?? "; `rejoinder patterns list` names them"))
        }
        if json { return Terminal.print(record(tags)) }
        for (index, tag) in tags.enumerated() {
            if index > 0 { Terminal.print("") }
            show(tag)
        }
    }

    private func show(_ tag: TagDescription) {
        func line(_ name: String, _ value: String?) {
            if let value { Terminal.print(terminalSafeLine("  \(name)\(String(repeating: " ", count: max(1, 10 - name.count)))\(value)")) }
        }
        let definition = tag.definition
        Terminal.print(terminalSafeLine("\(definition.id)  \(definition.label)  (\(tag.file):\(tag.line))"))
        line("kind", "\(definition.kind.rawValue), \(tag.language ?? "any language")\(definition.isExperimental ? ", experimental" : "")")
        line("about", definition.about)
        line("source", definition.source)
        line("license", tag.license)
        line("where", tag.whereabouts)
        line("parent", tag.parentTag)
        line("near", tag.near)
        line("min", tag.min > 1 ? "\(tag.min)" : nil)
        line("voice", tag.countsQuoted ? "any" : nil)
        for info in tag.lines {
            line(info.label, info.written + (!info.hasLiteral && info.finds ? "   (no literal to filter by)" : ""))
            if info.regex != info.written { line("", "= " + info.regex) }
        }
        for example in tag.match { line("match", example) }
        for example in tag.noMatch { line("no_match", example) }
    }

    private func record(_ tags: [TagDescription]) -> String {
        var writer = JSONWriter()
        writer.object {
            $0.field("schema", "rejoinder.pattern-tags/1")
            $0.key("tags")
            $0.array(tags) { json, tag in
                json.object {
                    $0.field("id", tag.definition.id)
                    $0.field("kind", tag.definition.kind.rawValue)
                    $0.field("language", tag.language)
                    $0.field("label", tag.definition.label)
                    $0.field("about", tag.definition.about)
                    $0.field("source", tag.definition.source)
                    $0.field("license", tag.license)
                    $0.field("experimental", tag.definition.isExperimental)
                    $0.field("file", tag.file)
                    $0.field("file_line", tag.line)
                    $0.field("where", tag.whereabouts)
                    $0.field("parent_tag", tag.parentTag)
                    $0.field("min", tag.min)
                    $0.field("voice", tag.countsQuoted ? "any" : "own")
                    $0.key("lines")
                    $0.array(tag.lines) { json, line in
                        json.object {
                            $0.field("line", line.label)
                            $0.field("pattern", line.written)
                            $0.field("regex", line.regex)
                            $0.field("file_line", line.line)
                            $0.field("has_literal", line.hasLiteral)
                        }
                    }
                    $0.field("match", tag.match)
                    $0.field("no_match", tag.noMatch)
                }
            }
        }
        return writer.text
    }
}
