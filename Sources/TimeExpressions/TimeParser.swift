internal import DiscourseModel

/// Reads one expression from a place in the tokens. A failed attempt leaves `at` where it began.
struct TimeParser {
    let tokens: [TimeToken]
    let reader: TimeReader
    var at = 0

    struct Found {
        var stamp: Timestamp?
        var isRelative = false
        /// Whether the words may well mean something else.
        var isWeak = false
    }

    /// A date with or without a time, or a relative time, that begins here.
    mutating func expression() -> Found? {
        let start = at
        // A number glued to what came before is a part of something else: a version, a price, an address.
        if case .number = tokens[at].kind, at > 0, !tokens[at].hasSpaceBefore {
            if tokens[at - 1].isMark(0x24) || tokens[at - 1].isMark(0x23) { return nil }
            if tokens[at - 1].isMark(0x2E) || tokens[at - 1].isMark(0x2F) || tokens[at - 1].isMark(0x2D), at > 1, case .number = tokens[at - 2].kind { return nil }
        }
        if let found = relative() { return found }
        at = start
        if let clock = clock() {
            // The time first: "14:05, 8 May 2013", "10:29 on January 31, 2011".
            skipSeparators()
            if var date = date() {
                guard date.stamp != nil else { return date }
                date.stamp?.apply(clock)
                date.isWeak = false
                return date.checked
            }
        }
        at = start
        guard var found = date() else {
            at = start
            return nil
        }
        let end = at
        skipSeparators()
        if let clock = clock() {
            found.stamp?.apply(clock)
            found.isWeak = false
        } else {
            at = end
        }
        return found.checked
    }

    // MARK: Dates

    private mutating func date() -> Found? {
        let start = at
        skipWeekday()
        let inner = at
        for reading in [numeric, monthFirst, dayFirst, cjk] as [(inout TimeParser) -> Found?] {
            at = inner
            if let found = reading(&self) { return found }
        }
        at = start
        return nil
    }

    private mutating func skipWeekday() {
        guard case .word(let word)? = token?.kind, word.isWeekday, word.month == nil || !nextIsNumber(1) else { return }
        at += 1
        while let token, token.isMark(0x2C) || token.isMark(0x2E) || token.isConnector { at += 1 }
    }

    /// 2013-05-08, 08.05.2013, 5/8/13.
    private var numeric: (inout TimeParser) -> Found? {
        { parser in
            guard let (a, aDigits) = parser.number(), let mark = parser.dateMark(), let (b, bDigits) = parser.number(), b <= 31, bDigits <= 2 else { return nil }
            guard parser.take(mark) else { return nil }
            guard let (c, cDigits) = parser.number() else { return nil }
            // A fourth part: an address or a version.
            if let next = parser.token, !next.hasSpaceBefore, next.isMark(mark) { if case .number? = parser.peek(1)?.kind { return nil } }
            if aDigits == 4 {
                guard cDigits <= 2 else { return nil }
                return Found(stamp: Timestamp(year: a, month: b, day: c)).plausible
            }
            guard aDigits <= 2, cDigits == 4 || cDigits == 2 else { return nil }
            let year = cDigits == 4 ? c : TimeParser.fullYear(c)
            // 2.1.13 may be a version: two-digit years want two-digit days and months, but with slashes.
            if cDigits == 2, mark != 0x2F, aDigits != 2 || bDigits != 2 { return nil }
            let isDayFirst: Bool
            if a > 12 { isDayFirst = true } else if b > 12 { isDayFirst = false } else {
                isDayFirst = mark == 0x2E || (parser.reader.dayFirst ?? parser.reader.isDayFirstLanguage)
            }
            return Found(stamp: Timestamp(year: year, month: isDayFirst ? b : a, day: isDayFirst ? a : b)).plausible
        }
    }

    /// May 8th, 2013; Jul 20 2012; July 24.
    private var monthFirst: (inout TimeParser) -> Found? {
        { parser in
            guard case .word(let word)? = parser.token?.kind, let month = word.month else { return nil }
            parser.at += 1
            _ = parser.take(0x2E)
            guard let (day, digits) = parser.number(), digits <= 2, (1...31).contains(day) else { return nil }
            parser.skipOrdinal()
            return parser.withYear(month: month, day: day)
        }
    }

    /// 8 May 2013; 8. Mai 2013; 8 de mayo de 2013; 1st of July '12.
    private var dayFirst: (inout TimeParser) -> Found? {
        { parser in
            guard let (day, digits) = parser.number(), digits <= 2, (1...31).contains(day) else { return nil }
            parser.skipOrdinal()
            _ = parser.take(0x2E) || parser.take(0x2D)
            parser.skipConnectors()
            guard case .word(let word)? = parser.token?.kind, let month = word.month else { return nil }
            parser.at += 1
            _ = parser.take(0x2E) || parser.take(0x2D)
            return parser.withYear(month: month, day: day)
        }
    }

