internal import ArgumentParser
internal import DiscourseModel
internal import Exchange
internal import PatternTagging
internal import Reporting

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
        let (library, problems) = try patterns.load(Settings.load())
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
