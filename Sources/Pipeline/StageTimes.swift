/// Where the time goes: what each stage took, of one page or of many.
package struct StageTimes: Sendable, Hashable {
    package enum Stage: Int, CaseIterable, Sendable {
        case read, parse, comments, article, chains, tags, measures, store, output
    }

    private var times = [Duration](repeating: .zero, count: Stage.allCases.count)

    package init() {}

    package subscript(stage: Stage) -> Duration { times[stage.rawValue] }

    package mutating func add(_ time: Duration, to stage: Stage) { times[stage.rawValue] += time }

    package static func += (a: inout StageTimes, b: StageTimes) {
        for stage in Stage.allCases { a.times[stage.rawValue] += b.times[stage.rawValue] }
    }

    package var total: Duration { times.reduce(.zero, +) }
}

/// A clock that gives the time since it was last asked to one stage after the other.
struct StageClock {
    private(set) var times = StageTimes()
    private var last = ContinuousClock.now

    mutating func lap(_ stage: StageTimes.Stage) {
        let now = ContinuousClock.now
        times.add(now - last, to: stage)
        last = now
    }
}
