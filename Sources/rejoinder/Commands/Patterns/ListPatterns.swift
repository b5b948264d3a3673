internal import ArgumentParser
internal import DiscourseModel
internal import Exchange
internal import PatternTagging
internal import Pipeline
internal import Reporting

struct ListPatterns: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the sets and their tags.",
        discussion: """
            EXAMPLES:
              rejoinder patterns list
              rejoinder patterns list --patterns my-patterns/ --json
              rejoinder patterns list --measured              precision and recall of the shipped tags
            """)
    @OptionGroup var patterns: PatternOptions
    @Flag(help: "What the tags were measured at, where the sets are those that ship.") var measured = false
    @Flag(help: "One JSON document (rejoinder.patterns/1; with --measured rejoinder.measured/1).") var json = false

    func run() throws {
        let (library, problems) = try patterns.load(Settings.load())
        for problem in problems where problem.severity == .error { Terminal.note(problem.description) }
        if measured {
            show(ShippedMeasurements.of(library.versions), library.versions.flatMap { $0.tags.map(\.id) })
        } else if json {
            Terminal.print(patternsJSON(library.versions))
        } else {
            for set in library.versions {
                let about = [set.kind.rawValue, set.language ?? "any language", counted(set.tags.count, "tag"), String(set.sha256.prefix(8))]
                Terminal.print("\(terminalSafeLine(set.set))  (\(about.joined(separator: ", ")))  \(terminalSafeLine(set.file))")
                for tag in set.tags {
                    Terminal.print("  \(terminalSafeLine(tag.id))  \(terminalSafeLine(tag.label))\(tag.isExperimental ? "  [experimental]" : "")")
                }
            }
        }
        if problems.contains(where: { $0.severity == .error }) { throw ExitCode(Failure.Status.partly.rawValue) }
    }

    private func show(_ measurements: [TagMeasurement], _ tags: [String]) {
        let known = Set(measurements.map(\.tag))
        let unmeasured = tags.filter { !known.contains($0) }
        if json {
            var writer = JSONWriter()
            writer.object {
                $0.field("schema", "rejoinder.measured/1")
                $0.key("tags")
                $0.array(measurements) { json, row in
                    json.object {
                        $0.field("tag", row.tag)
                        $0.field("data", row.data)
                        $0.field("n", row.count)
                        $0.field("precision", row.precision)
                        $0.field("recall", row.recall)
                        $0.field("f1", row.f1)
                    }
                }
                $0.field("unmeasured", unmeasured)
            }
            return Terminal.print(writer.text)
        }
        let width = (measurements.map(\.tag) + unmeasured).map(\.count).max() ?? 0
        for row in measurements {
            let figures = "P \(decimals(row.precision))  R \(row.recall.map(decimals) ?? " – ")  F1 \(row.f1.map(decimals) ?? " – ")"
            Terminal.print(terminalSafeLine(row.tag + String(repeating: " ", count: width - row.tag.count) + "  \(figures)  \(row.data), n \(row.count)"))
        }
        for tag in unmeasured { Terminal.print(terminalSafeLine(tag + String(repeating: " ", count: width - tag.count) + "  not measured")) }
        Terminal.note("Measured on development data, on which the patterns were tuned. Sets that were edited have no figures.")
    }
}
