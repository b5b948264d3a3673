import Testing

@testable import PageReading

@Suite struct CompressionTests {
    private let lines = (0..<300).map { "{\"url\":\"https://lamp.example/\($0)\",\"text\":\"The lamp of house \($0) is lit.\"}\n" }

    @Test(arguments: [1, 7, 4_096])
    func membersAreReadOneAfterTheOther(step: Int) {
        let records = Records(lines.flatMap { Packing.gzip($0) }, step: step)
        #expect(records.pages.count == 300)
        #expect(records.pages.last?.url == "https://lamp.example/299")
        #expect(records.pages.last?.source == "file:300")
        #expect(records.failed.isEmpty && records.warnings.isEmpty)
    }

    @Test func aCutStreamGivesItsWholeLinesAndNamesTheByte() throws {
        let whole = Packing.gzip(lines.joined())
        let cut = Array(whole[..<(whole.count * 2 / 3)])
        let records = Records(cut)
        #expect(records.pages.count > 100 && records.pages.count < 300)
        let problem = try #require(records.failed.first)
        #expect(records.failed.count == 1)
        #expect(problem.reason == "gzip stream ends early at byte \(cut.count) (\(records.pages.count) records read)")
        #expect(problem.kind == .damaged)
    }

    @Test func aWrongCheckSumIsAWarning() throws {
        var bytes = Packing.gzip(lines.joined())
        bytes[bytes.count - 8] ^= 0xFF
        let records = Records(bytes)
        #expect(records.pages.count == 300 && records.failed.isEmpty)
        #expect(try #require(records.warnings.first).reason.hasPrefix("gzip CRC mismatch at byte "))
        // Another member behind it is read.
        let two = Records(bytes + Packing.gzip(lines[0]))
        #expect(two.pages.count == 301 && two.failed.isEmpty && two.warnings.count == 1)
    }

    @Test func garbageBehindTheDataIsAWarning() throws {
        let packed = Packing.gzip(lines.joined())
        let records = Records(packed + [UInt8](repeating: 0, count: 512) + Array("garbage".utf8))
        #expect(records.pages.count == 300 && records.failed.isEmpty)
        #expect(try #require(records.warnings.first).reason == "trailing garbage: 519 bytes at byte \(packed.count) are no gzip data, and were passed over (300 records read)")
    }

    @Test func aDamagedMemberCostsOnlyItself() throws {
        var members = lines.map { Packing.gzip($0) }
        for at in 12..<40 { members[100][at] ^= 0x5A }
        let records = Records(members.flatMap { $0 })
        #expect(records.pages.count == 299)
        #expect(records.failed.count == 1)
        let at = members[..<100].reduce(0) { $0 + $1.count }
        #expect(records.failed[0].reason.contains("(member at byte \(at):"))
        #expect(records.failed[0].reason.hasSuffix("(100 records read)"))
    }

    @Test func zstdFramesAndLongWindows() {
        let frames = lines.flatMap { Packing.zstd(Array($0.utf8)) }
        #expect(Records(frames).pages.count == 300)
        #expect(Records(Packing.zstd(Array(lines.joined().utf8), windowLog: 29)).pages.count == 300)
        let gz = Packing.zstd(Packing.gzip(lines.joined()))
        #expect(Records(gz).pages.count == 300)
    }

    @Test func aCutOrDamagedFrameIsNamed() throws {
        let packed = Packing.zstd(Array(lines.joined().utf8))
        let cut = Records(Array(packed[..<(packed.count - 9)]))
        #expect(try #require(cut.failed.first).reason.contains("zstd stream ends early at byte \(packed.count - 9)"))
        var frames = lines.map { Packing.zstd(Array($0.utf8)) }
        for at in 9..<30 { frames[7][at] ^= 0x33 }
        let records = Records(frames.flatMap { $0 })
        #expect(records.pages.count == 299)
        #expect(records.failed.count == 1)
    }

    @Test(arguments: [Packing.bzip2, Packing.xz], [1_000, 7])
    func streamsOfBzip2AndXZAreReadOneAfterTheOther(_ pack: @Sendable (String) -> [UInt8], step: Int) {
        #expect(Records(pack(lines.joined()), step: step).pages.count == 300)
        // Zeros between two streams are xz's padding.
        let streams: [UInt8] = lines[..<40].flatMap { pack($0) + [UInt8](repeating: 0, count: 4) }
        let records = Records(streams, step: step)
        #expect(records.pages.map(\.url).last == "https://lamp.example/39")
        #expect(records.pages.count == 40 && records.failed.isEmpty && records.warnings.isEmpty)
    }

    @Test(arguments: [(Packing.bzip2, "bzip2"), (Packing.xz, "xz")])
    func aCutOrDamagedStreamIsNamed(_ pack: @Sendable (String) -> [UInt8], _ name: String) throws {
        let packed = pack(lines.joined())
        let cut = Records(Array(packed[..<(packed.count - 9)]))
        #expect(try #require(cut.failed.first).reason.contains("\(name) stream ends early at byte \(packed.count - 9)"))
        var streams = lines[..<40].map { pack($0) }
        for at in 30..<40 { streams[7][at] ^= 0x33 }
        let records = Records(streams.flatMap { $0 })
        #expect(records.pages.count == 39)
        // xz gives what it has unpacked before it knows that it is wrong: the broken line is told of as well.
        #expect(records.failed.contains { $0.reason.hasPrefix("\(name) data damaged at byte ") })
        #expect(records.failed.count <= 2)
    }

    @Test func aBombStopsAtTheLimit() {
        let bomb = Packing.gzip([UInt8](repeating: 0x41, count: 40 << 20))
        let page = Records(bomb, limit: 1 << 20, step: 1 << 16)
        #expect(page.pages.isEmpty && page.failed.map(\.kind) == [.tooLarge])
        // A line without an end is given up; one with an end costs only itself.
        let endless = Records(Packing.gzip(Array("{\"text\":\"".utf8) + [UInt8](repeating: 0x41, count: 40 << 20)), limit: 1 << 20, step: 1 << 16)
        #expect(endless.pages.isEmpty && endless.failed.map(\.kind) == [.tooLarge])
        let long = Array("{\"text\":\"".utf8) + [UInt8](repeating: 0x41, count: 3 << 20) + Array("\"}\n".utf8) + Array(lines[0].utf8)
        let records = Records(Packing.gzip(long), limit: 1 << 20, step: 1 << 16)
        #expect(records.pages.count == 1)
        #expect(records.failed.map(\.source) == ["file:1"])
        #expect(records.failed.first?.reason.contains("over the limit of 1 MiB") == true)
    }

    @Test func whatIsNotPackedIsReadAsItIs() {
        let records = Records(Array(lines[0].utf8), source: "dump.jsonl.gz")
        #expect(records.pages.count == 1)
    }

    /// Wherever a packed archive is cut or changed, reading ends, and what comes out are records of it.
    @Test func noDamageStopsTheReading() {
        let members = lines[..<40].flatMap { Packing.gzip($0) }
        for count in stride(from: 1, to: members.count, by: 97) { #expect(Records(Array(members[..<count])).pages.count <= 40) }
        for at in stride(from: 53, to: members.count, by: 53) {
            var changed = members
            changed[at] ^= 0x81
            let records = Records(changed)
            #expect(records.pages.count >= 37, "byte \(at)")
        }
    }
}
