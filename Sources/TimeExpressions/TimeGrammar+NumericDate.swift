import DiscourseModel

extension TimeGrammar {
    /// "2013-05-08", "20130508T140500Z", "08/05/2013", "11/09/12", "8. 5. 2013", "2013. 5. 8.".
    func numericDate(at index: Int) -> PartialDate? {
        if let compact = number(index), compact.digits == 8 { return compactDate(compact, at: index) }
        guard let triple = triple(at: index) else { return dayAndMonthBeforeYear(at: index) ?? monthAndDay(at: index) }
        let (a, b, c) = (triple.a, triple.b, triple.c)
        if a.digits == 4 {
            guard (1900...2099).contains(a.value), b.digits <= 2, c.digits <= 2, (1...12).contains(b.value), (1...31).contains(c.value)
            else { return nil }
            return PartialDate(year: a.value, month: b.value, day: c.value, end: triple.end)
        }
        guard a.digits <= 2, b.digits <= 2, c.digits == 4 || c.digits == 2 else { return nil }
        if c.digits == 4 && !(1900...2099).contains(c.value) { return nil }
        // "23/10/04" on a page in Chinese, Japanese or Korean: the year stands first there.
        if reader.monthStandsFirst, a.digits == 2, c.digits == 2, (1...12).contains(b.value), (1...31).contains(c.value) {
            return PartialDate(year: reader.century(a.value), month: b.value, day: c.value, end: triple.end, isShortYear: true, needsClock: triple.mark != UInt8(ascii: "/"))
        }
        guard let (day, month) = ordered(a.value, b.value, mark: triple.mark, isLoose: triple.isLoose) else { return nil }
        var date = PartialDate(
            year: c.digits == 4 ? c.value : reader.century(c.value), month: month, day: day, end: triple.end, isShortYear: c.digits == 2)
        // "2.1.13" and "6-4-12" are also versions and scores.
        if c.digits == 2, triple.mark != UInt8(ascii: "/"), a.digits + b.digits < 4 { date.needsClock = true }
        if self[date.end].contains(.yearWord) { date.end += isMark(date.end + 1, UInt8(ascii: ".")) ? 2 : 1 }
        return date
    }

    /// "17.07, 2011": the order that WordPress writes where only the first half of "July 17, 2011" was put into numbers.
    private func dayAndMonthBeforeYear(at index: Int) -> PartialDate? {
        guard let day = number(index), let month = number(index + 2), let year = number(index + 4), day.digits <= 2, month.digits <= 2, year.digits == 4, (1900...2099).contains(year.value),
            isMark(index + 1, UInt8(ascii: ".")), isMark(index + 3, UInt8(ascii: ",")), isGlued(index + 1), isGlued(index + 2), isGlued(index + 3),
            let (day, month) = ordered(day.value, month.value, mark: UInt8(ascii: "."), isLoose: true)
        else { return nil }
        return PartialDate(year: year.value, month: month, day: day, end: index + 5)
    }

    /// "04-15 10:21", "04.15 10:21:33", and on a page in Chinese, Japanese or Korean "04-15" alone: month and day of this year.
    private func monthAndDay(at index: Int) -> PartialDate? {
        guard reader.monthStandsFirst, let month = number(index), let day = number(index + 2), month.digits <= 2, day.digits <= 2, (1...12).contains(month.value), (1...31).contains(day.value),
            isMark(index + 1, UInt8(ascii: "-")) || isMark(index + 1, UInt8(ascii: ".")) || isMark(index + 1, UInt8(ascii: "/")), isGlued(index + 1), isGlued(index + 2)
        else { return nil }
        // "12/20(水)"
        if isMark(index + 3, UInt8(ascii: "(")), isMark(index + 5, UInt8(ascii: ")")), tokens[index + 4].kind == .word, tokens[index + 4].end - tokens[index + 4].start == 3 {
            return PartialDate(month: month.value, day: day.value, end: index + 6)
        }
        guard month.digits == 2, day.digits == 2, !(isGlued(index + 3) && index + 3 < tokens.count) else { return nil }
        return PartialDate(month: month.value, day: day.value, end: index + 3, needsClock: !isMark(index + 1, UInt8(ascii: "-")))
    }

