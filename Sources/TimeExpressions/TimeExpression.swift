package import DiscourseModel

/// A date, a date with a time of day, or a stretch of time before now, as a page shows it.
package struct TimeExpression: Hashable, Sendable {
    /// What it says, no more precise than it says it; `nil` where that needs a time of capture that is not known
    /// ("3 hours ago", "24 July"), or where the date does not exist.
    package var timestamp: Timestamp?
    /// UTF-8 offsets, from the start of the text, of the whole expression: weekday, "at", clock and zone included.
    package var range: Range<Int>
    /// Whether it counts from the moment the page was shown ("3 hours ago", "yesterday", "Monday at 5 pm").
    package var isRelative: Bool
    /// How long before that moment, as far as it says so: a negative duration of ISO 8601-2 ("-PT3H", "-P1DT2H", "-P2M"). "Yesterday" is "-P1D".
    package var age: String?
    /// Whether it names a month and no day, as dates of projects and archives do sooner than those of anything written.
    package var isMonth = false

    package init(timestamp: Timestamp?, range: Range<Int>, isRelative: Bool, age: String? = nil) {
        self.timestamp = timestamp
        self.range = range
        self.isRelative = isRelative
        self.age = age
    }
}
