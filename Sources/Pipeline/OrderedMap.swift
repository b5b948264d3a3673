internal import Foundation

/// Works on elements with several threads, and hands the results over one by one, in the order of the elements.
///
/// Elements are taken from their source as they are needed, by one thread at a time; what was taken and not yet handed over is bounded
/// in number and in weight, so that memory does not grow with the input. When it returns behind the last element, what the threads kept
/// for themselves is gone; where the run ends early, it waits for nobody.
///
/// - Parameters:
///   - window: the most elements, and the most weight, that are at work or wait; one element may weigh more.
///   - next: the next element; `nil` when there is none left. Called on any thread, never on two at once.
///   - makeWorker: called once a thread: what a thread keeps for itself (work space for matching).
///   - body: work on one element; called on any thread.
///   - isAsked: whether to stop before the end; asked now and then on the calling thread.
///   - each: receives the results in order, on the calling thread; `false` ends the run.
package func orderedMap<Element: Sendable, Worker, Result: Sendable>(
    threads: Int, window: (count: Int, weight: Int), next: @escaping @Sendable () -> (element: Element, weight: Int)?,
    makeWorker: @escaping @Sendable () -> Worker, body: @escaping @Sendable (inout Worker, Element) -> Result,
    isAsked: () -> Bool = { false }, each: (Int, Result) -> Bool
) {
    let queue = ResultQueue<Element, Result>(window: window, next: next)
    for _ in 0..<max(1, threads) {
        queue.enter()
        let thread = Thread {
            do {
                var worker = makeWorker()
                while let (index, element) = queue.take() { queue.put(body(&worker, element), at: index) }
            }
            queue.leave()
        }
        thread.stackSize = 8 << 20
        thread.start()
    }
    var index = 0
    while let result = queue.result(at: index, unless: isAsked) {
        guard each(index, result) else { break }
        index += 1
    }
    queue.stop()
    queue.waitForAll(unless: isAsked)
}

/// The same for elements that are all there.
package func orderedMap<Element: Sendable, Worker, Result: Sendable>(
    _ elements: [Element], threads: Int, window: Int = 64, makeWorker: @escaping @Sendable () -> Worker,
    body: @escaping @Sendable (inout Worker, Element) -> Result, each: (Int, Result) -> Bool
) {
    guard threads > 1, elements.count > 1 else {
        var worker = makeWorker()
        for (index, element) in elements.enumerated() { guard each(index, body(&worker, element)) else { return } }
        return
    }
    let rest = Rest(elements)
    orderedMap(
        threads: min(threads, elements.count), window: (window, .max), next: { rest.next().map { ($0, 1) } }, makeWorker: makeWorker, body: body, each: each)
}

/// The elements of an array that were not taken yet.
private final class Rest<Element: Sendable>: @unchecked Sendable {
    // Touched by one thread at a time, as `orderedMap` promises.
    private var rest: ArraySlice<Element>
    init(_ elements: [Element]) { rest = elements[...] }
    func next() -> Element? { rest.popFirst() }
}

/// The results not yet handed over, and the elements at work.
private final class ResultQueue<Element: Sendable, Result: Sendable>: @unchecked Sendable {
    /// Held while an element is taken from its source, so that they are numbered in order.
    private let source = NSLock()
    private let next: @Sendable () -> (element: Element, weight: Int)?
    private let window: (count: Int, weight: Int)

    // Every member below is touched only while `lock` is held.
    private let lock = NSCondition()
    private var taken = 0
    private var delivered = 0
    private var weights: [Int: Int] = [:]
    private var weight = 0
    private var isStopped = false
    private var threads = 0
    private var results: [Int: Result] = [:]

    init(window: (count: Int, weight: Int), next: @escaping @Sendable () -> (element: Element, weight: Int)?) {
        self.window = window
        self.next = next
    }

    /// The next element to work on; waits while the window is full; `nil` when there is none left.
    func take() -> (index: Int, element: Element)? {
        source.lock()
        defer { source.unlock() }
        lock.lock()
        while !isStopped, taken - delivered >= window.count || weight >= window.weight && taken > delivered { lock.wait() }
        let isDone = isStopped
        lock.unlock()
        guard !isDone else { return nil }
        guard let (element, weight) = next() else {
            stop()
            return nil
        }
        lock.lock()
        defer { lock.unlock() }
        self.weight += weight
        weights[taken] = weight
        taken += 1
        return (taken - 1, element)
    }

    func put(_ result: Result, at index: Int) {
        lock.lock()
        results[index] = result
        if index == delivered { lock.broadcast() }
        lock.unlock()
    }

    /// Waits for a result; `nil` behind the last one, or where the caller is asked to stop.
    func result(at index: Int, unless isAsked: () -> Bool) -> Result? {
        lock.lock()
        defer { lock.unlock() }
        while !isAsked() {
            if let result = results.removeValue(forKey: index) {
                delivered = index + 1
                weight -= weights.removeValue(forKey: index) ?? 0
                lock.broadcast()
                return result
            }
            if isStopped, index >= taken { return nil }
            _ = lock.wait(until: Date(timeIntervalSinceNow: 0.2))
        }
        return nil
    }

    /// A thread begins to work for the queue.
    func enter() { lock.withLock { threads += 1 } }

    /// It has ended.
    func leave() {
        lock.lock()
        threads -= 1
        lock.broadcast()
        lock.unlock()
    }

    func waitForAll(unless isAsked: () -> Bool) {
        lock.lock()
        defer { lock.unlock() }
        while threads > 0, !isAsked() { _ = lock.wait(until: Date(timeIntervalSinceNow: 0.2)) }
    }

    func stop() {
        lock.lock()
        isStopped = true
        lock.broadcast()
        lock.unlock()
    }
}
