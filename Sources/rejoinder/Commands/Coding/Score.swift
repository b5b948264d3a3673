internal import ArgumentParser
internal import Coding
internal import DiscourseModel
internal import Exchange
internal import Foundation
internal import PatternTagging
internal import Reporting
internal import Statistics
internal import Storage

struct Score: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Precision, recall and F1 of the tags against texts that people have judged, with the worst misses and false hits.",
        discussion: """
            The patterns are run as they are now. A file that `rejoinder sample` wrote gives estimates for all comments it was drawn from; where no miss was drawn,
            recall is a bound. Other files hold the columns text, tag, label (1 or 0), or text and labels (a list); also id, parent, and spans as [[3, 10]] in code points.

            EXAMPLES:
              rejoinder score calling.tsv
              rejoinder score gold.tsv --min-f1 0.7                         exit status 1 where a tag falls short
              rejoinder score gold.tsv --label stance/politeness=polite     the file calls it `polite`
            """)

    @Argument(help: "Coded files (TSV or CSV).") var files: [String]
    @Option(help: "TAG=LABEL: what a tag is called in the file; give it again for more.") var label: [String] = []
    @Option(help: "Only this tag; give it again for more.") var tag: [String] = []
    @Option(help: "Exit with status 1 where a tag's F1 (or its bound) is less.") var minF1: Double?
    @Option(help: "Misses and false hits to show of each tag.") var examples = 5
    @OptionGroup var patterns: PatternOptions
    @OptionGroup var database: DatabaseOptions
    @Flag(help: "One JSON document (rejoinder.score/1).") var json = false

    func validate() throws {
        if let minF1, !(0...1).contains(minF1) { throw ValidationError("--min-f1 takes a number from 0 to 1") }
        if let wrong = label.first(where: { !$0.contains("=") }) { throw ValidationError("--label \(wrong): write TAG=LABEL") }
    }

    func run() throws {
        let settings = try Settings.load()
        let library = try patterns.loadSound(settings)
        let names = try tagNames(library)
        var judged: [(path: String, judgement: GoldTable.Judgement)] = []
        for path in files {
            let gold: GoldTable
            do { gold = try GoldTable(readTable(path), labels: label.map { String($0.drop { $0 != "=" }.dropFirst()) }) } catch let fault as Table.Fault {
                throw Failure(.impossible, "\(path):\(fault.line): \(fault.reason)")
            }
            judged += gold.judgements.map { (path, $0) }
        }
        var scorer = try Judging(library, judged, names: names, only: tag, store: { try database.open(settings) })
        try scorer.run()
        noteOverruns(scorer.tagger.overruns)
        guard !scorer.texts.isEmpty else { throw Failure(.impossible, "nothing to score: no line with a label\(scorer.leftOver)") }
        let scores = score(scorer.texts, undrawn: scorer.undrawn)
        if json { Terminal.print(scoreJSON(scores, scorer, examples: max(0, examples))) } else { for score in scores { show(score, scorer) } }
        Terminal.note("\(scorer.texts.count) judgements\(scorer.purpose.map { " of a \($0.rawValue) sample" } ?? "")\(scorer.leftOver)")
        if let minF1 {
            let short = scores.filter { ($0.f1.map { $0.value ?? $0.interval.low } ?? 1) < minF1 }
            guard short.isEmpty else { throw Failure(.checkFailed, "F1 is below \(minF1): \(short.map(\.tag).joined(separator: ", "))") }
        }
    }

    /// Tags by the file's names for them.
    private func tagNames(_ library: PatternLibrary) throws -> [String: String] {
        var names: [String: String] = [:]
        for pair in label {
            let tag = String(pair.prefix { $0 != "=" })
            guard library.hasTag(within: tag) else {
                throw Failure(.impossible, "there is no tag '\(tag)'" + (library.adviceOnTag(tag).map { "; \($0)" } ?? ""))
            }
            names[String(pair.dropFirst(tag.count + 1))] = tag
        }
        return names
    }

    private func show(_ score: TagScore, _ judging: Judging) {
        let coded = score.truePositives + score.falsePositives + score.misses + score.trueNegatives
        Terminal.print(terminalSafeLine(score.tag) + "  " + (score.isEstimated ? "estimated from \(coded) coded comments" : "\(coded) judged texts"))
        func line(_ name: String, _ estimate: Estimate?, _ counts: String) {
            Terminal.print("  \(name)\(String(repeating: " ", count: 10 - name.count))\(estimate.map(words) ?? "n/a")\(counts.isEmpty ? "" : "  " + counts)")
        }
        line("precision", score.precision, "\(score.truePositives) right of \(score.truePositives + score.falsePositives) hit")
        let none = score.misses == 0 && score.recall?.value == nil && score.recall != nil
        let isUndrawn = judging.undrawn.contains(score.tag)
        line("recall", score.recall, isUndrawn ? "a part of the sample was not drawn from" : none ? "no miss was drawn: a bound" : "\(score.truePositives) hit of \(score.truePositives + score.misses) there")
        line("F1", score.f1, "")
        if let spans = score.spans {
            func share(_ value: Double?) -> String { value.map(decimals) ?? "n/a" }
            Terminal.print(
                "  spans     exact P \(share(spans.exactPrecision)) R \(share(spans.exactRecall)) F1 \(share(SpanScore.f1(spans.exactPrecision, spans.exactRecall)));"
                    + " overlapping P \(share(spans.overlapPrecision)) R \(share(spans.overlapRecall)) F1 \(share(SpanScore.f1(spans.overlapPrecision, spans.overlapRecall)))")
        }
        func list(_ title: String, _ texts: [JudgedText]) {
            guard examples > 0, !texts.isEmpty else { return }
            Terminal.print("  \(title) (\(min(examples, texts.count)) of \(texts.count))")
            for text in texts.prefix(examples) {
                let place = text.hits.first?.bytes ?? text.spans?.first ?? 0..<0
                let context = Context(of: place, in: text.text, reach: place.isEmpty ? 100 : 50)
                let words = place.isEmpty ? context.right : "\(context.left)[\(context.words)]\(context.right)"
                Terminal.print(terminalSafeLine("    \(text.id)  \(words)" + (text.hits.first.map { "  (\($0.line))" } ?? "")))
            }
        }
        list("misses", score.missed)
        list("false hits", score.falseHits)
    }

    private func words(_ estimate: Estimate) -> String {
        guard let value = estimate.value else { return "≥ \(decimals(estimate.interval.low))" }
        return "\(decimals(value)) (\(decimals(estimate.interval.low)) to \(decimals(estimate.interval.high)))"
    }
}

