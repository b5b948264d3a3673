internal import DiscourseModel

/// A time of day.
struct ClockTime {
    var hour: Int
    var minute: Int
    var second: Int?
    var utcOffset: Int?
}

extension Timestamp {
    mutating func apply(_ clock: ClockTime) {
        hour = clock.hour
        minute = clock.minute
        second = clock.second
        utcOffset = clock.utcOffset
    }
}

extension TimeParser {
    /// 14:05, 14:05:09, 2:05 PM, 2pm, 14h05, 14時5分, 下午2:05; with the zone behind it.
    mutating func clock() -> ClockTime? {
        let start = at
        var leadingHalf: Int?
        if case .word(let word)? = token?.kind, let half = word.half, word.isLeadingHalf, nextIsNumber(1) {
            leadingHalf = half
            at += 1
        }
        if case .other? = token?.kind, token?.range.count == 1 { at += 1 }
        guard let (first, digits) = number(), digits <= 2, first <= 24 else {
            at = start
            return nil
        }
        var clock = ClockTime(hour: first, minute: 0)
        var isCertain = false
        if token?.isMark(0x3A) == true || (token?.isMark(0x2E) == true && token?.hasSpaceBefore == false), case .number(let minute, digits: 2)? = peek(1)?.kind, minute < 60 {
            let isColon = token?.isMark(0x3A) == true
            at += 2
            clock.minute = minute
            isCertain = isColon
            if take(0x3A) {
                guard let (second, _) = number(), second <= 60 else {
                    at = start
                    return nil
                }
                clock.second = second
                if token?.isMark(0x2E) == true || token?.isMark(0x2C) == true, token?.hasSpaceBefore == false, nextIsNumber(1), peek(1)?.hasSpaceBefore == false { at += 2 }
            }
        } else if case .word(let word)? = token?.kind, word.mark == .hour {
            at += 1
            isCertain = true
            if let (minute, _) = number() {
                clock.minute = min(59, minute)
                _ = take(.minute)
                if let (second, _) = number(), take(.second) { clock.second = second }
            }
        }
        if case .word(let word)? = token?.kind, let half = word.half {
            at += 1
            // p.m.
            while token?.isMark(0x2E) == true, token?.hasSpaceBefore == false {
                at += 1
                if case .word(let rest)? = token?.kind, rest.half == nil, token?.range.count == 1, token?.hasSpaceBefore == false { at += 1 }
            }
            leadingHalf = half
        }
        if let half = leadingHalf {
            guard clock.hour <= 12 || half == 12 else {
                at = start
                return nil
            }
            if clock.hour <= 12 { clock.hour = clock.hour % 12 + half }
            isCertain = true
        }
        guard clock.hour < 24 else {
            at = start
            return nil
        }
        if !isCertain {
            // "14.05 Uhr": a dot needs the word behind it.
            guard case .word(let word)? = token?.kind, word.mark == .hour else {
                at = start
                return nil
            }
            at += 1
        } else if case .word(let word)? = token?.kind, word.mark == .hour {
            at += 1
        }
        clock.utcOffset = zone()
        return clock
    }

    /// Z, GMT, (UTC), GMT +3, +0300, -05:00, EST.
    private mutating func zone() -> Int? {
        let start = at
        let hasBracket = take(0x28)
        var offset: Int?
        if case .word(let word)? = token?.kind, let named = word.zone {
            offset = named
            at += 1
        }
        if offset == nil || offset == 0, token?.isMark(0x2B) == true || token?.isMark(0x2D) == true, case .number(let value, let digits)? = peek(1)?.kind,
            peek(1)?.hasSpaceBefore == false, offset != nil || digits == 4 || (digits == 2 && peek(2)?.isMark(0x3A) == true)
        {
            let sign = token?.isMark(0x2D) == true ? -1 : 1
            at += 2
            var minutes = digits >= 3 ? value / 100 * 60 + value % 100 : value * 60
            if digits <= 2, token?.isMark(0x3A) == true, case .number(let rest, digits: 2)? = peek(1)?.kind {
                minutes += rest
                at += 2
            }
            offset = sign * minutes
        }
        guard let offset, abs(offset) <= 14 * 60 else {
            at = start
            return nil
        }
        if hasBracket { _ = take(0x29) }
        return offset
    }
}
