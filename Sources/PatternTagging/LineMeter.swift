/// What each line of a library cost and found while a tagger ran.
package final class LineMeter {
    package struct Figures: Hashable, Sendable {
        /// Texts in which it was searched for.
        package var tries = 0
        package var matches = 0
        package var time: Duration = .zero
    }

    /// By the line's number.
    private(set) var figures: [Int: Figures] = [:]

    package init() {}

    func count(_ line: PatternLine, matches: Int, time: Duration) {
        figures[line.number, default: Figures()].tries += 1
        figures[line.number, default: Figures()].matches += matches
        figures[line.number, default: Figures()].time += time
    }
}

extension PatternLibrary {
    /// Every line with its figures, in the order of files.
    package func figures(_ meter: LineMeter) -> [(line: LineInfo, figures: LineMeter.Figures)] {
        zip(lines, rules.flatMap { $0.lines.map(\.number) }).map { ($0, meter.figures[$1] ?? LineMeter.Figures()) }
    }
}