/// `.62`, `1.00`.
func decimals(_ value: Double) -> String {
    let hundredths = Int((abs(value) * 100).rounded())
    let digits = hundredths % 100 < 10 ? "0\(hundredths % 100)" : "\(hundredths % 100)"
    return (value < 0 && hundredths > 0 ? "−" : "") + (hundredths >= 100 ? "\(hundredths / 100)" : "") + "." + digits
}

private func scoreJSON(_ scores: [TagScore], _ judging: Judging, examples: Int) -> String {
    func write(_ estimate: Estimate?, _ json: inout JSONWriter) {
        guard let estimate else { return json.null() }
        json.object {
            $0.field("value", estimate.value)
            $0.field("low", estimate.interval.low)
            $0.field("high", estimate.interval.high)
        }
    }
    func write(_ texts: [JudgedText], _ json: inout JSONWriter) {
        json.array(texts.prefix(examples)) { json, text in
            json.object {
                $0.field("id", text.id)
                $0.field("text", text.text)
                $0.key("found")
                $0.array(text.hits) { json, hit in
                    let span = TextSpan(bytes: hit.bytes, in: text.text)
                    json.object {
                        $0.field("line", hit.line)
                        $0.field("start", span.codePointStart)
                        $0.field("end", span.codePointEnd)
                        $0.field("words", span.text(in: text.text))
                    }
                }
            }
        }
    }
    var writer = JSONWriter()
    writer.object {
        $0.field("schema", "rejoinder.score/1")
        $0.field("purpose", judging.purpose?.rawValue)
        $0.field("judgements", judging.texts.count)
        $0.field("not_coded", judging.notCoded)
        $0.field("edited_since", judging.edited)
        $0.key("tags")
        $0.array(scores) { json, score in
            json.object {
                $0.field("tag", score.tag)
                $0.field("estimated", score.isEstimated)
                $0.field("true_positives", score.truePositives)
                $0.field("false_positives", score.falsePositives)
                $0.field("misses", score.misses)
                $0.field("true_negatives", score.trueNegatives)
                $0.key("precision")
                write(score.precision, &$0)
                $0.key("recall")
                write(score.recall, &$0)
                $0.key("f1")
                write(score.f1, &$0)
                $0.key("spans")
                if let spans = score.spans {
                    $0.object {
                        $0.field("found", spans.found)
                        $0.field("judged", spans.judged)
                        $0.field("exact", spans.exact)
                        $0.field("exact_precision", spans.exactPrecision)
                        $0.field("exact_recall", spans.exactRecall)
                        $0.field("overlap_precision", spans.overlapPrecision)
                        $0.field("overlap_recall", spans.overlapRecall)
                    }
                } else {
                    $0.null()
                }
                $0.key("missed")
                write(score.missed, &$0)
                $0.key("false_hits")
                write(score.falseHits, &$0)
            }
        }
    }
    return writer.text
}
