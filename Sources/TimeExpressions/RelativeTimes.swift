internal import DiscourseModel

extension TimeParser {
    /// "3 hours ago", "vor 3 Stunden", "il y a 2 h", "yesterday at 5 pm", "just now", "3小时前".
    mutating func relative() -> Found? {
        let start = at
        guard let first = token else { return nil }
        if case .word(let word) = first.kind {
            if word.isNow {
                at += 1
                return Found(stamp: reader.reference, isRelative: true, isWeak: true)
            }
            if let day = word.day {
                at += 1
                let end = at
                skipSeparators()
                let clock = self.clock()
                if clock == nil { at = end }
                return Found(stamp: stamp(daysAgo: -day, clock: clock), isRelative: true, isWeak: clock == nil)
            }
            if word.isAgoBefore {
                // "il y a", "vor", "hace", "há": up to two such words before the number.
                at += 1
                while case .word(let more)? = token?.kind, more.isAgoBefore, !more.isOne { at += 1 }
                if let found = amount() { return found }
                at = start
            }
        }
        guard let found = amount() else {
            at = start
            return nil
        }
        if case .word(let word)? = token?.kind, word.isAgoAfter {
            at += 1
            return found
        }
        // "3h", "2 d", "5 mins" where it stands alone.
        if found.isShort, at == tokens.count, start == 0 { return Found(stamp: found.stamp, isRelative: true, isWeak: true) }
        at = start
        return nil
    }

    /// A number and a unit, perhaps several ("1 hour, 5 minutes"), as a time before the capture.
    private mutating func amount() -> (Found)? {
        var seconds = 0, months = 0, units = 0
        var isExact = false
        while units < 3 {
            let before = at
            var count = 1
            if let (value, digits) = number() {
                guard digits <= 4 else { break }
                count = value
            } else if case .word(let word)? = token?.kind, word.isOne {
                at += 1
            } else if units > 0 || !isUnit(token) {
                break
            }
            guard case .word(let word)? = token?.kind, let unit = word.unit else {
                at = before
                break
            }
            at += 1
            _ = take(0x2E)
            if unit < 0 { months += count * -unit } else { seconds += count * unit }
            if unit > 0, unit < 86_400 { isExact = true }
            units += 1
            if token?.isMark(0x2C) == true || token?.isConnector == true, nextIsNumber(1) { at += 1 }
        }
        guard units > 0 else { return nil }
        guard let reference = reader.reference else { return Found(stamp: nil, isRelative: true) }
        var stamp = reference.adding(seconds: -seconds)
        if months > 0 {
            let total = stamp.year * 12 + stamp.month - 1 - months
            stamp = Timestamp(year: total / 12, month: total % 12 + 1, day: min(stamp.day, 28))
        }
        if !isExact || reference.hour == nil { stamp = stamp.dateOnly } else { stamp.second = nil }
        return Found(stamp: stamp.isValid ? stamp : nil, isRelative: true)
    }

    private func isUnit(_ token: TimeToken?) -> Bool { if case .word(let word)? = token?.kind { word.unit != nil } else { false } }

    private func stamp(daysAgo: Int, clock: ClockTime?) -> Timestamp? {
        guard let reference = reader.reference else { return nil }
        var stamp = reference.dateOnly.adding(seconds: -daysAgo * 86_400).dateOnly
        if let clock {
            stamp.apply(clock)
            if stamp.utcOffset == nil { stamp.utcOffset = reference.utcOffset }
        }
        return stamp
    }
}

extension TimeParser.Found {
    /// Short forms are only times where nothing else stands.
    var isShort: Bool { isRelative }
}
