import DiscourseModel

/// Reads time expressions from tokens by recursive descent; every function takes a token index and gives the index after what it read.
struct TimeGrammar {
    let tokens: [Token]
    /// Bytes of the text without white space at its ends.
    let textLength: Int
    let reader: TimeReader

    /// A weak date (no year, no clock) and a lone "yesterday" count only in a text with at most this many bytes besides them.
    static let littleElse = 24

    func first() -> TimeExpression? {
        for index in tokens.indices {
            guard let found = expression(at: index) else { continue }
            return TimeExpression(
                timestamp: found.timestamp.flatMap { $0.isValid ? $0 : nil },
                range: tokens[index].start..<tokens[found.end - 1].end, isRelative: found.isRelative, age: found.age?.iso8601)
        }
        return monthAlone()
    }

    /// "May 2019" as the whole text: a time that names no day.
    private func monthAlone() -> TimeExpression? {
        guard let start = tokens.indices.first(where: { tokens[$0].kind != .mark }), self[start].contains(.month) else { return nil }
        var next = start + 1
        if isMark(next, UInt8(ascii: ".")) || isMark(next, UInt8(ascii: ",")) { next += 1 }
        if self[next].contains(.of) { next += 1 }
        guard let year = fullYear(at: next), isWholeText(from: start, to: year.end) else { return nil }
        var month = TimeExpression(timestamp: nil, range: tokens[start].start..<tokens[year.end - 1].end, isRelative: false)
        month.isMonth = true
        return month
    }

    struct Reading {
        var timestamp: Timestamp?
        var end: Int
        var isRelative = false
        /// The stretch of time it counts back.
        var age: TimeShift?
    }

    private func expression(at index: Int) -> Reading? {
        let token = tokens[index]
        switch token.kind {
        case .mark: return nil
        case .number:
            guard !isGluedLeft(index) else { return nil }
            return dateThenClock(at: index) ?? clockThenDate(at: index) ?? ago(at: index)
        case .word:
            guard token.entry >= 0 else { return nil }
            let roles = self[index]
            if isChainedLeft(index) { return nil }
            if roles.contains(.weekday), let reading = weekdayFirst(at: index) { return reading }
            if roles.contains(.month), let reading = dateThenClock(at: index) { return reading }
            if !roles.isDisjoint(with: [.am, .pm]), let reading = clockThenDate(at: index) { return reading }
            if !roles.isDisjoint(with: [.day, .now]), let reading = dayWord(at: index) { return reading }
            if !roles.isDisjoint(with: [.agoBefore, .approximate, .number, .unit]) { return ago(at: index) }
            return nil
        }
    }

    // MARK: Tokens

    /// The roles of a word; none past the end or for anything else.
    subscript(index: Int) -> Lexicon.Roles {
        guard let entry = entry(index) else { return [] }
        return entry.roles
    }

    func entry(_ index: Int) -> Lexicon.Entry? {
        guard index < tokens.count, tokens[index].entry >= 0 else { return nil }
        return reader.lexicon.entries[tokens[index].entry]
    }

    func isMark(_ index: Int, _ mark: UInt8) -> Bool {
        index < tokens.count && tokens[index].kind == .mark && tokens[index].mark == mark
    }

    func isGlued(_ index: Int) -> Bool { index < tokens.count && !tokens[index].spaced && index > 0 }

    func number(_ index: Int) -> Token? {
        index < tokens.count && tokens[index].kind == .number ? tokens[index] : nil
    }

    /// Whether the word has the role without doubt: no other sense in its language, or the page is in that language.
    func isCertain(_ index: Int) -> Bool {
        guard let entry = entry(index) else { return false }
        return entry.isCertain || entry.doubtful & reader.languageBit != 0
    }

