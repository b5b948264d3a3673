import DiscourseModel
import Testing
import TimeExpressions

@Suite struct TimeExpressionsTests {
    static let reference = Timestamp(year: 2013, month: 5, day: 10, hour: 12, minute: 30, utcOffset: 0)
    static let reader = TimeReader(reference: reference, language: nil, dayFirst: nil)

    @Test(arguments: [
        ("2013-05-08T14:05:09Z", "2013-05-08T14:05:09Z"), ("2013-05-08 14:05:09+00:00", "2013-05-08T14:05:09Z"), ("2013-05-08", "2013-05-08"),
        ("October 22, 2012 12:44 PM", "2012-10-22T12:44"), ("Monday, October 29, 2012 at 05:22 PM", "2012-10-29T17:22"), ("Jul 20 2012", "2012-07-20"),
        ("by Ann on January 31, 2011 at 10:29 am. Reply", "2011-01-31T10:29"), ("1 November 2012 11:27PM", "2012-11-01T23:27"),
        ("Fri, 2012-11-09 15:30", "2012-11-09T15:30"), ("07-13-2007, 04:36 PM", "2007-07-13T16:36"), ("Wed Sep 11, 2024 8:05 pm", "2024-09-11T20:05"),
        ("11/09/12 3:04pm", "2012-11-09T15:04"), ("09. Jul, 2012", "2012-07-09"), ("09. Jul, 2012 / Ann says:", "2012-07-09"),
        ("8.5.2013 um 14:05 Uhr", "2013-05-08T14:05"), ("8. Mai 2013 um 14:05", "2013-05-08T14:05"), ("8 mai 2013 à 14h05", "2013-05-08T14:05"),
        ("8 de mayo de 2013 a las 14:05", "2013-05-08T14:05"), ("8 мая 2013, 14:05", "2013-05-08T14:05"), ("2013年5月8日 14:05", "2013-05-08T14:05"),
        ("2013年5月8日下午2:05", "2013-05-08T14:05"), ("٨ مايو ٢٠١٣", "2013-05-08"), ("8 Mayıs 2013", "2013-05-08"), ("8 maja 2013", "2013-05-08"),
        ("May 8th, 2013", "2013-05-08"), ("8th of May 2013", "2013-05-08"), ("10.07.24 14:33", "2024-07-10T14:33"), ("on 24 Jul '12 at 9:15am (UTC)", "2012-07-24T09:15Z"),
        ("00:12 GMT +3, 27 February 2017", "2017-02-27T00:12+03:00"), ("12:05 AM May 8, 2013", "2013-05-08T00:05"), ("31/12/2012 10:00", "2012-12-31T10:00"),
        ("Thu, 08 May 2013 14:05:09 +0300", "2013-05-08T14:05:09+03:00"), ("05.11.12 at 2:01 pm", "2012-11-05T14:01"), ("Sept. 4, 2012, 4:30 p.m.", "2012-09-04T16:30"),
        ("3 hours ago", "2013-05-10T09:30Z"), ("an hour ago", "2013-05-10T11:30Z"), ("5 mins ago", "2013-05-10T12:25Z"), ("2 days ago", "2013-05-08"),
        ("1 year ago", "2012-05-10"), ("yesterday at 5:00 PM", "2013-05-09T17:00Z"), ("vor 3 Stunden", "2013-05-10T09:30Z"), ("gestern", "2013-05-09"),
        ("il y a 2 heures", "2013-05-10T10:30Z"), ("hace 3 horas", "2013-05-10T09:30Z"), ("há 3 horas", "2013-05-10T09:30Z"), ("3 ore fa", "2013-05-10T09:30Z"),
        ("3 godziny temu", "2013-05-10T09:30Z"), ("3 часа назад", "2013-05-10T09:30Z"), ("вчера в 14:05", "2013-05-09T14:05Z"), ("3 saat önce", "2013-05-10T09:30Z"),
        ("منذ 3 ساعات", "2013-05-10T09:30Z"), ("3小时前", "2013-05-10T09:30Z"), ("3時間前", "2013-05-10T09:30Z"), ("昨天", "2013-05-09"), ("3 uur geleden", "2013-05-10T09:30Z"),
        ("3h", "2013-05-10T09:30Z"), ("2d", "2013-05-08"), ("24 July", "2012-07-24"), ("May 8, 3:15 pm", "2013-05-08T15:15"),
    ])
    func reads(_ text: String, _ iso: String) throws {
        let found = try #require(Self.reader.first(in: text), "no time in '\(text)'")
        #expect(found.timestamp?.iso8601 == iso, "\(text)")
    }

    @Test(arguments: [
        "version 2.1.3", "192.168.10.12", "call 555-1234", "$12.50", "3-2", "May be", "march on", "sun", "1984", "5 days of war", "2012", "Chapter 11",
        "He may 5 times say so in a long sentence about nothing", "14:05", "see 12/13", "Reply", "118 comments", "1.2.3.4", "",
    ])
    func readsNothingInto(_ text: String) {
        let found = Self.reader.first(in: text)
        #expect(found == nil, "'\(text)' gave \(String(describing: found?.timestamp?.iso8601))")
    }

    @Test func theRangeIsTheExpression() throws {
        let text = "Posted by Ann | Monday, October 29, 2012 at 05:22 PM | Reply"
        let found = try #require(Self.reader.first(in: text))
        let words = String(decoding: Array(text.utf8)[found.range], as: UTF8.self)
        #expect(words == "Monday, October 29, 2012 at 05:22 PM")
    }

    @Test func numbersOfAPageTellItsHabit() {
        #expect(TimeReader.dayFirst(in: ["03/04/2012", "31/12/2012"]) == true)
        #expect(TimeReader.dayFirst(in: ["03/04/2012", "12/31/2012"]) == false)
        #expect(TimeReader.dayFirst(in: ["03/04/2012"]) == nil)
        #expect(TimeReader(reference: nil, language: "en-GB", dayFirst: nil).first(in: "03/04/2012")?.timestamp?.iso8601 == "2012-04-03")
        #expect(TimeReader(reference: nil, language: "en-US", dayFirst: nil).first(in: "03/04/2012")?.timestamp?.iso8601 == "2012-03-04")
    }

    @Test func relativeTimesNeedACapture() throws {
        let reader = TimeReader(reference: nil, language: nil, dayFirst: nil)
        let found = try #require(reader.first(in: "3 hours ago"))
        #expect(found.isRelative && found.timestamp == nil)
        #expect(found.range == 0..<11)
    }

    /// Any bytes give a range inside them, or nothing.
    @Test func survivesAnyBytes() {
        var generator = SystemRandomNumberGenerator()
        let pieces = ["May", " ", "8", "2013", ":", ",", "ago", "12", "GMT", "+", "年", "月", "\u{A0}", "(", ".", "-", "م", "т", "\u{2019}", "pm", "vor", "T"]
        for _ in 0..<2_000 {
            var bytes = (0..<Int.random(in: 0...12, using: &generator)).flatMap { _ in Array(pieces.randomElement(using: &generator)!.utf8) }
            if !bytes.isEmpty, Bool.random() { bytes.removeLast() }
            if let found = Self.reader.first(in: bytes[...]) {
                #expect(found.range.lowerBound >= 0 && found.range.upperBound <= bytes.count && !found.range.isEmpty)
            }
        }
    }
}
