import Foundation
import Synchronization
import Testing

@testable import Pipeline

@Suite struct OrderedMapTests {
    /// Elements of a given number, and how many were taken and not handed over at most.
    private final class Supply: Sendable {
        let count: Int
        private let state = Mutex((next: 0, delivered: 0, most: 0))
        init(_ count: Int) { self.count = count }

        func next() -> (element: Int, weight: Int)? {
            state.withLock { state in
                guard state.next < count else { return nil }
                state.next += 1
                state.most = max(state.most, state.next - state.delivered)
                return (state.next - 1, 10)
            }
        }
        func deliver() { state.withLock { $0.delivered += 1 } }
        var most: Int { state.withLock { $0.most } }
        var taken: Int { state.withLock { $0.next } }
    }

    @Test(arguments: [1, 4])
    func resultsComeInOrderAndTheWindowHolds(threads: Int) {
        let supply = Supply(500)
        var results: [Int] = []
        orderedMap(threads: threads, window: (count: 16, weight: 60), next: supply.next, makeWorker: { 0 }) { worked, element -> Int in
            worked += 1
            if element % 7 == 0 { usleep(300) }
            return element * 2
        } each: { index, result in
            #expect(result == index * 2)
            results.append(result)
            supply.deliver()
            return true
        }
        #expect(results.count == 500)
        // Six of weight ten fill the window; the one that is handed over while this is counted may be the seventh.
        #expect(supply.most <= 7)
    }

    /// A worker that has a database open has closed it.
    @Test func workersAreGoneBehindTheLastElement() {
        final class Count: Sendable {
            private let number = Mutex(0)
            var value: Int { number.withLock { $0 } }
            func add(_ more: Int) { number.withLock { $0 += more } }
        }
        final class Worker: Sendable {
            private let alive: Count
            init(_ alive: Count) {
                self.alive = alive
                alive.add(1)
            }
            deinit {
                usleep(500)
                alive.add(-1)
            }
        }
        for _ in 0..<50 {
            let alive = Count()
            orderedMap(threads: 4, window: (count: 8, weight: .max), next: Supply(20).next, makeWorker: { Worker(alive) }) { _, element -> Int in element } each: { _, _ in true }
            #expect(alive.value == 0)
        }
    }

    @Test func aRunCanEndEarly() {
        let supply = Supply(10_000)
        var count = 0
        orderedMap(threads: 3, window: (count: 8, weight: .max), next: supply.next, makeWorker: { () }) { _, element -> Int in element } each: { _, _ in
            count += 1
            supply.deliver()
            return count < 20
        }
        #expect(count == 20)
        #expect(supply.taken < 60)
        var asked = 0
        orderedMap(threads: 2, window: (count: 8, weight: .max), next: Supply(100).next, makeWorker: { () }) { _, element -> Int in element } isAsked: {
            asked += 1
            return asked > 10
        } each: { _, _ in true }
        #expect(asked > 10)
    }

    @Test func oneElementMayOutweighTheWindow() {
        let supply = Supply(5)
        var count = 0
        orderedMap(threads: 2, window: (count: 4, weight: 1), next: supply.next, makeWorker: { () }) { _, element -> Int in element } each: { _, _ in
            count += 1
            return true
        }
        #expect(count == 5)
    }
}
