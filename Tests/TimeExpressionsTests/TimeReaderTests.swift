import DiscourseModel
import Testing

@testable import TimeExpressions

/// Tuesday, 1 October 2024, noon.
let reference = Timestamp(year: 2024, month: 10, day: 1, hour: 12, minute: 0)

/// The timestamp and the words of the first expression: "2013-05-08 | 8 May 2013"; "none" for a nil timestamp, "~" before a relative one.
func reading(_ text: String, language: String? = nil, reference: Timestamp? = reference, dayFirst: Bool? = nil) -> String? {
    let reader = TimeReader(reference: reference, language: language, dayFirst: dayFirst)
    guard let found = reader.first(in: text) else { return nil }
    let words = String(decoding: Array(text.utf8)[found.range], as: UTF8.self)
    return (found.isRelative ? "~" : "") + (found.timestamp?.iso8601 ?? "none") + " | " + words
}

@Suite struct TimeReaderTests {
    /// 24 July was a Tuesday in 2012; of the years beside one that the page states at most one fits.
    @Test(arguments: [(2011, "2012-07-24T09:10"), (2012, "2012-07-24T09:10"), (2013, "2012-07-24T09:10"), (2014, nil), (2010, nil)])
    func takesTheYearFromTheDayOfTheWeek(year: Int, iso: String?) {
        let reader = TimeReader(reference: nil, language: nil, dayFirst: nil, nearYear: year)
        #expect(reader.first(in: "on Tuesday July 24, @09:10AM").map { $0.timestamp?.iso8601 } == .some(iso))
        #expect(reader.first(in: "Jul 24, 3:15 pm").map { $0.timestamp } == .some(nil))
        #expect(reader.first(in: "Tuesday July 24 2018, 9:10 AM")?.timestamp?.year == 2018)
    }

    @Test(arguments: [
        ("October 22, 2012 12:44 PM", "2012-10-22T12:44"),
        ("Monday, October 29, 2012 at 05:22 PM", "2012-10-29T17:22"),
        ("Jul 20 2012", "2012-07-20"),
        ("1 November 2012 11:27PM", "2012-11-01T23:27"),
        ("Fri, 2012-11-09 15:30", "2012-11-09T15:30"),
        ("07-13-2007, 04:36 PM", "2007-07-13T16:36"),
        ("2024-09-11 20:05:43+00:00", "2024-09-11T20:05:43Z"),
        ("2024-09-11T20:05:43.024Z", "2024-09-11T20:05:43Z"),
        ("2024-09-11T20:05:43-0500", "2024-09-11T20:05:43-05:00"),
        ("20130508T140500Z", "2013-05-08T14:05:00Z"),
        ("Wed Sep 11, 2024 8:05 pm", "2024-09-11T20:05"),
        ("Wed Sep 11 20:05:43 EDT 2024", "2024-09-11T20:05:43-04:00"),
        ("11/09/12 3:04pm", "2012-11-09T15:04"),
        ("09. Jul, 2012", "2012-07-09"),
        ("17.07, 2011 @ 13:04", "2011-07-17T13:04"),
        ("May 8th, 2013", "2013-05-08"),
        ("8th of May 2013", "2013-05-08"),
        ("10.07.24 14:33", "2024-07-10T14:33"),
        ("24 Jul '12 at 9:15am (UTC)", "2012-07-24T09:15Z"),
        ("09:15, 24 July 2012 (UTC)", "2012-07-24T09:15Z"),
        ("09:15, 24. Jul. 2012 (CEST)", "2012-07-24T09:15+02:00"),
        ("Jul 24, 3:15 pm", "2024-07-24T15:15"),
        ("Tuesday July 24, @09:10AM", "2024-07-24T09:10"),
        ("Dec 24", "2023-12-24"),
        ("Oct 2", "2024-10-02"),
        ("Oct 3", "2023-10-03"),
        ("Feb 29", "2024-02-29"),
        ("4:09 pm, July 18th, 2012", "2012-07-18T16:09"),
        ("12:44 PM · Oct 22, 2012", "2012-10-22T12:44"),
        ("9 a.m. on May 8, 2013", "2013-05-08T09:00"),
        ("12:05 AM, May 8, 2013", "2013-05-08T00:05"),
        ("May 8, 2013 12:05 am", "2013-05-08T00:05"),
        ("May 8, 2013 9:05 p.m. EST", "2013-05-08T21:05-05:00"),
        ("2013-05-08 14:05 GMT +3", "2013-05-08T14:05+03:00"),
        ("2013-05-08 14:05 (GMT-05:00)", "2013-05-08T14:05-05:00"),
        ("Wed, 08 May 2013 14:05:09 +0530", "2013-05-08T14:05:09+05:30"),
        ("Thursday 1 November 2012 18.57 EDT", "2012-11-01T18:57-04:00"),
        ("08/May/2013:14:05:09 +0300", "2013-05-08T14:05:09+03:00"),
        ("8-May-13", "2013-05-08"),
        ("11/09/12 3:04p", "2012-11-09T15:04"),
        ("8. 5. 2013", "2013-05-08"),
        ("10.29.2012", "2012-10-29"),
        ("MAY 8, 2013", "2013-05-08"),
    ])
    func readsAbsoluteTimes(_ text: String, _ stamp: String) {
        #expect(reading(text) == "\(stamp) | \(text)")
        #expect(reading("by Ada on \(text) - Reply") == "\(stamp) | \(text)")
    }

