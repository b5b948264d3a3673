/// A keyed hash: HMAC with SHA-256 (RFC 2104, FIPS 198-1). Who does not have the key can neither make it nor try names against it.
package enum HMAC {
    /// The 32 bytes of the code.
    package static func sha256(key: [UInt8], message: some Collection<UInt8>) -> [UInt8] {
        var block = key.count > 64 ? SHA256.digest(key) : key
        block += [UInt8](repeating: 0, count: 64 - block.count)
        let inner = SHA256.digest(block.map { $0 ^ 0x36 } + Array(message))
        return SHA256.digest(block.map { $0 ^ 0x5C } + inner)
    }
}
