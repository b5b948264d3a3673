import DiscourseModel

/// A date as it is written: its year may be missing.
struct PartialDate {
    var year: Int?
    var month: Int
    var day: Int
    var end: Int
    /// Written with two digits of the year.
    var isShortYear = false
    /// A word in it has another sense, or the shape is that of other things as well.
    var isDoubtful = false
    /// Counts only with a clock behind it ("2.1.13").
    var needsClock = false
    /// The languages of the month's word; all where it is a number.
    var languages = UInt64.max
    /// The day of the week before it, where that is named beyond doubt; 1 is Monday.
    var weekday: Int?
}

extension TimeGrammar {
    func date(at index: Int) -> PartialDate? {
        guard index < tokens.count else { return nil }
        if tokens[index].kind == .number {
            return numericDate(at: index) ?? markedDate(at: index) ?? dayMonth(at: index) ?? yearMonthDay(at: index)
        }
        return self[index].contains(.month) ? monthDay(at: index) : nil
    }

    /// "8 May 2013", "8th of May 2013", "09. Jul, 2012", "8 de mayo de 2013", "08-May-13", "24 Jul '12".
    private func dayMonth(at index: Int) -> PartialDate? {
        guard let day = number(index), day.digits <= 2, (1...31).contains(day.value) else { return nil }
        var next = index + 1
        if self[next].contains(.ordinal), isGlued(next) { next += 1 }
        if isMark(next, UInt8(ascii: ".")) { next += 1 }
        let joint = isMark(next, UInt8(ascii: "-")) ? UInt8(ascii: "-") : isMark(next, UInt8(ascii: "/")) ? UInt8(ascii: "/") : 0
        if joint != 0 { next += 1 }
        for _ in 0..<2 where self[next].contains(.of) && !self[next].contains(.month) { next += 1 }
        guard let entry = entry(next), entry.roles.contains(.month) else { return nil }
        let month = next
        var date = PartialDate(month: entry.month, day: day.value, end: next + 1, isDoubtful: !isCertain(next), languages: entry.languages)
        next += 1
        if joint != 0, isMark(next, joint) { next += 1 }
        addYear(&date, at: next, isJoined: joint != 0)
        if date.year == nil, tokens[month].isSmall, !entry.isCertain { date.isDoubtful = true }
        if date.year == nil, isMark(month + 1, UInt8(ascii: ".")), date.end == month + 1, index + 2 >= month { date.end = month + 2 }
        return date
    }

    /// "May 8th, 2013", "Jul. 20 2012", "October 22, 2012".
    private func monthDay(at index: Int) -> PartialDate? {
        guard let entry = entry(index) else { return nil }
        var next = index + 1
        if isMark(next, UInt8(ascii: ".")) { next += 1 }
        let isJoined = isMark(next, UInt8(ascii: "-"))
        if isJoined { next += 1 }
        if self[next].contains(.of) { next += 1 }
        guard let day = number(next), day.digits <= 2, (1...31).contains(day.value), isWhole(next) else { return nil }
        var date = PartialDate(month: entry.month, day: day.value, end: next + 1, isDoubtful: !isCertain(index), languages: entry.languages)
        next += 1
        if self[next].contains(.ordinal), isGlued(next) {
            date.end = next + 1
            next += 1
        } else if isMark(next, UInt8(ascii: ".")), isGlued(next) {
            next += 1
        }
        if isJoined, isMark(next, UInt8(ascii: "-")) { next += 1 }
        addYear(&date, at: next, isJoined: isJoined)
        // "Let's march 5 miles", "you may 5": without a year, a month that is also a verb wants its capital.
        if date.year == nil, entry.doubtful != 0 { date.isDoubtful = tokens[index].isSmall }
        return date
    }

    /// Whether a number of a date is not the start of a clock, a decimal, a range or a thousand.
    private func isWhole(_ index: Int) -> Bool {
        let next = index + 1
        guard isGlued(next), next < tokens.count, tokens[next].kind == .mark else { return true }
        switch tokens[next].mark {
        case UInt8(ascii: "%"), UInt8(ascii: ":"): return false
        case UInt8(ascii: "."), UInt8(ascii: ","):
            guard let after = number(next + 1), isGlued(next + 1) else { return true }
            return after.digits == 4
        default: return true
        }
    }