    @Test(arguments: [
        ("3 hours ago", "2024-10-01T09:00:00"), ("an hour ago", "2024-10-01T11:00:00"), ("5 mins ago", "2024-10-01T11:55:00"),
        ("about 2 hours ago", "2024-10-01T10:00:00"), ("1 hour 5 minutes ago", "2024-10-01T10:55:00"), ("30s ago", "2024-10-01T11:59:30"),
        ("368 days ago", "2023-09-29"), ("a couple of weeks ago", "2024-09-17"), ("1 year, 2 months ago", "2023-08-01"),
        ("7 months ago", "2024-03-01"), ("2 days ago at 14:05", "2024-09-29T14:05"), ("yesterday at 5:00 PM", "2024-09-30T17:00"),
        ("Yesterday, 05:00 PM", "2024-09-30T17:00"), ("Monday at 5:00 PM", "2024-09-30T17:00"), ("Tuesday at 9am", "2024-10-01T09:00"),
        ("just now", "2024-10-01T12:00"), ("today", "2024-10-01"), ("2d", "2024-09-29"), ("3h", "2024-10-01T09:00:00"), ("1y", "2023-10-01"),
        ("4mo", "2024-06-01"), ("5 mins", "2024-10-01T11:55:00"),
    ])
    func readsTimesThatCountFromNow(_ text: String, _ stamp: String) {
        #expect(reading(text, language: "en") == "~\(stamp) | \(text)")
        #expect(reading(text, language: "en", reference: nil) == "~none | \(text)")
    }

    /// What systems write below a minute, where they do not count.
    @Test(arguments: [
        ("en", "a few seconds ago"), ("de", "vor wenigen Sekunden"), ("de", "vor ein paar Sekunden"), ("fr", "il y a quelques secondes"), ("es", "hace unos segundos"), ("es", "hace un momento"),
        ("pt", "há alguns segundos"), ("it", "qualche secondo fa"), ("it", "pochi secondi fa"), ("pl", "kilka sekund temu"), ("ru", "несколько секунд назад"), ("tr", "birkaç saniye önce"), ("ar", "منذ لحظات"), ("ar", "منذ ثوان"),
        ("zh", "几秒前"), ("ja", "数秒前"), ("nl", "een paar seconden geleden"), ("sv", "för några sekunder sedan"),
    ])
    func aFewSecondsAreNow(_ language: String, _ text: String) {
        for language in [language, nil] {
            #expect(["~2024-10-01T11:59:59 | \(text)", "~2024-10-01T12:00 | \(text)"].contains(reading(text, language: language)), "\(reading(text, language: language) ?? "none")")
        }
    }

