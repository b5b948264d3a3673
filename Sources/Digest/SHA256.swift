internal import CSHA256

/// SHA-256 (FIPS 180-4): the identity of pages, pattern files and style sheets.
package struct SHA256: Sendable {
    private var state: [UInt32] = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]

    /// The 32 bytes of the digest.
    package static func digest(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var hash = SHA256()
        let done: Void? = bytes.withContiguousStorageIfAvailable { hash.consume($0) }
        if done == nil { Array(bytes).withUnsafeBufferPointer { hash.consume($0) } }
        return hash.state.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) } }
    }

    /// The digest in lower-case hexadecimal, 64 characters.
    package static func hex(_ bytes: some Collection<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest(bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    private mutating func consume(_ message: UnsafeBufferPointer<UInt8>) {
        let whole = message.count / 64 * 64
        compress(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(message)[..<whole]))
        // The rest, a one bit, zeros, and the length in bits.
        var tail = Array(message[whole...]) + [0x80]
        while tail.count % 64 != 56 { tail.append(0) }
        let bits = UInt64(message.count) * 8
        for shift in stride(from: 56, through: 0, by: -8) { tail.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift))) }
        tail.withUnsafeBytes { compress($0) }
    }

    /// - Parameter blocks: whole blocks of 64 bytes.
    private mutating func compress(_ blocks: UnsafeRawBufferPointer) {
        SHA256.constants.withUnsafeBufferPointer { k in
            if SHA256.hasInstructions { return sha256_compress(&state, blocks.bindMemory(to: UInt8.self).baseAddress, blocks.count / 64, k.baseAddress) }
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { w in
                var (s0, s1, s2, s3, s4, s5, s6, s7) = (state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7])
                var block = 0
                while block < blocks.count {
                    var i = 0
                    while i < 16 {
                        w[i] = UInt32(bigEndian: blocks.loadUnaligned(fromByteOffset: block &+ 4 &* i, as: UInt32.self))
                        i &+= 1
                    }
                    while i < 64 {
                        let a = w[i &- 15], b = w[i &- 2]
                        w[i] = w[i &- 16] &+ (rotate(a, 7) ^ rotate(a, 18) ^ (a &>> 3)) &+ w[i &- 7] &+ (rotate(b, 17) ^ rotate(b, 19) ^ (b &>> 10))
                        i &+= 1
                    }
                    var (a, b, c, d, e, f, g, h) = (s0, s1, s2, s3, s4, s5, s6, s7)
                    i = 0
                    // Eight steps at a time, so that the eight words need not change places.
                    while i < 64 {
                        step(a, b, c, &d, e, f, g, &h, k[i] &+ w[i])
                        step(h, a, b, &c, d, e, f, &g, k[i &+ 1] &+ w[i &+ 1])
                        step(g, h, a, &b, c, d, e, &f, k[i &+ 2] &+ w[i &+ 2])
                        step(f, g, h, &a, b, c, d, &e, k[i &+ 3] &+ w[i &+ 3])
                        step(e, f, g, &h, a, b, c, &d, k[i &+ 4] &+ w[i &+ 4])
                        step(d, e, f, &g, h, a, b, &c, k[i &+ 5] &+ w[i &+ 5])
                        step(c, d, e, &f, g, h, a, &b, k[i &+ 6] &+ w[i &+ 6])
                        step(b, c, d, &e, f, g, h, &a, k[i &+ 7] &+ w[i &+ 7])
                        i &+= 8
                    }
                    (s0, s1, s2, s3) = (s0 &+ a, s1 &+ b, s2 &+ c, s3 &+ d)
                    (s4, s5, s6, s7) = (s4 &+ e, s5 &+ f, s6 &+ g, s7 &+ h)
                    block &+= 64
                }
                state = [s0, s1, s2, s3, s4, s5, s6, s7]
            }
        }
    }

    private static let hasInstructions = sha256_has_instructions() != 0

    /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2).
    private static let constants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}

@inline(__always) private func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 { word &>> count | word &<< (32 &- count) }

/// One of the 64 steps of a block.
@inline(__always)
private func step(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ word: UInt32
) {
    let sum = h &+ (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) &+ ((e & f) ^ (~e & g)) &+ word
    d = d &+ sum
    h = sum &+ (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) &+ ((a & b) ^ (a & c) ^ (b & c))
}
