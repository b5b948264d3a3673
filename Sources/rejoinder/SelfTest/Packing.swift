/// Archives made in code, for the self-test: gzip members whose data are stored, or one byte repeated.
enum Packing {
    /// A gzip member (RFC 1952) with stored blocks (RFC 1951, 3.2.4).
    static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        var packed = header
        var at = 0
        repeat {
            let count = min(bytes.count - at, 0xFFFF)
            packed.append(at + count == bytes.count ? 1 : 0)
            packed += [UInt8(count & 0xFF), UInt8(count >> 8), UInt8(~count & 0xFF), UInt8(~count >> 8 & 0xFF)]
            packed += bytes[at..<at + count]
            at += count
        } while at < bytes.count
        return packed + littleEndian(crc32(bytes)) + littleEndian(UInt32(truncatingIfNeeded: bytes.count))
    }

    /// A gzip member that unpacks to at least `count` bytes, all the same: 13 bits for every 258 of them (RFC 1951, 3.2.6). Its checksum
    /// is wrong; whoever reads that far has read too far.
    static func gzipBomb(_ byte: UInt8, count: Int) -> [UInt8] {
        var bits = BitWriter(bytes: header)
        bits.write(0b011, 3)  // the last block, with the fixed codes
        // Literals below 144 are 8 bits from 0x30; codes stand with their highest bit first.
        bits.writeCode(0x30 + UInt32(min(byte, 143)), 8)
        for _ in 0...count / 258 {
            bits.writeCode(0b1100_0101, 8)  // a length of 258
            bits.writeCode(0, 5)  // a distance of 1
        }
        bits.writeCode(0, 7)  // the end of the block
        return bits.finished() + [0, 0, 0, 0, 0, 0, 0, 0]
    }

    private static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]

    private static func littleEndian(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }

    /// CRC-32 as gzip has it (RFC 1952, 8).
    private static func crc32(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB8_8320 }
        }
        return ~crc
    }

    private struct BitWriter {
        var bytes: [UInt8]
        private var current: UInt8 = 0
        private var filled = 0

        init(bytes: [UInt8]) { self.bytes = bytes }

        mutating func write(_ value: UInt32, _ count: Int) {
            for index in 0..<count { bit(value >> UInt32(index) & 1) }
        }

        mutating func writeCode(_ code: UInt32, _ count: Int) {
            for index in (0..<count).reversed() { bit(code >> UInt32(index) & 1) }
        }

        private mutating func bit(_ value: UInt32) {
            current |= UInt8(value) << filled
            filled += 1
            if filled == 8 {
                bytes.append(current)
                (current, filled) = (0, 0)
            }
        }

        func finished() -> [UInt8] { filled > 0 ? bytes + [current] : bytes }
    }
}