    /// "2013 May 8", "2013. május 8.".
    private func yearMonthDay(at index: Int) -> PartialDate? {
        guard let year = fullYear(at: index) else { return nil }
        var next = index + 1
        guard !isGlued(next) || next < tokens.count && tokens[next].kind == .mark else { return nil }
        if isMark(next, UInt8(ascii: ".")) || isMark(next, UInt8(ascii: "-")) || isMark(next, UInt8(ascii: ",")) { next += 1 }
        guard self[next].contains(.month), let entry = entry(next) else { return nil }
        next += 1
        if isMark(next, UInt8(ascii: ".")) || isMark(next, UInt8(ascii: "-")) { next += 1 }
        guard let day = number(next), day.digits <= 2, (1...31).contains(day.value), isWhole(next) else { return nil }
        var date = PartialDate(year: year.value, month: entry.month, day: day.value, end: next + 1)
        if isMark(date.end, UInt8(ascii: ".")), isGlued(date.end) { date.end += 1 }
        return date
    }

    /// Dates whose numbers are named: "2013年5月8日", "5月8日", "2013년 5월 8일".
    private func markedDate(at index: Int) -> PartialDate? {
        func isNamed(_ index: Int, _ unit: TimeUnit) -> Bool { entry(index)?.unit == unit && index < tokens.count }
        guard let first = number(index), let word = entry(index + 1), word.unit == .year || word.unit == .month,
            tokens[index + 1].end - tokens[index + 1].start == 3
        else { return nil }
        var next = index
        var year: Int?
        if word.unit == .year {
            guard let full = fullYear(at: index) else { return nil }
            year = full.value
            next += 2
        }
        guard let month = number(next), (1...12).contains(month.value), isNamed(next + 1, .month),
            let day = number(next + 2), (1...31).contains(day.value)
        else { return nil }
        next += 3
        if isNamed(next, .day) { next += 1 } else if year == nil { return nil }
        return PartialDate(year: year, month: month.value, day: day.value, end: next, isDoubtful: first.digits > 4)
    }

    /// A year of four digits, 1900 to 2099, that is not the hour of a clock, with a word such as "г." behind it. Thai pages count 543 more.
    func fullYear(at index: Int) -> (value: Int, end: Int)? {
        guard var year = number(index), year.digits == 4 else { return nil }
        if reader.languageBit == reader.lexicon.bit(of: "th"), (2443...2642).contains(year.value) { year.value -= 543 }
        guard (1900...2099).contains(year.value) else { return nil }
        var end = index + 1
        if self[end].contains(.yearWord) {
            end += 1
            if isMark(end, UInt8(ascii: ".")) { end += 1 }
        }
        return (year.value, end)
    }

    private func addYear(_ date: inout PartialDate, at index: Int, isJoined: Bool) {
        var next = index
        var isSeparated = false
        if isMark(next, UInt8(ascii: ".")) { next += 1 }
        if isMark(next, UInt8(ascii: ",")) {
            next += 1
            isSeparated = true
        }
        for _ in 0..<2 where self[next].contains(.of) { next += 1 }
        if isMark(next, UInt8(ascii: "/")), !isJoined { next += 1 }
        if let year = fullYear(at: next) {
            (date.year, date.end, date.isDoubtful) = (year.value, year.end, false)
            return
        }
        let hasApostrophe = isMark(next, UInt8(ascii: "'"))
        if hasApostrophe { next += 1 }
        guard let short = number(next), short.digits == 2, isShortYear(next) else { return }
        guard hasApostrophe || isJoined || !isSeparated else { return }
        date.year = reader.century(short.value)
        date.end = next + 1
        date.isShortYear = true
        date.isDoubtful = !hasApostrophe && !isJoined
        date.needsClock = false
    }

    /// Two digits that are not a clock, a count or a decimal.
    private func isShortYear(_ index: Int) -> Bool {
        let next = index + 1
        guard next < tokens.count else { return true }
        if clock(at: index, isExpected: false) != nil { return false }
        if isMark(next, UInt8(ascii: ":")) || isMark(next, UInt8(ascii: "%")) { return false }
        if isGlued(next), tokens[next].kind == .word { return false }
        if isGlued(next), isMark(next, UInt8(ascii: ".")), isGlued(next + 1), number(next + 1) != nil { return false }
        return !(tokens[next].kind == .word && tokens[next].isSmall && !self[next].contains(.at))
    }
}