    @Test func countsMonthsByTheCalendar() {
        let endOfMarch = Timestamp(year: 2024, month: 3, day: 31, hour: 1, minute: 30, utcOffset: 60)
        #expect(reading("1 month ago", reference: endOfMarch) == "~2024-02-29 | 1 month ago")
        #expect(reading("2 hours ago", reference: endOfMarch) == "~2024-03-30T23:30:00+01:00 | 2 hours ago")
        #expect(reading("9000 years ago", reference: endOfMarch) == "~none | 9000 years ago")
        #expect(reading("3 hours ago", reference: endOfMarch.dateOnly) == "~2024-03-31 | 3 hours ago")
    }

    @Test func leavesOutTheYearWhereNoneIsKnown() {
        #expect(reading("Jul 24, 3:15 pm", reference: nil) == "none | Jul 24, 3:15 pm")
        #expect(reading("24. Juli", reference: nil) == "none | 24. Juli")
        #expect(reading("8 May 2013", reference: nil) == "2013-05-08 | 8 May 2013")
    }

    @Test(arguments: [
        "", "x", "Version 2.1.3", "Version 2.1.13", "v10.4.11", "v12.10.2013", "192.168.10.12", "555-123-4567", "06.12.34.56.78", "$20.12",
        "they won 3-2", "the score was 6-4-12", "May be so", "we march on", "march 5 miles", "the sun came out", "1984", "2012", "14:05",
        "5 days of war", "may 5 people", "May 5 people came", "you may 5", "3 out of 5", "in March 2012", "March 2012 (4)", "12/2012", "Joined May 2012",
        "2013-02-30", "32.12.2013", "13/13/2013", "http://example.org/2012/10/28/slug", "img-2012-10-28-foo.jpg", "/the-july-20-2012/",
        "$3m", "3D", "5 mA, 1A", "24M", "4K", "15 minutes once", "for 2 hours", "in 3 hours", "ISBN 978-3-16-148410-0", "2/3", "1/2/3", "50%", "#12",
        "all today's stories", "so what", "Mai Tai 5", "a moment", "10.10.10.10", "1.5.2.6", "8:05-9:10", "T-2013", "20120708",
        "I saw him yesterday when we were both waiting for the late bus", "It is 12 May people will vote in, or so I have read it somewhere",
    ])
    func leavesOtherNumbersAlone(_ text: String) {
        #expect(reading(text, language: "en") == nil)
        #expect(reading(text) == nil)
    }

    @Test func readsAmbiguousDatesByOptionThenNumbersThenLanguage() {
        func day(_ text: String, _ language: String?, _ dayFirst: Bool? = nil) -> String? {
            reading(text, language: language, dayFirst: dayFirst).map { String($0.prefix(10)) }
        }
        #expect(day("03/04/2012", nil) == "2012-03-04")
        #expect(day("03.04.2012", nil) == "2012-04-03")
        #expect(day("03/04/2012", "en") == "2012-03-04")
        #expect(day("03/04/2012", "en-US") == "2012-03-04")
        #expect(day("03/04/2012", "en-GB") == "2012-04-03")
        #expect(day("03/04/2012", "fr") == "2012-04-03")
        #expect(day("03/04/2012", "fr", false) == "2012-03-04")
        #expect(day("03/04/2012", "en", true) == "2012-04-03")
        #expect(day("13/04/2012", "en", false) == "2012-04-13")
        #expect(day("04/13/2012", "fr", true) == "2012-04-13")
    }