    /// The two numbers of a numeric date that could be day and month, where the year stands last.
    func undecidedPair(at index: Int) -> (Int, Int)? {
        guard number(index) != nil, let triple = triple(at: index), triple.c.digits == 4 || triple.c.digits == 2,
            triple.a.digits <= 2, triple.b.digits <= 2, (1...31).contains(triple.a.value), (1...31).contains(triple.b.value)
        else { return nil }
        if triple.c.digits == 4 { return (1900...2099).contains(triple.c.value) ? (triple.a.value, triple.b.value) : nil }
        return triple.a.digits + triple.b.digits == 4 || triple.mark == UInt8(ascii: "/") ? (triple.a.value, triple.b.value) : nil
    }

    private func ordered(_ a: Int, _ b: Int, mark: UInt8, isLoose: Bool) -> (day: Int, month: Int)? {
        guard (1...31).contains(a), (1...31).contains(b), a <= 12 || b <= 12 else { return nil }
        if a > 12 { return (a, b) }
        if b > 12 { return (b, a) }
        // "8. 5. 2013": full stops with spaces make ordinals, which no country writes month first.
        if isLoose { return (a, b) }
        let isDayFirst = reader.dayFirst ?? (reader.isLanguageKnown ? !reader.monthFirstLanguage : mark == UInt8(ascii: "."))
        return isDayFirst ? (a, b) : (b, a)
    }

    private func compactDate(_ token: Token, at index: Int) -> PartialDate? {
        let (year, month, day) = (token.value / 10_000, token.value / 100 % 100, token.value % 100)
        guard (1900...2099).contains(year), (1...12).contains(month), (1...31).contains(day), isGlued(index + 1),
            index + 2 < tokens.count, tokens[index + 1].kind == .word, tokens[index + 1].end - tokens[index + 1].start == 1,
            let clock = number(index + 2), clock.digits == 6 || clock.digits == 4
        else { return nil }
        return PartialDate(year: year, month: month, day: day, end: index + 1)
    }

    /// Three numbers joined by one mark, not part of a longer chain of numbers.
    private func triple(at index: Int) -> (a: Token, b: Token, c: Token, mark: UInt8, isLoose: Bool, end: Int)? {
        guard let a = number(index), index + 4 < tokens.count, tokens[index + 1].kind == .mark,
            let b = number(index + 2), let c = number(index + 4)
        else { return nil }
        let mark = tokens[index + 1].mark
        guard mark == UInt8(ascii: "/") || mark == UInt8(ascii: "-") || mark == UInt8(ascii: "."), isMark(index + 3, mark) else { return nil }
        let isTight = isGlued(index + 1) && isGlued(index + 2) && isGlued(index + 3) && isGlued(index + 4)
        // "8. 5. 2013" and "2013. 5. 8." have spaces behind their full stops.
        let isLoose = mark == UInt8(ascii: ".") && isGlued(index + 1) && isGlued(index + 3) && (a.digits == 4 || c.digits == 4)
        guard isTight || isLoose else { return nil }
        if index > 0, let before = entry(index - 1), before.roles.isEmpty == false, isGlued(index), before.unit == nil { return nil }
        var end = index + 5
        if isGlued(end), end < tokens.count, tokens[end].kind == .mark {
            let next = tokens[end].mark
            let isChain = next == UInt8(ascii: "-") || next == UInt8(ascii: "/") || next == UInt8(ascii: ".") || next == UInt8(ascii: "_")
            if isChain, isGlued(end + 1), end + 1 < tokens.count, tokens[end + 1].kind != .mark { return nil }
            if next == UInt8(ascii: "%") || (next == UInt8(ascii: "/") && mark == next) { return nil }
            if next == UInt8(ascii: "."), mark == next, a.digits == 4 { end += 1 }
        }
        if isGlued(end), end < tokens.count, tokens[end].kind == .word, tokens[end].isSmall, c.digits != 4, mark != UInt8(ascii: "-") {
            return nil
        }
        return (a, b, c, mark, !isTight, end)
    }
}
