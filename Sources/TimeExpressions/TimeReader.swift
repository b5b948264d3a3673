package import DiscourseModel

/// Finds and reads the times that comment systems, blogs, forums and news pages show.
///
/// It answers for short lines: a text with no digit and no relative word is rejected by one look at its bytes.
/// All vocabularies are read at once; the language only settles words and numbers that could be read in two ways.
package final class TimeReader: Sendable {
    let reference: Timestamp?
    /// A date of the page that lies near those it words without a year.
    let nearby: Timestamp?
    /// A year of the page, for a date that has none and whose day of the week says which it is.
    let nearYear: Int?
    let languageBit: UInt64
    let dayFirst: Bool?
    let monthFirstLanguage: Bool
    /// Whether dates go from the larger to the smaller, so that one without its year is month and day.
    let monthStandsFirst: Bool
    let lexicon: Lexicon

    /// - Parameters:
    ///   - reference: the time of capture, from which relative expressions count and missing years are supplied.
    ///     When `nil`, such expressions are recognised but have no timestamp.
    ///   - language: BCP 47 tag of the page, or `nil`.
    ///   - dayFirst: how 03/04/2012 is read. When `nil`: by the number that cannot be a month; else day first, except that
    ///     English of the United States or of no stated country ("en", "en-US", "en-PH") reads the month first, and where no language is
    ///     known, slashes and hyphens read the month first and full stops the day.
    ///   - nearby: a complete date that the page states of itself, for the year of "24 July" where the time of capture is not known.
    ///   - nearYear: a year that the page states of itself, for the year of "Tuesday 24 July" where no date is known: it, or the one before or after,
    ///     if the day of the week is that of the date.
    package init(reference: Timestamp?, language: String?, dayFirst: Bool?, nearby: Timestamp? = nil, nearYear: Int? = nil) {
        self.reference = reference
        self.nearYear = nearYear
        self.nearby = nearby
        self.dayFirst = dayFirst
        lexicon = Lexicon.shared
        let tag = (language ?? "").lowercased()
        let primary = tag.prefix { $0 != "-" && $0 != "_" }
        languageBit = lexicon.bit(of: String(primary))
        let country = tag.dropFirst(primary.count + 1)
        monthFirstLanguage = primary == "en" && (country.isEmpty || country.hasPrefix("us") || country.hasPrefix("ph"))
        monthStandsFirst = primary == "zh" || primary == "ja" || primary == "ko"
        isLanguageKnown = !primary.isEmpty
    }
    let isLanguageKnown: Bool

    /// The first time expression in the text; `nil` if there is none.
    package func first(in text: String) -> TimeExpression? {
        var text = text
        return text.withUTF8 { first(in: $0) }
    }

    /// The first time expression in the bytes, with offsets from the start of the slice; `nil` if there is none.
    /// Bytes that are not UTF-8 are stepped over.
    package func first(in bytes: ArraySlice<UInt8>) -> TimeExpression? {
        bytes.withUnsafeBufferPointer { first(in: $0) }
    }

    package func first(in bytes: UnsafeBufferPointer<UInt8>) -> TimeExpression? {
        guard mayHoldTime(bytes) else { return nil }
        var lexer = Lexer(bytes: bytes, lexicon: lexicon)
        lexer.run()
        guard lexer.hasAnchor else { return nil }
        let grammar = TimeGrammar(tokens: lexer.tokens, textLength: lexer.contentLength, reader: self)
        return grammar.first()
    }

    /// Expressions without a digit ("an hour ago") are looked for in texts up to this many bytes.
    private static let longestDigitless = 160

    /// `false` where there is no number and, in a short text, no word that begins like one that counts from now: nearly every text of a page.
    private func mayHoldTime(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count >= 2 else { return false }
        let isShort = bytes.count <= TimeReader.longestDigitless
        func letter(_ at: Int) -> UInt8 { at < bytes.count && (bytes[at] | 0x20) &- 0x61 < 26 ? bytes[at] | 0x20 : 0 }
        var previous: UInt8 = 0
        // Whether the byte before is a letter of ASCII.
        var isInWord = false
        for at in bytes.indices {
            let byte = bytes[at]
            if (byte | 0x20) &- 0x61 < 26 {
                if isShort, !isInWord, lexicon.mayBeginAnchor(letter(at), letter(at + 1), letter(at + 1) == 0 ? 0 : letter(at + 2)) { return true }
                isInWord = true
                continue
            }
            isInWord = false
            if byte &- 0x30 < 10 { return true }
            guard byte >= 0x80 else { continue }
            if isShort {
                // What goes on, and what begins punctuation, is no letter and no digit.
                let next = at + 1 < bytes.count ? bytes[at + 1] : 0
                let isMark = byte < 0xC0 || byte == 0xE2 && next == 0x80 || byte == 0xC2 && next != 0xAA && next != 0xBA
                if !isMark { return true }
            } else {
                // The digits of Arabic (U+0660) and Persian (U+06F0), and full-width ones (U+FF10).
                if previous == 0xD9 && byte &- 0xA0 < 10 || previous == 0xDB && byte &- 0xB0 < 10 { return true }
                if previous == 0xBC && byte &- 0x90 < 10 { return true }
            }
            previous = byte
        }
        return false
    }

    /// Whether the numeric dates of one page put the day first: told from the dates in which one number exceeds 12.
    /// `nil` if no date tells, or if they contradict each other (fewer than four to one).
    package static func dayFirst(in texts: some Sequence<String>) -> Bool? {
        let reader = TimeReader(reference: nil, language: nil, dayFirst: nil)
        var (dayFirst, monthFirst) = (0, 0)
        for text in texts {
            var text = text
            text.withUTF8 { bytes in
                var lexer = Lexer(bytes: bytes, lexicon: reader.lexicon)
                lexer.run()
                let grammar = TimeGrammar(tokens: lexer.tokens, textLength: lexer.contentLength, reader: reader)
                for index in lexer.tokens.indices {
                    guard let (a, b) = grammar.undecidedPair(at: index) else { continue }
                    if a > 12 && b <= 12 { dayFirst += 1 }
                    if b > 12 && a <= 12 { monthFirst += 1 }
                }
            }
        }
        if dayFirst > 0 && dayFirst >= 4 * monthFirst { return true }
        if monthFirst > 0 && monthFirst >= 4 * dayFirst { return false }
        return nil
    }
}
