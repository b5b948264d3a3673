package import PageReading
internal import Synchronization

/// All pages of all inputs of a run, one after the other, for any number of threads. One file is open at a time.
package final class PageSource: Sendable {
    private let inputs: [Input]
    private let limits: ReadingLimits
    private let fields: JSONLineFields
    private let state = Mutex(State())

    private struct State {
        var next = 0
        var file: InputFile?
        var records: PageRecords?
        /// Bytes of the files that are done.
        var bytes = 0
        var time = Duration.zero
    }

    package init(_ inputs: [Input], limits: ReadingLimits = ReadingLimits(), fields: JSONLineFields = JSONLineFields()) {
        self.inputs = inputs
        self.limits = limits
        self.fields = fields
        totalBytes = inputs.reduce(0) { $0 + $1.size }
    }

    /// Bytes of all inputs on disk; standard input counts for nothing.
    package let totalBytes: Int

    /// Bytes of them that were read, and the time that reading took.
    package var progress: (bytes: Int, time: Duration) { state.withLock { ($0.bytes + ($0.records?.position ?? 0), $0.time) } }

    /// `nil` at the end of the last input.
    package func next() -> PageRecords.Item? {
        state.withLock { state -> PageRecords.Item? in
            let start = ContinuousClock.now
            defer { state.time += ContinuousClock.now - start }
            while true {
                if let item = state.records?.next() {
                    // What the disk gave of a page is not the page; the problem is told instead.
                    if case .page(let raw) = item, state.file?.problem != nil, raw.source == inputs[state.next - 1].source { continue }
                    return item
                }
                if let problem = close(&state) { return .failed(problem) }
                guard state.next < inputs.count else { return nil }
                let input = inputs[state.next]
                state.next += 1
                do throws(ReadingProblem) {
                    let file = try InputFile(input)
                    state.file = file
                    state.records = PageRecords(source: input.source, limits: limits, fields: fields, pull: file.pull)
                } catch {
                    return .failed(error)
                }
            }
        }
    }

    private func close(_ state: inout State) -> ReadingProblem? {
        defer { (state.file, state.records) = (nil, nil) }
        if state.records != nil { state.bytes += state.next > 0 ? inputs[state.next - 1].size : 0 }
        return state.file?.problem
    }
}
