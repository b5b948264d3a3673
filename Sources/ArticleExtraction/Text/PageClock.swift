import DiscourseModel
import TimeExpressions

/// A page's own clock: a time of day with its distance from Greenwich, then the date of the visit, often glued to it:
/// "00:12 GMT +327 February 2017" is 00:12 at GMT +3 on 27 February 2017.
enum PageClock {
    /// - Returns: `nil` where the row holds anything else, or can be read in two ways.
    static func read(_ row: String) -> Timestamp? {
        let bytes = Array(row.utf8)
        guard bytes.count <= 60 else { return nil }
        var at = 0
        func isDigit(_ i: Int) -> Bool { i < bytes.count && (0x30...0x39).contains(bytes[i]) }
        func number() -> Int? {
            let from = at
            while isDigit(at), at - from < 2 { at += 1 }
            return at > from ? bytes[from..<at].reduce(0) { $0 * 10 + Int($1) - 0x30 } : nil
        }
        func skipSpace() { while at < bytes.count, bytes[at] == 0x20 { at += 1 } }

        guard let hour = number(), at < bytes.count, bytes[at] == 0x3A else { return nil }
        at += 1
        guard let minute = number(), hour < 24, minute < 60 else { return nil }
        skipSpace()
        guard at + 3 < bytes.count, let zone = Optional(String(decoding: bytes[at..<at + 3], as: UTF8.self)), zone == "GMT" || zone == "UTC" else { return nil }
        at += 3
        skipSpace()
        guard at < bytes.count, bytes[at] == 0x2B || bytes[at] == 0x2D else { return nil }
        let sign = bytes[at] == 0x2D ? -1 : 1
        at += 1
        var end = at
        while isDigit(end) { end += 1 }
        // The digits of the offset and of the day may touch: every way to part them that gives both is tried.
        var readings: [Timestamp] = []
        for width in 1...2 where at + width <= end {
            let hours = bytes[at..<at + width].reduce(0) { $0 * 10 + Int($1) - 0x30 }
            guard hours <= 14 else { continue }
            let rest = String(decoding: bytes[(at + width)...], as: UTF8.self)
            let date = TextFurniture.trim(rest)
            guard end == at + width || end - at - width <= 2,
                let found = TimeReader(reference: nil, language: nil, dayFirst: nil).first(in: date), let stamp = found.timestamp, stamp.hour == nil,
                found.range == 0..<date.utf8.count
            else { continue }
            readings.append(
                Timestamp(year: stamp.year, month: stamp.month, day: stamp.day, hour: hour, minute: minute, utcOffset: sign * hours * 60))
        }
        return readings.count == 1 && readings[0].isValid ? readings[0] : nil
    }
}
