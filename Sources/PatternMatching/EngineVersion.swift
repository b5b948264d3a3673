internal import CPCRE2

/// The PCRE2 library at work.
package struct EngineVersion: Sendable {
    /// `10.42 2022-12-11`
    package var version: String
    /// Whether it can compile patterns to machine code; without, matching takes about six times as long.
    package var hasJIT: Bool

    package static var current: EngineVersion {
        var bytes = [UInt8](repeating: 0, count: 64)
        _ = bytes.withUnsafeMutableBytes { pcre2_config_8(UInt32(PCRE2_CONFIG_VERSION), $0.baseAddress) }
        var jit: UInt32 = 0
        _ = pcre2_config_8(UInt32(PCRE2_CONFIG_JIT), &jit)
        return EngineVersion(version: String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self), hasJIT: jit == 1)
    }
}
