internal import ArgumentParser

/// Figures of the project itself: how right its results are, and how fast they come.
@main
struct Bench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rejoinder-bench",
        abstract: "Measures how right rejoinder's results are, and how fast they come.",
        discussion: """
            EXAMPLES:
              rejoinder-bench quality --gold gold/
              rejoinder-bench speed --pages saved/ --rivals
              rejoinder-bench speed --pages saved/ --reading
              rejoinder-bench tagging --patterns patterns.json --texts comments.txt
            """,
        subcommands: [Quality.self, Speed.self, TaggingSpeed.self])
}
