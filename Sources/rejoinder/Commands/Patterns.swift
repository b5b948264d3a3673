internal import ArgumentParser
internal import DiscourseModel
internal import Exchange
internal import PatternTagging
internal import Reporting

struct Patterns: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The pattern files: what is there; compile them and run their own examples.",
        discussion: """
            EXAMPLES:
              rejoinder patterns list
              rejoinder patterns check --patterns my-patterns/
            """,
        subcommands: [ListPatterns.self, CheckPatterns.self])
}

struct ListPatterns: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the sets and their tags.",
        discussion: """
            EXAMPLES:
              rejoinder patterns list
              rejoinder patterns list --patterns my-patterns/ --json
            """)
    @OptionGroup var patterns: PatternOptions
    @Flag(help: "One JSON document (rejoinder.patterns/1).") var json = false

    func run() throws {
        let (library, problems) = PatternLibrary.load(try patterns.files(Settings.load()))
        for problem in problems where problem.severity == .error { Terminal.note(problem.description) }
        if json {
            Terminal.print(patternsJSON(library.versions))
        } else {
            for set in library.versions {
                let about = [set.kind.rawValue, set.language ?? "any language", "\(set.tags.count) tags", String(set.sha256.prefix(8))]
                Terminal.print("\(terminalSafeLine(set.set))  (\(about.joined(separator: ", ")))  \(terminalSafeLine(set.file))")
                for tag in set.tags {
                    Terminal.print("  \(terminalSafeLine(tag.id))  \(terminalSafeLine(tag.label))\(tag.isExperimental ? "  [experimental]" : "")")
                }
            }
        }
        if problems.contains(where: { $0.severity == .error }) { throw ExitCode(Failure.Status.partly.rawValue) }
    }
}

struct CheckPatterns: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Compile every pattern and run every example.",
        discussion: """
            Exit status 1 where anything is wrong.

            EXAMPLES:
              rejoinder patterns check
              rejoinder patterns check --patterns my-patterns/
            """)
    @OptionGroup var patterns: PatternOptions

    func run() throws {
        let (library, problems) = PatternLibrary.load(try patterns.files(Settings.load()))
        let check = library.checkExamples()
        for problem in problems + check.problems { Terminal.print(problem.description.split(separator: "\n").map { terminalSafeLine(String($0)) }.joined(separator: "\n")) }
        let errors = (problems + check.problems).count { $0.severity == .error }
        let tags = library.versions.reduce(0) { $0 + $1.tags.count }
        Terminal.note(
            "\(library.versions.count) sets, \(tags) tags; \(check.matchCount) match and \(check.noMatchCount) no_match lines tried; \(errors) errors, "
                + "\(problems.count + check.problems.count - errors) warnings")
        if !check.untestedTags.isEmpty { Terminal.note("without a match line: \(check.untestedTags.joined(separator: ", "))") }
        if errors > 0 { throw ExitCode(Failure.Status.checkFailed.rawValue) }
    }
}
