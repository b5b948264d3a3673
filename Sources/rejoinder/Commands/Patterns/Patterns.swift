internal import ArgumentParser

struct Patterns: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The pattern files: check, try, measure and make them.",
        discussion: """
            EXAMPLES:
              rejoinder patterns check --patterns my-patterns/     compile them, run their examples
              rejoinder patterns explain "You moron."              which tag, which line, what was held back
              rejoinder patterns profile --limit 20                what each line costs over the database
            """,
        subcommands: [
            ListPatterns.self, CheckPatterns.self, ExplainPatterns.self, TestPatterns.self, CoverPatterns.self, ProfilePatterns.self,
            ShowPattern.self, NewPattern.self, ImportPatterns.self,
        ])
}
