import DiscourseModel

/// A time of day as it is written.
struct Clock {
    var hour: Int
    var minute: Int
    var second: Int?
    var offset: Int?

    func on(_ day: Timestamp) -> Timestamp {
        Timestamp(year: day.year, month: day.month, day: day.day, hour: hour, minute: minute, second: second, utcOffset: offset)
    }
}

extension TimeGrammar {
    /// The clock behind a date: after separators, "at", a weekday, or the T of ISO 8601.
    func clockAfter(_ index: Int) -> (clock: Clock, end: Int)? {
        var next = index
        var isExpected = false
        for _ in 0..<5 where next < tokens.count {
            let token = tokens[next]
            if token.kind == .mark {
                guard TimeGrammar.separators.contains(token.mark) || token.mark == UInt8(ascii: ")") || token.mark == UInt8(ascii: ".")
                else { return nil }
                if token.mark == UInt8(ascii: "@") { isExpected = true }
                next += 1
            } else if token.kind == .word, let entry = entry(next), !entry.roles.isDisjoint(with: [.at, .weekday, .of]),
                entry.roles.isDisjoint(with: [.am, .pm]) || entry.roles.contains(.at)
            {
                if entry.roles.contains(.at) { isExpected = true }
                next += 1
            } else if token.kind == .word, token.end - token.start == 1, isGlued(next), isGlued(next + 1), number(next + 1) != nil {
                guard next == index, token.isCapitals || token.isSmall else { return nil }
                if let compact = compactClock(at: next + 1) { return compact }
                next += 1
                isExpected = true
            } else {
                break
            }
        }
        return clock(at: next, isExpected: isExpected || isDottedClock(at: next))
    }

    /// "18.57" behind a date, with nothing counted after it: a clock as Finns, Danes and Italians write it.
    private func isDottedClock(at index: Int) -> Bool {
        guard let hour = number(index), hour.digits == 2, let minute = number(index + 2), minute.digits == 2, isGlued(index + 1),
            isGlued(index + 2)
        else { return false }
        let next = index + 3
        guard next < tokens.count else { return true }
        return tokens[next].kind == .word ? !tokens[next].isSmall && !isGlued(next) : !isGlued(next) && tokens[next].kind == .mark
    }

    func weekdayAfter(_ index: Int) -> Int? {
        var next = index
        if isMark(next, UInt8(ascii: ",")) || isMark(next, UInt8(ascii: "(")) { next += 1 }
        guard self[next].contains(.weekday), isCertain(next) else { return nil }
        next += 1
        if isMark(next, UInt8(ascii: ")")), isMark(index, UInt8(ascii: "(")) { next += 1 }
        return next
    }

    /// "14:05", "2:05:09 pm", "9am", "14h05", "14.05 Uhr", "14時05分", "下午3:15"; with its zone.
    /// When a clock is expected, a full stop may part hours from minutes.
    func clock(at index: Int, isExpected: Bool) -> (clock: Clock, end: Int)? {
        var next = index
        var half: Lexicon.Roles = []
        if let entry = entry(next), !entry.roles.isDisjoint(with: [.am, .pm]), number(next + 1) != nil {
            half = entry.roles.intersection([.am, .pm])
            next += 1
        }
        guard let hour = number(next), hour.digits <= 2, hour.value <= 24 else { return nil }
        var clock = Clock(hour: hour.value, minute: 0)
        next += 1
        var isClock = false
        var isDotted = false
        let isHourWord = entry(next)?.unit == .hour && (tokens[next].end - tokens[next].start == 1 || tokens[next].end - tokens[next].start == 3)
        if isMark(next, UInt8(ascii: ":")) || isMark(next, UInt8(ascii: ".")) || (isHourWord && number(next + 1) != nil),
            isGlued(next) || isHourWord, let minute = number(next + 1), minute.digits == 2, minute.value < 60,
            isGlued(next + 1) || isHourWord
        {
            isDotted = isMark(next, UInt8(ascii: "."))
            let mark = tokens[next].mark
            clock.minute = minute.value
            next += 2
            isClock = !isDotted
            if tokens[next - 2].kind == .mark, isMark(next, mark), isGlued(next), isGlued(next + 1), let second = number(next + 1),
                second.digits == 2, second.value <= 60
            {
                clock.second = second.value
                next += 2
                if isMark(next, UInt8(ascii: ".")) || isMark(next, UInt8(ascii: ",")), isGlued(next), isGlued(next + 1), number(next + 1) != nil {
                    next += 2
                }
            }
            if isHourWord, entry(next)?.unit == .minute { next += 1 }
        } else if isHourWord, isExpected || tokens[next].end - tokens[next].start == 3, entry(next + 1)?.roles.contains(.agoAfter) != true {
            next += 1
            isClock = true
        }
        if let mark = halfMark(at: next, hasMinutes: isClock) {
            guard (1...12).contains(clock.hour) || clock.hour == 0 || isClock else { return nil }
            (half, next) = (mark.role, mark.end)
            isClock = true
        } else if !half.isEmpty {
            isClock = isClock || !isDotted && isExpected
        }
        if self[next].contains(.clockWord), isClock || isDotted || isExpected || entry(next)?.unit == nil {
            next += 1
            isClock = true
        }
        guard isClock || (isDotted && isExpected) else { return nil }
        if half == .pm, clock.hour < 12 { clock.hour += 12 }
        if half == .am, clock.hour == 12 { clock.hour = 0 }
        if clock.hour == 24 { clock.hour = 0 }
        // "24:00" ends a day; pages that print it mean the midnight of the date they name.
        if let zone = zone(at: next) { (clock.offset, next) = (zone.offset, zone.end) }
        return (clock, next)
    }

