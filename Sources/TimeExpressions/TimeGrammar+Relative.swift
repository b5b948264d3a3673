import DiscourseModel

extension TimeGrammar {
    /// "3 hours ago", "an hour ago", "vor 3 Stunden", "1 day, 2 hours ago", "час назад"; "3h" as the whole text.
    func ago(at index: Int) -> Reading? {
        var next = index
        var isCounted = false
        // Languages that have both the unit and the word that counts it back: "minutes" and Turkish "önce" do not make a time.
        var languages = UInt64.max
        func skipApproximate() { for _ in 0..<2 where self[next].contains(.approximate) { next += 1 } }
        skipApproximate()
        if self[next].contains(.agoBefore), isCertain(next) || number(next + 1) != nil || self[next + 1].contains(.number) {
            isCounted = true
            languages = entry(next)?.languages ?? 0
            next += 1
            skipApproximate()
        }
        var shift = TimeShift()
        var isCompact = true
        var count = 0
        while count < 4, let part = amount(at: next, allowsBare: isCounted || count == 0) {
            shift.add(part.number, part.unit)
            languages &= part.languages
            isCompact = isCompact && part.isCompact
            next = part.end
            count += 1
            let separator = isMark(next, UInt8(ascii: ",")) || self[next].contains(.and) ? next + 1 : next
            guard amount(at: separator, allowsBare: false) != nil else { break }
            next = separator
        }
        guard count > 0 else { return nil }
        if isCounted, languages == 0 { return nil }
        if self[next].contains(.agoAfter), let word = entry(next), word.languages & languages != 0 {
            isCounted = true
            next += 1
        }
        if !isCounted {
            guard isCompact, isWholeText(from: index, to: next) else { return nil }
        }
        if shift.isDated, let clock = clockAfter(next) {
            return Reading(timestamp: reader.shifted(shift).map { clock.clock.on($0) }, end: clock.end, isRelative: true, age: shift)
        }
        return Reading(timestamp: reader.shifted(shift), end: next, isRelative: true, age: shift)
    }

    /// "yesterday", "yesterday at 5:00 PM", "just now".
    func dayWord(at index: Int) -> Reading? {
        guard let entry = entry(index) else { return nil }
        if entry.roles.contains(.day), let clock = clockAfter(index + 1) {
            return Reading(timestamp: reader.day(back: entry.daysBack).map { clock.clock.on($0) }, end: clock.end, isRelative: true, age: TimeShift(days: entry.daysBack))
        }
        guard isCertain(index), isLittleElse(from: index, to: index + 1), !isPossessive(index) else { return nil }
        let stamp = entry.roles.contains(.day) ? reader.day(back: entry.daysBack) : reader.reference
        return Reading(timestamp: stamp, end: index + 1, isRelative: true, age: entry.roles.contains(.day) ? TimeShift(days: entry.daysBack) : TimeShift(seconds: 0))
    }

    /// "today's".
    private func isPossessive(_ index: Int) -> Bool {
        isMark(index + 1, UInt8(ascii: "'")) && isGlued(index + 1) && isGlued(index + 2) && tokens[index + 2].kind == .word
    }

    private func amount(at index: Int, allowsBare: Bool) -> (number: Int, unit: TimeUnit, isCompact: Bool, languages: UInt64, end: Int)? {
        var next = index
        var value: Int?
        if let digits = number(next), digits.digits <= 6 {
            value = digits.value
            next += 1
        } else if let word = entry(next), word.roles.contains(.number), next + 1 < tokens.count {
            value = word.number
            next += 1
            if isMark(next, UInt8(ascii: "'")) { next += 1 }
            if self[next].contains(.of), entry(next + 1)?.unit != nil { next += 1 }
        }
        guard let word = entry(next), let unit = word.unit else { return nil }
        guard value != nil || (allowsBare && word.ownCount > 0) else { return nil }
        // "3D" and "24M" are no days and minutes.
        let isCompact = word.roles.contains(.compact) && number(index) != nil && !tokens[next].isCapitals
        next += 1
        if isMark(next, UInt8(ascii: ".")), isGlued(next) { next += 1 }
        // "a decade": ten years.
        return ((value ?? 1) * max(1, word.ownCount), unit, isCompact, word.languages, next)
    }

    /// Whether nothing but marks stands around the tokens.
    func isWholeText(from start: Int, to end: Int) -> Bool {
        for (index, token) in tokens.enumerated() where index < start || index >= end {
            guard token.kind == .mark, [0x7C, 0x2D, 0x2C, 0x28, 0x29, 0x7F].contains(token.mark) else { return false }
        }
        return true
    }
}

/// A stretch of time back: calendar months and seconds are kept apart, as a month has no fixed length.
struct TimeShift {
    var months = 0
    var seconds = 0
    /// Whether nothing finer than days was said.
    var isDated = true

    init() {}

    init(days: Int) { add(days, .day) }

    init(seconds: Int) { add(seconds, .second) }

    /// As a negative duration of ISO 8601-2, in the largest units that lose nothing; no time at all is "PT0S".
    var iso8601: String {
        var text = ""
        if months >= 12 { text += "\(months / 12)Y" }
        if months % 12 > 0 { text += "\(months % 12)M" }
        if seconds >= 86_400 || isDated && months == 0 { text += "\(seconds / 86_400)D" }
        let rest = seconds % 86_400
        if !isDated, rest > 0 || text.isEmpty {
            text += "T"
            if rest >= 3_600 { text += "\(rest / 3_600)H" }
            if rest % 3_600 >= 60 { text += "\(rest % 3_600 / 60)M" }
            if rest % 60 > 0 || rest == 0 { text += "\(rest % 60)S" }
        }
        return months == 0 && seconds == 0 ? "P" + text : "-P" + text
    }

    mutating func add(_ count: Int, _ unit: TimeUnit) {
        switch unit {
        case .year: months += count * 12
        case .month: months += count
        case .week: seconds += count * 7 * 86_400
        case .day: seconds += count * 86_400
        case .hour: seconds += count * 3_600
        case .minute: seconds += count * 60
        case .second: seconds += count
        }
        if unit.rawValue < TimeUnit.day.rawValue { isDated = false }
    }
}
