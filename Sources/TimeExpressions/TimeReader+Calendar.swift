import DiscourseModel

extension TimeReader {
    /// The date with its year: the written one, or that of the latest such date which is not after the reference by more than a day;
    /// without a reference, that of the date nearest to the one the page states of itself.
    func resolved(_ date: PartialDate) -> Timestamp? {
        if let year = date.year { return Timestamp(year: year, month: date.month, day: date.day) }
        guard let reference else {
            guard let nearby else { return confirmed(date) }
            let days = [nearby.year - 1, nearby.year, nearby.year + 1].map { Timestamp(year: $0, month: date.month, day: date.day) }.filter(\.isValid)
            return days.min { abs($0.seconds - nearby.seconds) < abs($1.seconds - nearby.seconds) }
        }
        let limit = reference.dateOnly.adding(seconds: 86_400).dateOnly
        // 29 February comes back after at most eight years.
        for year in stride(from: limit.year, through: limit.year - 8, by: -1) {
            let stamp = Timestamp(year: year, month: date.month, day: date.day)
            if stamp.isValid, stamp <= limit { return stamp }
        }
        return nil
    }

    /// The date in the year that the page states of itself, or one beside it, where its day of the week fits: of three years in a row it fits one at most.
    private func confirmed(_ date: PartialDate) -> Timestamp? {
        guard let nearYear, let weekday = date.weekday else { return nil }
        return [nearYear, nearYear - 1, nearYear + 1].lazy.map { Timestamp(year: $0, month: date.month, day: date.day) }.first { $0.isValid && TimeReader.weekday(of: $0) == weekday }
    }

    /// 1 is Monday.
    private static func weekday(of day: Timestamp) -> Int {
        // 1970-01-01 was a Thursday.
        ((Timestamp.days(year: day.year, month: day.month, day: day.day) + 3) % 7 + 7) % 7 + 1
    }

    /// A year of two digits: from 1970 to 2069, and not later than the year after the reference.
    func century(_ short: Int) -> Int {
        let year = short < 70 ? 2000 + short : 1900 + short
        if let reference, year > reference.year + 1, year >= 2000 { return year - 100 }
        return year
    }

    func day(back days: Int) -> Timestamp? {
        reference?.dateOnly.adding(seconds: -days * 86_400).dateOnly
    }

    /// The latest such weekday (1 is Monday) that is not after the reference.
    func last(weekday: Int) -> Timestamp? {
        guard let reference else { return nil }
        return day(back: (TimeReader.weekday(of: reference) - weekday + 7) % 7)
    }

    /// The reference less a stretch of time: a date alone where the stretch is in days or more or the reference has no clock.
    /// Months and years go by the calendar: the same day of the month, or its last day; the day is as approximate as the page.
    func shifted(_ shift: TimeShift) -> Timestamp? {
        guard var stamp = reference else { return nil }
        if shift.months > 0 {
            let months = stamp.year * 12 + stamp.month - 1 - shift.months
            guard months >= 12 else { return nil }
            (stamp.year, stamp.month) = (months / 12, months % 12 + 1)
            while !stamp.isValid, stamp.day > 28 { stamp.day -= 1 }
        }
        let isDated = shift.isDated || stamp.hour == nil
        // A reference without a clock stands at noon, so that hours back err least.
        if !shift.isDated, stamp.hour == nil { stamp.hour = 12; stamp.minute = 0 }
        stamp = stamp.adding(seconds: -shift.seconds)
        return isDated ? stamp.dateOnly : stamp
    }
}
