@testable import PatternMatching
import Testing

/// Literals in place do what lists of bytes do, cut at their room.
@Suite struct LiteralBytesTests {
    @Test func joiningIsThatOfLists() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<4_000 {
            let first = (0..<Int.random(in: 0...24, using: &random)).map { _ in UInt8.random(in: 1...255, using: &random) }
            let second = (0..<Int.random(in: 0...24, using: &random)).map { _ in UInt8.random(in: 1...255, using: &random) }
            var joined = LiteralBytes(first)
            let isAll = joined.append(LiteralBytes(second))
            #expect(Array(joined) == Array((first + second).prefix(LiteralBytes.capacity)), "\(first) and \(second)")
            #expect(isAll == (first.count + second.count <= LiteralBytes.capacity))
            #expect(joined == LiteralBytes((first + second).prefix(LiteralBytes.capacity)))
        }
    }

    @Test func beginningsAreThoseOfLists() {
        let bytes = (0..<24).map { UInt8(200 + $0) }
        for count in 0...24 {
            for length in 0...25 {
                let first = LiteralBytes(bytes.prefix(count)).first(length)
                #expect(first == LiteralBytes(bytes.prefix(min(count, length))), "\(length) of \(count)")
            }
        }
    }
}
