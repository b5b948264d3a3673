internal import Foundation

/// Works on all elements with several threads, and hands the results over one by one, in the order of the elements.
///
/// At most `window` results wait at a time, so memory does not grow with the input.
///
/// - Parameters:
///   - makeWorker: called once a thread: what a thread keeps for itself (work space for matching).
///   - body: work on one element; called on any thread.
///   - each: receives the results in order, on the calling thread; `false` ends the run.
package func orderedMap<Element: Sendable, Worker, Result: Sendable>(
    _ elements: [Element], threads: Int, window: Int = 64, makeWorker: @escaping @Sendable () -> Worker,
    body: @escaping @Sendable (inout Worker, Element) -> Result, each: (Int, Result) -> Bool
) {
    guard threads > 1, elements.count > 1 else {
        var worker = makeWorker()
        for (index, element) in elements.enumerated() { guard each(index, body(&worker, element)) else { return } }
        return
    }
    let queue = ResultQueue<Result>(count: elements.count, window: window)
    for _ in 0..<min(threads, elements.count) {
        let thread = Thread {
            var worker = makeWorker()
            while let index = queue.take() { queue.put(body(&worker, elements[index]), at: index) }
        }
        thread.stackSize = 8 << 20
        thread.start()
    }
    for index in elements.indices {
        guard each(index, queue.result(at: index)) else { break }
    }
    queue.stop()
}

/// The elements not yet begun and the results not yet handed over, under one lock.
private final class ResultQueue<Result: Sendable>: @unchecked Sendable {
    // Every member below is touched only while `lock` is held.
    private let lock = NSCondition()
    private var next = 0
    private var delivered = 0
    private var isStopped = false
    private var results: [Int: Result] = [:]
    private let count: Int
    private let window: Int

    init(count: Int, window: Int) {
        self.count = count
        self.window = window
    }

    /// The next element to work on; waits while the window is full; `nil` when there is none left.
    func take() -> Int? {
        lock.lock()
        defer { lock.unlock() }
        while !isStopped, next < count, next - delivered >= window { lock.wait() }
        guard !isStopped, next < count else { return nil }
        next += 1
        return next - 1
    }

    func put(_ result: Result, at index: Int) {
        lock.lock()
        results[index] = result
        lock.broadcast()
        lock.unlock()
    }

    func result(at index: Int) -> Result {
        lock.lock()
        defer { lock.unlock() }
        while true {
            if let result = results.removeValue(forKey: index) {
                delivered = index + 1
                lock.broadcast()
                return result
            }
            lock.wait()
        }
    }

    func stop() {
        lock.lock()
        isStopped = true
        lock.broadcast()
        lock.unlock()
    }
}