    /// "pm", "p.m.", "p", "PM.", "م".
    private func halfMark(at index: Int, hasMinutes: Bool) -> (role: Lexicon.Roles, end: Int)? {
        guard index < tokens.count, tokens[index].kind == .word else { return nil }
        let roles = self[index].intersection([.am, .pm])
        if roles == .am || roles == .pm {
            if isMark(index + 1, UInt8(ascii: ".")), isLetterM(index + 2) {
                return (roles, isMark(index + 3, UInt8(ascii: ".")) && isGlued(index + 3) ? index + 4 : index + 3)
            }
            // A lone "a" or "p" must touch its minutes: "3:04p", but not "1A".
            if isGlued(index) && hasMinutes || tokens[index].end - tokens[index].start > 1 { return (roles, index + 1) }
        }
        return nil
    }

    private func isAfterHalfMark(_ index: Int) -> Bool {
        isGlued(index) && !self[index - 1].isDisjoint(with: [.am, .pm])
    }

    private func isLetterM(_ index: Int) -> Bool {
        index < tokens.count && tokens[index].kind == .word && TimeGrammar.letterM.contains(tokens[index].hash)
    }
    /// Latin m and Greek μ.
    private static let letterM = [Lexicon.mix(Lexicon.seed, 0x6D), Lexicon.mix(Lexicon.seed, 0x3BC)]

    /// The "140500Z" of "20130508T140500Z".
    private func compactClock(at index: Int) -> (clock: Clock, end: Int)? {
        guard let token = number(index), token.digits == 6 || token.digits == 4 else { return nil }
        let value = token.digits == 6 ? token.value : token.value * 100
        var clock = Clock(hour: value / 10_000, minute: value / 100 % 100, second: token.digits == 6 ? value % 100 : nil)
        guard clock.hour < 24, clock.minute < 60, (clock.second ?? 0) <= 60 else { return nil }
        var end = index + 1
        if let zone = zone(at: end) { (clock.offset, end) = (zone.offset, zone.end) }
        return (clock, end)
    }

    /// "Z", "+0300", "-05:00", "GMT", "GMT +3", "(UTC)", "EDT"; the offset is `nil` for names such as "ET".
    func zone(at index: Int) -> (offset: Int?, end: Int)? {
        var next = index
        let isBracketed = isMark(next, UInt8(ascii: "("))
        if isBracketed { next += 1 }
        var found: (offset: Int?, end: Int)?
        if self[next].contains(.zone), let entry = entry(next) {
            let token = tokens[next]
            let isGreenwich = entry.offset == 0 && token.end - token.start == 3
            guard token.isCapitals || isGreenwich || (token.end - token.start == 1 && isGlued(next)) else { return nil }
            found = (entry.offset, next + 1)
            if let offset = offset(at: next + 1, isNamed: isGreenwich) { found = offset }
        } else {
            found = offset(at: next, isNamed: false)
        }
        guard let found else { return nil }
        guard isBracketed else { return found }
        return isMark(found.end, UInt8(ascii: ")")) ? (found.offset, found.end + 1) : nil
    }

    private func offset(at index: Int, isNamed: Bool) -> (offset: Int?, end: Int)? {
        guard isMark(index, UInt8(ascii: "+")) || isMark(index, UInt8(ascii: "-")), let digits = number(index + 1),
            isGlued(index + 1)
        else { return nil }
        let sign = tokens[index].mark == UInt8(ascii: "-") ? -1 : 1
        var size: Int
        var end = index + 2
        if digits.digits == 4 {
            size = digits.value / 100 * 60 + digits.value % 100
        } else if digits.digits <= 2, isMark(end, UInt8(ascii: ":")), isGlued(end), let minutes = number(end + 1), minutes.digits == 2,
            minutes.value % 15 == 0, !isAfterHalfMark(index)
        {
            // "07:30 AM-11:59" and "14:05-15:20" are ranges, not zones.
            size = digits.value * 60 + minutes.value
            end += 2
        } else if digits.digits <= 2, isNamed || (digits.digits == 2 && isGlued(index)),
            !isAfterHalfMark(index), !(isMark(end, UInt8(ascii: ":")) && isGlued(end))
        {
            size = digits.value * 60
        } else {
            return nil
        }
        return size <= 14 * 60 ? (sign * size, end) : nil
    }
}
