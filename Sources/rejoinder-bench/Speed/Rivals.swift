internal import Foundation

/// Another program that takes pages apart: a Python library, run over the same pages in a process of its own.
///
/// It reads the pages before its clock starts and prints the seconds that its work took, so that neither Python's start nor the disk counts.
struct Rival: Sendable {
    var job: String
    private var module: String
    private var setUp: String
    private var work: String

    static let all = [
        Rival(
            job: "trafilatura, comments and metadata", module: "trafilatura", setUp: "from trafilatura import bare_extraction",
            work: "bare_extraction(page, include_comments=True, include_tables=True, with_metadata=True)"),
        Rival(
            job: "trafilatura, article alone", module: "trafilatura", setUp: "from trafilatura import bare_extraction",
            work: "bare_extraction(page, include_comments=False, include_tables=True, with_metadata=False)"),
        Rival(
            job: "resiliparse, main content", module: "resiliparse",
            setUp: """
                from resiliparse.extract.html2text import extract_plain_text
                from resiliparse.parse.encoding import detect_encoding
                from resiliparse.parse.html import HTMLTree
                """,
            work: "extract_plain_text(HTMLTree.parse_from_bytes(page, detect_encoding(page)), main_content=True, comments=True)"),
    ]

    /// The installed version of the library; `nil` where Python cannot import it.
    var version: String? {
        let script = setUp + "\nimport importlib.metadata\nprint(importlib.metadata.version('\(module)'))"
        guard let run = ChildProcess.run(["python3", "-c", script], keepsOutput: true), run.status == 0 else { return nil }
        return run.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// - Parameter list: a file with the path of a page a line.
    func measure(list: String, pages: Int, bytes: Int) -> Measurement? {
        let body = """
            pages = [open(path, 'rb').read() for path in open(sys.argv[1]).read().splitlines()]
            start = time.perf_counter()
            for page in pages:
                try: \(work)
                except Exception: pass
            print(time.perf_counter() - start)
            """
        let script = "import sys, time\n\(setUp)\n\(body)"
        guard let run = ChildProcess.run(["python3", "-c", script, list], keepsOutput: true), run.status == 0,
            let seconds = Double(run.output.trimmingCharacters(in: .whitespacesAndNewlines))
        else { return nil }
        return Measurement(job: job, pages: pages, bytes: bytes, seconds: seconds, peakKiB: run.peakKiB)
    }
}
