/// A point in time as precisely as a page states it: a date, perhaps a time of day, perhaps an offset from UTC.
///
/// Nothing is filled in: a page that says "8 May 2013" gives no time of day, and one that names no zone gives no offset.
package struct Timestamp: Hashable, Sendable {
    package var year: Int
    package var month: Int
    package var day: Int
    package var hour: Int?
    package var minute: Int?
    package var second: Int?
    /// Minutes east of UTC; `nil` where the page does not say.
    package var utcOffset: Int?

    package init(
        year: Int, month: Int, day: Int, hour: Int? = nil, minute: Int? = nil, second: Int? = nil, utcOffset: Int? = nil
    ) {
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = hour == nil ? nil : (minute ?? 0)
        self.second = hour == nil ? nil : second
        self.utcOffset = hour == nil ? nil : utcOffset
    }

    /// ISO 8601, no more precise than the page: `2013-05-08`, `2013-05-08T14:05`, `2013-05-08T14:05:09+03:00`.
    package var iso8601: String {
        var text = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
        guard let hour, let minute else { return text }
        text += "T\(padded(hour, 2)):\(padded(minute, 2))"
        if let second { text += ":\(padded(second, 2))" }
        guard let utcOffset else { return text }
        if utcOffset == 0 { return text + "Z" }
        let size = abs(utcOffset)
        return text + (utcOffset < 0 ? "-" : "+") + "\(padded(size / 60, 2)):\(padded(size % 60, 2))"
    }

    /// Seconds since 1970-01-01T00:00 in the stamp's own zone, or in UTC where it names none; midnight where it has no time of day.
    /// Two stamps without a zone compare as the page shows them.
    package var seconds: Int {
        Timestamp.days(year: year, month: month, day: day) * 86_400
            + (hour ?? 0) * 3_600 + (minute ?? 0) * 60 + (second ?? 0) - (utcOffset ?? 0) * 60
    }

    /// A stamp this many seconds later, to the second, in the same zone.
    package func adding(seconds delta: Int) -> Timestamp {
        let local = seconds + (utcOffset ?? 0) * 60 + delta
        let dayNumber = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
        let rest = local - dayNumber * 86_400
        let (year, month, day) = Timestamp.civil(days: dayNumber)
        return Timestamp(
            year: year, month: month, day: day,
            hour: rest / 3_600, minute: rest / 60 % 60, second: rest % 60, utcOffset: utcOffset)
    }

    /// The date alone.
    package var dateOnly: Timestamp { Timestamp(year: year, month: month, day: day) }

    /// Whether the fields name a day that exists and a time of day that exists.
    package var isValid: Bool {
        guard (1...12).contains(month), day >= 1, (1...9999).contains(year) else { return false }
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard day <= lengths[month - 1] else { return false }
        return (0...23).contains(hour ?? 0) && (0...59).contains(minute ?? 0) && (0...60).contains(second ?? 0)
            && abs(utcOffset ?? 0) <= 14 * 60
    }

    /// Reads what `iso8601` writes, and the common variants of ISO 8601 in metadata
    /// (`2013-05-08 14:05`, `…T14:05:09.123Z`, `…+0300`); `nil` for anything else.
    package init?(iso8601 text: some StringProtocol) {
        var bytes = Array(text.utf8)[...]
        func digits(_ count: Int) -> Int? {
            guard bytes.count >= count else { return nil }
            var value = 0
            for byte in bytes.prefix(count) {
                guard (48...57).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 48)
            }
            bytes.removeFirst(count)
            return value
        }
        func skip(_ byte: UInt8) -> Bool {
            guard bytes.first == byte else { return false }
            bytes.removeFirst()
            return true
        }
        while bytes.first == 0x20 { bytes.removeFirst() }
        while bytes.last == 0x20 { bytes.removeLast() }
        guard let year = digits(4), skip(0x2D), let month = digits(2), skip(0x2D), let day = digits(2) else { return nil }
        var stamp = Timestamp(year: year, month: month, day: day)
        if skip(0x54) || skip(0x74) || skip(0x20) {
            guard let hour = digits(2), skip(0x3A), let minute = digits(2) else { return nil }
            stamp.hour = hour
            stamp.minute = minute
            if skip(0x3A) {
                guard let second = digits(2) else { return nil }
                stamp.second = second
                if skip(0x2E) || skip(0x2C) { while digits(1) != nil {} }
            }
            while skip(0x20) {}
            if skip(0x5A) || skip(0x7A) {
                stamp.utcOffset = 0
            } else if let sign = bytes.first, sign == 0x2B || sign == 0x2D {
                bytes.removeFirst()
                guard let hours = digits(2) else { return nil }
                _ = skip(0x3A)
                let size = hours * 60 + (digits(2) ?? 0)
                stamp.utcOffset = sign == 0x2D ? -size : size
            }
        }
        guard bytes.isEmpty, stamp.isValid else { return nil }
        self = stamp
    }

    /// Days since 1970-01-01 of a date in the proleptic Gregorian calendar
    /// (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
    package static func days(year: Int, month: Int, day: Int) -> Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The date that lies this many days after 1970-01-01: the inverse of `days`.
    package static func civil(days: Int) -> (year: Int, month: Int, day: Int) {
        let z = days + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }
}

extension Timestamp: Comparable {
    /// By the instant; stamps at one instant by their text, so that an order is total.
    package static func < (a: Timestamp, b: Timestamp) -> Bool {
        a.seconds != b.seconds ? a.seconds < b.seconds : a.iso8601 < b.iso8601
    }
}

extension Timestamp: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let stamp = Timestamp(iso8601: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an ISO 8601 time: \(text)")
        }
        self = stamp
    }
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso8601)
    }
}

private func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
