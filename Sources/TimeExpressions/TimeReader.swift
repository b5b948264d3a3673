package import DiscourseModel

/// A stated time: where it stands in a text, and what it says.
package struct TimeExpression: Hashable, Sendable {
    /// `nil` where the expression is recognised and cannot be fixed: "3 hours ago" without a time of capture, "24 July" without a year.
    package var timestamp: Timestamp?
    /// UTF-8 bytes of the whole expression: weekday, "at" and zone included.
    package var range: Range<Int>
    /// "3 hours ago", "gestern".
    package var isRelative: Bool

    package init(timestamp: Timestamp?, range: Range<Int>, isRelative: Bool) {
        self.timestamp = timestamp
        self.range = range
        self.isRelative = isRelative
    }
}

/// Finds times in short texts, as comment systems, blogs, forums and news pages word them in the languages of `TimeVocabulary.all`.
///
/// Nothing is filled in that the text does not say, but for the year of "24 July" and for relative times, which take the time of capture.
/// Of relative times, minutes and hours give a time of day; days and weeks a date; months and years the date as many calendar months before,
/// which is as exact as such words are.
package struct TimeReader: Sendable {
    let reference: Timestamp?
    /// A date of the page that lies near those it words without a year.
    let nearby: Timestamp?
    let dayFirst: Bool?
    let isDayFirstLanguage: Bool

    /// - Parameters:
    ///   - reference: the time of capture.
    ///   - language: BCP 47; decides how 03/04/2012 is read where `dayFirst` does not: month first in American English and where no language
    ///     is stated, day first elsewhere.
    ///   - dayFirst: the page's own habit, as `dayFirst(in:)` finds it.
    ///   - nearby: a complete date that the page states of itself, for the year of "24 July" where the time of capture is not known.
    package init(reference: Timestamp?, language: String?, dayFirst: Bool?, nearby: Timestamp? = nil) {
        self.reference = reference
        self.nearby = nearby
        self.dayFirst = dayFirst
        let tag = language?.lowercased() ?? "en"
        let isBritish = ["en-gb", "en-au", "en-nz", "en-ie", "en-in", "en-za"].contains { tag.hasPrefix($0) || tag.hasPrefix($0.replacingDash) }
        isDayFirstLanguage = !tag.hasPrefix("en") || isBritish
    }

    package func first(in text: String) -> TimeExpression? {
        var text = text
        return text.withUTF8 { find($0) }
    }

    /// The range counts from the beginning of the slice.
    package func first(in bytes: ArraySlice<UInt8>) -> TimeExpression? {
        bytes.withUnsafeBufferPointer { find($0) }
    }

    /// How a page writes the numbers of its dates: `true` for 31/12/2012, `false` for 12/31/2012, `nil` where no date tells.
    package static func dayFirst(in texts: some Sequence<String>) -> Bool? {
        for text in texts {
            var text = text
            let answer: Bool? = text.withUTF8 { bytes in
                let tokens = tokenize(bytes)
                for index in tokens.indices.dropLast(4) {
                    guard case .number(let a, _) = tokens[index].kind, case .number(let b, _) = tokens[index + 2].kind,
                        case .number(let c, _) = tokens[index + 4].kind, tokens[index + 1].isMark(0x2F), tokens[index + 3].isMark(0x2F), c > 12
                    else { continue }
                    if a > 12, a <= 31, b <= 12 { return true }
                    if b > 12, b <= 31, a <= 12 { return false }
                }
                return nil
            }
            if let answer { return answer }
        }
        return nil
    }

    private func find(_ bytes: UnsafeBufferPointer<UInt8>) -> TimeExpression? {
        // Cheap rejection: without a digit only a short text can be a time ("yesterday", "just now").
        var hasDigit = false
        for byte in bytes where (0x30...0x39).contains(byte) || byte == 0xD9 || byte == 0xDB {
            hasDigit = true
            break
        }
        guard hasDigit || bytes.count <= 48 else { return nil }
        let tokens = tokenize(bytes)
        guard !tokens.isEmpty else { return nil }
        let words = tokens.reduce(0) { $0 + ($1.isSpace ? 0 : $1.range.count) }
        var parser = TimeParser(tokens: tokens, reader: self)
        for start in tokens.indices where tokens[start].canBegin {
            parser.at = start
            if let found = parser.expression() {
                let range = tokens[start].range.lowerBound..<tokens[parser.at - 1].range.upperBound
                // Words that mean much besides ("May 5", "today", "3 h") count only where there is little else.
                if found.isWeak, words - range.count > 24 { continue }
                return TimeExpression(timestamp: found.stamp, range: range, isRelative: found.isRelative)
            }
        }
        return nil
    }
}

extension String {
    /// `en-gb` as `en_gb`.
    fileprivate var replacingDash: String { String(map { $0 == "-" ? "_" : $0 }) }
}
