import Foundation
import Testing

/// The committed report of the sample page is what the program makes of it today. `REWRITE_GOLDEN=1` rewrites it.
@Suite struct SampleReportTests {
    static let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test(arguments: ["html", "markdown"])
    func theSampleReportIsUpToDate(_ format: String) throws {
        let page = try Data(contentsOf: Self.top.appending(path: "Reports/Examples/sample.html"))
        try Program.inFolder { folder in
            let examples = folder.appending(path: "Reports/Examples")
            try FileManager.default.createDirectory(at: examples, withIntermediateDirectories: true)
            try page.write(to: examples.appending(path: "sample.html"))
            let analyzed = try Program.run(["analyze", "Reports/Examples/sample.html", "--no-report"], in: folder)
            #expect(analyzed.status == 0, "\(analyzed.errors)")
            let report = try Program.run(["report", "a1", "--format", format, "-o", "-"], in: folder).output
            let golden = Self.top.appending(path: "Reports/Examples/sample-report.\(format == "html" ? "html" : "md")")
            if ProcessInfo.processInfo.environment["REWRITE_GOLDEN"] == "1" { try Data(report.utf8).write(to: golden) }
            let committed = try String(contentsOf: golden, encoding: .utf8)
            #expect(report == committed, "Reports/Examples differs; look at the difference, then run REWRITE_GOLDEN=1 swift test --filter SampleReportTests")
        }
    }
}