    /// Whether a number belongs to what stands before it: "v2", "#5", "$5", "1.5", "a/2012/10/28".
    private func isGluedLeft(_ index: Int) -> Bool {
        guard index > 0, isGlued(index) else { return false }
        if isChainedLeft(index) { return true }
        let before = tokens[index - 1]
        if before.kind == .word { return !before.isUnspaced }
        if before.kind == .number { return true }
        switch before.mark {
        case UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "="), UInt8(ascii: "&"), UInt8(ascii: "_"),
            UInt8(ascii: "/"), UInt8(ascii: "+"):
            return true
        default: return false
        }
    }

    /// Whether a mark ties the token to a word or number before it: "the-july-20-2012", "3.14".
    private func isChainedLeft(_ index: Int) -> Bool {
        guard index > 1, isGlued(index), isGlued(index - 1), tokens[index - 1].kind == .mark, tokens[index - 2].kind != .mark
        else { return false }
        switch tokens[index - 1].mark {
        case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "_"): return true
        // "1,204", but "unread,Jul 17".
        case UInt8(ascii: ","): return tokens[index - 2].kind == .number
        default: return false
        }
    }

    func isLittleElse(from start: Int, to end: Int) -> Bool {
        textLength - (tokens[end - 1].end - tokens[start].start) <= TimeGrammar.littleElse
    }

    // MARK: A date and the clock after it

    private func dateThenClock(at index: Int) -> Reading? {
        guard let date = date(at: index) else { return nil }
        return completed(date, from: index, hasWeekday: false)
    }

    private func weekdayFirst(at index: Int) -> Reading? {
        // The last letter of a name ("小橋流水 2019-03-04"): days of the week that are one letter stand alone.
        if isGlued(index), tokens[index].isUnspaced, tokens[index].end - tokens[index].start == 3, tokens[index - 1].kind == .word { return nil }
        var next = index + 1
        if isMark(next, UInt8(ascii: ".")) { next += 1 }
        if isMark(next, UInt8(ascii: ",")) { next += 1 }
        if self[next].contains(.of) { next += 1 }
        if var date = date(at: next) {
            // "Sal, May 3, 2024": a Turkish Tuesday stands before no English month.
            guard (entry(index)?.languages ?? 0) & date.languages != 0 else { return nil }
            let certain = isCertain(index) || date.year != nil
            if isCertain(index) { date.weekday = entry(index)?.weekday }
            return certain ? completed(date, from: index, hasWeekday: isCertain(index)) : nil
        }
        // "Monday at 5:00 PM": the last such day.
        guard isCertain(index), let weekday = entry(index)?.weekday, let clock = clockAfter(index + 1) else { return nil }
        if let date = spacedDate(at: clock.end) { return zoned(date, clock.clock) }
        return Reading(timestamp: reader.last(weekday: weekday).map { clock.clock.on($0) }, end: clock.end, isRelative: true)
    }

    private func completed(_ date: PartialDate, from start: Int, hasWeekday: Bool) -> Reading? {
        var date = date
        if let after = clockAfter(date.end) {
            var end = after.end
            if date.year == nil, let year = fullYear(at: end) {
                (date.year, end) = (year.value, year.end)
            }
            return reading(date, clock: after.clock, end: end)
        }
        if let weekday = weekdayAfter(date.end) { date.end = weekday }
        if date.needsClock { return nil }
        if date.year == nil {
            if !hasWeekday {
                guard isLittleElse(from: start, to: date.end), !date.isDoubtful, !isFollowedByProse(date.end) else { return nil }
            } else if isFollowedByProse(date.end), !isLittleElse(from: start, to: date.end) {
                return nil
            }
        } else if date.isShortYear, date.isDoubtful, !isLittleElse(from: start, to: date.end) {
            return nil
        }
        return reading(date, clock: nil, end: date.end)
    }

    private func reading(_ date: PartialDate, clock: Clock?, end: Int) -> Reading? {
        guard let day = reader.resolved(date) else { return Reading(timestamp: nil, end: end) }
        guard day.isValid else { return nil }
        return Reading(timestamp: clock.map { $0.on(day) } ?? day, end: end)
    }

    /// A date behind a clock; the zone may stand behind both: "12:34, 5 May 2014 (UTC)".
    private func zoned(_ date: PartialDate, _ clock: Clock) -> Reading? {
        guard clock.offset == nil, let zone = zone(at: date.end) else { return reading(date, clock: clock, end: date.end) }
        var clock = clock
        clock.offset = zone.offset
        return reading(date, clock: clock, end: zone.end)
    }

    private func isFollowedByProse(_ index: Int) -> Bool {
        guard index < tokens.count else { return false }
        return tokens[index].kind == .word && tokens[index].isSmall || isMark(index, UInt8(ascii: "%"))
    }

    /// "4:09 pm, July 18th, 2012", "14:05 - 8 May 2013", "5 pm yesterday".
    private func clockThenDate(at index: Int) -> Reading? {
        guard let clock = clock(at: index, isExpected: false) else { return nil }
        if let date = spacedDate(at: clock.end) { return zoned(date, clock.clock) }
        let next = skipSeparators(clock.end)
        if self[next].contains(.day), let entry = entry(next) {
            return Reading(timestamp: reader.day(back: entry.daysBack).map { clock.clock.on($0) }, end: next + 1, isRelative: true, age: TimeShift(days: entry.daysBack))
        }
        return nil
    }

    /// A date with a year, or one that is not in doubt, behind separators and perhaps a weekday.
    private func spacedDate(at index: Int) -> PartialDate? {
        var next = skipSeparators(index)
        if self[next].contains(.weekday) {
            next += 1
            if isMark(next, UInt8(ascii: ".")) { next += 1 }
            if isMark(next, UInt8(ascii: ",")) { next += 1 }
        }
        guard let date = date(at: next), !date.needsClock, date.year != nil || !isFollowedByProse(date.end) else { return nil }
        return date
    }

    private func skipSeparators(_ index: Int) -> Int {
        var next = index
        for _ in 0..<3 {
            if next < tokens.count, tokens[next].kind == .mark, TimeGrammar.separators.contains(tokens[next].mark) {
                next += 1
            } else if self[next].contains(.of) {
                next += 1
            }
        }
        return next
    }

    static let separators = Array(",-|@/(:;~".utf8)
}