    /// Where dates go from the larger to the smaller, one without its year begins with the month.
    @Test func readsMonthAndDayInTheEastOfAsia() {
        #expect(reading("04-15 10:21", language: "zh") == "2024-04-15T10:21 | 04-15 10:21")
        #expect(reading("04.15 10:21:33", language: "ko") == "2024-04-15T10:21:33 | 04.15 10:21:33")
        #expect(reading("04-15", language: "zh") == "2024-04-15 | 04-15")
        #expect(reading("04.15", language: "ko") == nil)
        #expect(reading("04-15", language: "en") == nil)
        #expect(reading("4/15(月) 7:55", language: "ja") == "2024-04-15T07:55 | 4/15(月) 7:55")
        #expect(reading("23/10/04(水)05:56:29", language: "ja") == "2023-10-04T05:56:29 | 23/10/04(水)05:56:29")
    }

    @Test func tellsTheOrderFromManyDates() {
        #expect(TimeReader.dayFirst(in: ["03/04/2012", "posted 25/04/2012 10:00"]) == true)
        #expect(TimeReader.dayFirst(in: ["03/04/2012", "04/25/2012 10:00"]) == false)
        #expect(TimeReader.dayFirst(in: ["03/04/2012", "25 April 2012", "2012-04-25", "1.2.3"]) == nil)
        #expect(TimeReader.dayFirst(in: ["25/04/2012", "04/25/2012"]) == nil)
        #expect(TimeReader.dayFirst(in: [] as [String]) == nil)
    }

    @Test(arguments: [
        ("3 hours ago", "-PT3H"), ("41 minutes ago", "-PT41M"), ("368 days ago", "-P368D"), ("1 day, 2 hours ago", "-P1DT2H"), ("vor 2 Monaten", "-P2M"),
        ("a year ago", "-P1Y"), ("gestern", "-P1D"), ("yesterday at 5:00 PM", "-P1D"), ("25 hours ago", "-P1DT1H"), ("1 decade ago", "-P10Y"), ("2 decades ago", "-P20Y"), ("just now", "PT0S"), ("today", "P0D"),
        ("3 May 2012, 10:00", nil), ("Monday at 5:00 PM", nil),
    ] as [(String, String?)])
    func givesAgesWithoutATimeOfCapture(text: String, age: String?) {
        #expect(TimeReader(reference: nil, language: nil, dayFirst: nil).first(in: text)?.age == age)
    }

    /// A month with its year is a time only where nothing else is said, and never a day.
    @Test(arguments: ["March 2012", "Mar. 2012", "mai 2012", "março de 2012", "May, 2012"])
    func aMonthAloneNamesNoDay(_ text: String) {
        #expect(reading(text) == "none | \(text)")
        #expect(reading("\(text), Leeds") == nil)
    }

    /// A day of the week is one in the language of its month: "Sal" (Tuesday in Turkish) is a person before an English date.
    @Test func aWeekdayIsInTheLanguageOfItsMonth() {
        #expect(reading("Sal, October 12, 2019", language: "en") == "2019-10-12 | October 12, 2019")
        #expect(reading("Sal 12 Ekim 2019", language: "tr") == "2019-10-12 | Sal 12 Ekim 2019")
        #expect(reading("Sat, October 12, 2019", language: "en") == "2019-10-12 | Sat, October 12, 2019")
    }

    @Test func takesTheFirstOfTwo() {
        #expect(reading("2025October 15, 2025October 15, 2025") == "2025-10-15 | October 15, 2025")
        #expect(reading("8 May 2013 (edited 9 May 2013)") == "2013-05-08 | 8 May 2013")
    }

    @Test func countsOffsetsFromTheSlice() throws {
        let bytes = Array("« 8 May 2013 »  3 hours ago".utf8)
        let reader = TimeReader(reference: reference, language: "en", dayFirst: nil)
        #expect(try #require(reader.first(in: bytes[...])).range == 3..<13)
        #expect(try #require(reader.first(in: bytes[16...])).range == 2..<13)
    }
}
