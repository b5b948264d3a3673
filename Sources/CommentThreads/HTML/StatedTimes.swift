internal import DiscourseModel
internal import Markup
internal import TimeExpressions

// Times that take more than one text to read, or stand in attributes; and days that are no times of anything written.

/// The exact time in an attribute of an element that is named for one (`datetime`, `title`, `data-tippy-content` ...), and how long it is.
func statedTime(_ node: Int, _ document: HTMLDocument, _ reader: TimeReader) -> (Timestamp, Int)? {
    if let stated = document.attribute(node, .datetime) ?? document.attribute(node, .title), let stamp = Timestamp(iso8601: stated) ?? reader.first(in: stated)?.timestamp { return (stamp, stated.utf8.count) }
    for (name, value) in document.allAttributes(node) where name.hasPrefix("data-") || name == "content" {
        if let stamp = Timestamp(iso8601: value), stamp.hour != nil { return (stamp, value.utf8.count) }
    }
    return nil
}

extension HTMLDocument {
    /// What stands before a time in its text; `nil` where the time is the end of a stretch of time, or its beginning.
    func wordsBefore(_ time: TimeExpression, in text: Int, _ reader: TimeReader) -> ArraySlice<UInt8>? {
        let bytes = textBytes(text), before = bytes.prefix(time.range.lowerBound)
        return opensPeriod(bytes.dropFirst(time.range.upperBound), time, reader) || closesPeriod(before) ? nil : before
    }
}

/// Whether a day is followed by a dash and another day: "1 March 1941 – 3 May 2024" is when something lasted, and not when anybody wrote.
private func opensPeriod(_ rest: ArraySlice<UInt8>, _ time: TimeExpression, _ reader: TimeReader) -> Bool {
    guard rest.count >= 8, let start = time.timestamp, !time.isRelative else { return false }
    let text = rest.drop { $0 <= 0x20 }
    let dash = text.first == 0x2D ? 1 : text.starts(with: [0xE2, 0x80, 0x93]) || text.starts(with: [0xE2, 0x80, 0x94]) ? 3 : 0
    guard dash > 0 else { return false }
    let last = text.dropFirst(dash).drop { $0 <= 0x20 }
    guard let end = reader.first(in: last), end.range.lowerBound == 0, let stamp = end.timestamp, !end.isRelative else { return false }
    return (stamp.year, stamp.month, stamp.day) != (start.year, start.month, start.day)
}

/// "1931 – 3 May 2021": whether nothing but a year and a dash stands before a date.
private func closesPeriod(_ before: ArraySlice<UInt8>) -> Bool {
    let text = before.drop { $0 <= 0x20 }
    guard (5...12).contains(text.count), text.prefix(4).allSatisfy({ $0 &- 0x30 < 10 }), text.first == 0x31 || text.first == 0x32 else { return false }
    let rest = text.dropFirst(4).filter { $0 > 0x20 }
    return rest == [0x2D] || rest == [0xE2, 0x80, 0x93] || rest == [0xE2, 0x80, 0x94]
}

/// "May 4<sup>th</sup>, 2023, 9:12am": the date whose ordinal is set higher, from the text before it on.
func ordinalDate(_ sup: Int, _ document: HTMLDocument, _ reader: TimeReader) -> TimeExpression? {
    let end = document.end(sup)
    guard sup > 0, end == sup + 2, document.isText(sup - 1), document.isText(sup + 1), end < document.count, document.isText(end) else { return nil }
    let before = document.textBytes(sup - 1), ordinal = document.textBytes(sup + 1)
    guard ordinal.count == 2, before.last.map({ $0 &- 0x30 < 10 }) ?? false, before.count <= 80,
        let time = reader.first(in: before + ordinal + document.textBytes(end).prefix(80)), time.range.lowerBound < before.count, time.range.upperBound > before.count
    else { return nil }
    return TimeExpression(timestamp: time.timestamp, range: time.range.lowerBound..<before.count, isRelative: time.isRelative)
}

/// "<span>03-04-2019</span> <span>10:12 AM</span>", "5 May 2024 @ <a>10:12</a>": the day of a text that ends with it, and the time of day that opens the next one.
func withClock(_ node: Int, _ day: TimeExpression, _ document: HTMLDocument, _ reader: TimeReader) -> TimeExpression {
    let text = document.textBytes(node), rest = text.dropFirst(day.range.upperBound)
    guard rest.count <= 12, let next = (node + 1..<min(node + 8, document.count)).first(where: { document.isText($0) && document.visibleBytes($0) > 0 }) else { return day }
    let clock = document.textBytes(next).drop { $0 <= 0x20 }.prefix(40)
    guard let first = clock.first, first &- 0x30 < 10, clock.prefix(6).contains(where: { $0 == 0x3A || $0 == 0x2E || $0 | 0x20 == 0x68 }),
        let whole = reader.first(in: text + [0x20] + clock), whole.range.lowerBound == day.range.lowerBound, whole.range.upperBound > text.count + 1, whole.timestamp?.hour != nil
    else { return day }
    return TimeExpression(timestamp: whole.timestamp, range: day.range, isRelative: false)
}

/// The time that a short element states in several pieces: "<span>05</span> <abbr>Apr</abbr> <span>2024</span>".
func piecedTime(_ node: Int, _ document: HTMLDocument, _ reader: TimeReader) -> TimeExpression? {
    let texts = document.subtree(node).prefix(32).filter { document.isText($0) && document.visibleBytes($0) > 0 }
    guard texts.count > 1, texts.count <= 8, document.visibleSize(of: node, upTo: 48), !texts.contains(where: { reader.first(in: document.textBytes($0)) != nil }) else { return nil }
    return reader.first(in: document.line(node))
}

/// Whether the tip of a short element may be the time in full: "17 hours ago" with "Apr 3, 2024, 8:30 AM" behind it.
func mayBeDated(_ tip: UnsafeBufferPointer<UInt8>, _ name: Name) -> Bool {
    guard (8...48).contains(tip.count), name == .a || name == .span || name == .abbr || name == .div || name == .p || name == .small || name == .em || name == .i || name == .td else { return false }
    return tip.count { $0 &- 0x30 < 10 } >= 4
}

extension HTMLDocument {
    /// Whether the words in an element are few.
    func visibleSize(of node: Int, upTo limit: Int) -> Bool {
        var size = 0
        for inner in subtree(node) where isText(inner) {
            size += visibleBytes(inner)
            if size > limit { return false }
        }
        return size > 0
    }
}
