import DiscourseModel
import Testing

@testable import TimeExpressions

@Suite struct RobustnessTests {
    private static let seeds = [
        "Monday, October 29, 2012 at 05:22:09 PM GMT +3 (UTC)", "8 мая 2013 г. в 14:05", "2013年5月8日(水) 午後3時15分", "il y a une heure et 5 minutes",
        "٨ مايو ٢٠١٣ في ٣:١٥ م", "about 1 year, 2 months ago", "2024-09-11T20:05:43.024+05:30", "przed chwilą 3 godziny temu", "12:44 PM · Oct 22, '12",
    ]

    private func check(_ bytes: [UInt8], _ reader: TimeReader) {
        guard let found = reader.first(in: bytes[...]) else { return }
        #expect(!found.range.isEmpty && found.range.upperBound <= bytes.count)
        #expect(found.timestamp?.isValid ?? true)
    }

    @Test(arguments: [reference, nil])
    func survivesCutsAndNoise(_ reference: Timestamp?) {
        let reader = TimeReader(reference: reference, language: nil, dayFirst: nil)
        var state: UInt64 = 42
        func random(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        for seed in RobustnessTests.seeds {
            let bytes = Array(seed.utf8)
            for length in 0...bytes.count {
                check(Array(bytes.prefix(length)), reader)
                check(Array(bytes.suffix(length)), reader)
            }
            for _ in 0..<400 {
                var noisy = bytes
                for _ in 0...random(4) { noisy[random(noisy.count)] = UInt8(random(256)) }
                check(noisy, reader)
            }
        }
        for _ in 0..<3_000 { check((0..<random(80)).map { _ in UInt8(random(256)) }, reader) }
        // Pieces of expressions in any order.
        let pieces = [
            "8", "May", "2013", ":", "14", "05", "pm", "ago", "3", "hours", "at", "-", "/", ".", ",", "Mon", "年", "月", "日", "前", "vor", "а", "'",
            "(", ")", "GMT", "+", "T", "Z", "a", "m", "il", "y", "yesterday", " ", " ", "99999999999999999999", "0",
        ]
        for _ in 0..<6_000 { check(Array((0..<random(12)).map { _ in pieces[random(pieces.count)] }.joined().utf8), reader) }
    }

    @Test func longTextsCostLittle() {
        let reader = TimeReader(reference: nil, language: nil, dayFirst: nil)
        let digits = [UInt8](repeating: 0x31, count: 300_000)
        let words = Array(String(repeating: "a 1 ", count: 50_000).utf8)
        let about = Array(String(repeating: "about ", count: 20_000).utf8) + [0x31]
        let clock = ContinuousClock()
        let time = clock.measure {
            #expect(reader.first(in: digits[...]) == nil)
            #expect(reader.first(in: words[...]) == nil)
            #expect(reader.first(in: about[...]) == nil)
        }
        #expect(time < .seconds(5))
    }
}
