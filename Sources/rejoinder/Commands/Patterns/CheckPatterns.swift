internal import ArgumentParser
internal import DiscourseModel
internal import Exchange
internal import PatternTagging
internal import Reporting

struct CheckPatterns: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Compile every pattern, run every example, look for lines that can do nothing.",
        discussion: """
            Exit status 1 where an error is found; warnings alone leave it 0.

            EXAMPLES:
              rejoinder patterns check
              rejoinder patterns check --patterns my-patterns/ --json
            """)
    @OptionGroup var patterns: PatternOptions
    @Flag(help: "One JSON document (rejoinder.pattern-check/1).") var json = false

    func run() throws {
        let (library, loading) = try patterns.load(Settings.load())
        let check = library.checkExamples()
        let problems = (loading + library.lint() + check.problems).sorted()
        let errors = problems.count { $0.severity == .error }
        let tags = library.versions.reduce(0) { $0 + $1.tags.count }
        if json {
            var writer = JSONWriter()
            writer.object {
                $0.field("schema", "rejoinder.pattern-check/1")
                $0.field("sets", library.versions.count)
                $0.field("tags", tags)
                $0.field("match_examples", check.matchCount)
                $0.field("no_match_examples", check.noMatchCount)
                $0.field("errors", errors)
                $0.field("warnings", problems.count - errors)
                $0.field("untested_tags", check.untestedTags)
                $0.key("problems")
                $0.array(problems) { write($1, to: &$0) }
            }
            Terminal.print(writer.text)
        } else {
            for problem in problems { Terminal.print(printable(problem)) }
            Terminal.note(
                "\(counted(library.versions.count, "set")), \(counted(tags, "tag")); \(check.matchCount) match and \(check.noMatchCount) no_match lines tried; "
                    + "\(counted(errors, "error")), \(counted(problems.count - errors, "warning"))")
            if !check.untestedTags.isEmpty { Terminal.note("without a match line: \(check.untestedTags.joined(separator: ", "))") }
        }
        if errors > 0 { throw ExitCode(Failure.Status.checkFailed.rawValue) }
    }
}

/// A problem on its lines, safe to print.
func printable(_ problem: PatternProblem) -> String {
    problem.description.split(separator: "\n").map { terminalSafeLine(String($0)) }.joined(separator: "\n")
}

/// An expression, cut where it is long.
func shortened(_ expression: String, to limit: Int = 60) -> String {
    expression.unicodeScalars.count <= limit ? expression : String(String.UnicodeScalarView(expression.unicodeScalars.prefix(limit))) + "…"
}

func write(_ problem: PatternProblem, to json: inout JSONWriter) {
    json.object {
        $0.field("severity", problem.severity.rawValue)
        $0.field("file", problem.file)
        $0.field("line", problem.line)
        $0.field("column", problem.column)
        $0.field("width", problem.width)
        $0.field("tag", problem.tag)
        $0.field("reason", problem.reason)
        $0.field("suggestion", problem.suggestion)
    }
}