    /// The year behind a day and a month, if there is one; else the year of the capture.
    private mutating func withYear(month: Int, day: Int) -> Found? {
        let end = at
        while let token, token.isMark(0x2C) || token.isMark(0x2E) || token.isConnector { at += 1 }
        if token?.isMark(0x27) == true || token?.isApostrophe(tokens, at) == true, case .number(let short, digits: 2)? = peek(1)?.kind {
            at += 2
            return Found(stamp: Timestamp(year: TimeParser.fullYear(short), month: month, day: day)).plausible
        }
        if case .number(let year, digits: 4)? = token?.kind, (1900...2100).contains(year) {
            // "May 8, 2013" and not "May 8, 2013:12".
            at += 1
            return Found(stamp: Timestamp(year: year, month: month, day: day)).plausible
        }
        if case .number(let short, digits: 2)? = token?.kind, at == end, peek(1)?.isMark(0x3A) != true, peek(1)?.isHalf != true {
            at += 1
            return Found(stamp: Timestamp(year: TimeParser.fullYear(short), month: month, day: day)).plausible
        }
        at = end
        return Found(stamp: inferredYear(month: month, day: day), isWeak: true)
    }

    /// The latest such day that is not after the capture; without one, the day nearest to the date that the page states of itself.
    private func inferredYear(month: Int, day: Int) -> Timestamp? {
        guard let reference = reader.reference else {
            guard let nearby = reader.nearby else { return nil }
            let days = [nearby.year - 1, nearby.year, nearby.year + 1].map { Timestamp(year: $0, month: month, day: day) }.filter(\.isValid)
            return days.min { abs($0.seconds - nearby.seconds) < abs($1.seconds - nearby.seconds) }
        }
        let limit = reference.dateOnly.seconds + 86_400
        for year in [reference.year + 1, reference.year, reference.year - 1] {
            let stamp = Timestamp(year: year, month: month, day: day)
            if stamp.isValid, stamp.seconds <= limit { return stamp }
        }
        return nil
    }

    /// 2013年5月8日; 5月8日.
    private var cjk: (inout TimeParser) -> Found? {
        { parser in
            guard let (a, aDigits) = parser.number() else { return nil }
            if aDigits == 4 {
                guard parser.take(.year), let (month, _) = parser.number(), parser.take(.month), let (day, _) = parser.number() else { return nil }
                _ = parser.take(.day)
                return Found(stamp: Timestamp(year: a, month: month, day: day)).plausible
            }
            guard parser.take(.month), let (day, _) = parser.number(), parser.take(.day), (1...12).contains(a), (1...31).contains(day) else { return nil }
            return Found(stamp: parser.inferredYear(month: a, day: day), isWeak: true)
        }
    }

    // MARK: Tokens

    var token: TimeToken? { at < tokens.count ? tokens[at] : nil }
    func peek(_ ahead: Int) -> TimeToken? { at + ahead < tokens.count ? tokens[at + ahead] : nil }

    func nextIsNumber(_ ahead: Int) -> Bool { if case .number? = peek(ahead)?.kind { true } else { false } }

    mutating func number() -> (Int, Int)? {
        guard case .number(let value, let digits)? = token?.kind else { return nil }
        at += 1
        return (value, digits)
    }

    mutating func take(_ mark: UInt8) -> Bool {
        guard token?.isMark(mark) == true else { return false }
        at += 1
        return true
    }

    mutating func take(_ mark: TimeWord.Mark) -> Bool {
        guard case .word(let word)? = token?.kind, word.mark == mark else { return false }
        at += 1
        return true
    }

    private mutating func dateMark() -> UInt8? {
        guard let token, !token.hasSpaceBefore || token.isMark(0x2F), case .mark(let mark) = token.kind, mark == 0x2D || mark == 0x2F || mark == 0x2E else { return nil }
        at += 1
        return mark
    }

    private mutating func skipOrdinal() {
        if case .word(let word)? = token?.kind, word.isOrdinal, token?.hasSpaceBefore == false { at += 1 }
    }

    private mutating func skipConnectors() { while token?.isConnector == true { at += 1 } }

    /// Between a date and a time: commas, bars, "at", "um", a weekday.
    mutating func skipSeparators() {
        var steps = 0
        while let token, steps < 5 {
            switch token.kind {
            case .mark(let mark) where [0x2C, 0x7C, 0x40, 0x2D, 0x2E, 0x2F, 0x28, 0x3A].contains(mark): at += 1
            case .word(let word) where word.isConnector || word.isWeekday && word.month == nil: at += 1
            default:
                // Dots and dashes of other scripts: ·, –, —.
                guard token.isPunctuation else { return }
                at += 1
            }
            steps += 1
        }
    }

    static func fullYear(_ short: Int) -> Int { short < 70 ? 2000 + short : 1900 + short }
}

extension TimeToken {
    var isConnector: Bool { if case .word(let word) = kind { word.isConnector } else { false } }
    var isHalf: Bool { if case .word(let word) = kind { word.half != nil } else { false } }
    /// ’ before a two-digit year.
    func isApostrophe(_ tokens: [TimeToken], _ at: Int) -> Bool { if case .other = kind { range.count == 3 && at + 1 < tokens.count } else { false } }
    var isPunctuation: Bool { if case .other = kind { range.count <= 3 && isShortOther } else { false } }
    private var isShortOther: Bool { range.count == 2 || range.count == 3 }
}

extension TimeParser.Found {
    var plausible: Self? { stamp?.isValid == true && (1900...2100).contains(stamp?.year ?? 0) ? self : nil }
    /// A time of day that does not exist is dropped with its zone, the date stays.
    var checked: Self {
        guard let stamp, !stamp.isValid else { return self }
        var found = self
        found.stamp = stamp.dateOnly.isValid ? stamp.dateOnly : nil
        return found
    }
}
