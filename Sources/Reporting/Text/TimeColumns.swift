import DiscourseModel

/// How long one column of a chart of time is.
enum TimeUnit: Hashable {
    /// Seconds; days and less, cut at the page's own midnight.
    case seconds(Int)
    case week, month, year

    /// From the shortest to the longest.
    static let all: [TimeUnit] = [
        .seconds(600), .seconds(1_800), .seconds(3_600), .seconds(10_800), .seconds(21_600), .seconds(86_400), .week, .month, .year,
    ]

    var name: String {
        switch self {
        case .seconds(86_400): "a day"
        case .seconds(3_600): "an hour"
        case .seconds(let length): length < 3_600 ? "in \(length / 60) minutes" : "in \(length / 3_600) hours"
        case .week: "a week"
        case .month: "a month"
        case .year: "a year"
        }
    }

    /// The number of the column a stamp falls into, by the clock that the page shows.
    func column(of stamp: Timestamp) -> Int {
        func floored(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((b - 1 - a) / b) }
        switch self {
        case .seconds(let length): return floored(stamp.seconds + (stamp.utcOffset ?? 0) * 60, length)
        // 1970-01-01 was a Thursday.
        case .week: return floored(Timestamp.days(year: stamp.year, month: stamp.month, day: stamp.day) + 3, 7)
        case .month: return stamp.year * 12 + stamp.month - 1
        case .year: return stamp.year
        }
    }

    /// When a column begins.
    func label(ofColumn column: Int) -> String {
        switch self {
        case .seconds(let length):
            let start = Timestamp(year: 1970, month: 1, day: 1, hour: 0).adding(seconds: column * length)
            return readable(length >= 86_400 ? start.dateOnly : start)
        case .week:
            let (year, month, day) = Timestamp.civil(days: column * 7 - 3)
            return "week of " + readable(Timestamp(year: year, month: month, day: day))
        case .month: return readable(Timestamp(year: column / 12, month: column % 12 + 1, day: 1)).replacing("1 ", with: "", maxReplacements: 1)
        case .year: return String(column)
        }
    }
}

/// Times that a chart of time wants.
let timeMinimum = 5

/// Times counted in columns of the shortest unit with which they are no more than 60; `nil` where there are too few times to tell anything.
func timeBuckets(_ times: [Timestamp]) -> (unit: TimeUnit, columns: [(label: String, count: Int)])? {
    guard times.count >= timeMinimum, let first = times.min(), let last = times.max(), first != last else { return nil }
    let hasTimeOfDay = times.allSatisfy { $0.hour != nil }
    for unit in TimeUnit.all {
        if !hasTimeOfDay, case .seconds(let length) = unit, length < 86_400 { continue }
        let columns = times.map(unit.column)
        guard let from = columns.min(), let to = columns.max(), to - from < 60 || unit == .year else { continue }
        guard to > from else { return nil }
        // Years are shown as far as a chart goes; a wrong year must not make a million columns.
        let start = max(from, to - 199)
        var counts = [Int](repeating: 0, count: to - start + 1)
        for column in columns { counts[max(0, column - start)] += 1 }
        return (unit, counts.enumerated().map { (unit.label(ofColumn: start + $0.offset), $0.element) })
    }
    return nil
}
