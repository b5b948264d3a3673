internal import CZstd

/// Zstandard (RFC 8878), windows of up to 2 GiB included. All of libzstd that the project touches is in this file.
struct ZstdDecoder: FrameDecoder, ~Copyable {
    private let context = ZSTD_createDCtx()

    init() {
        // The library's own limit is 128 MiB, which `zstd --long` passes; memory is taken as a frame needs it.
        ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, 31)
    }

    deinit { ZSTD_freeDCtx(context) }

    static var version: String { String(cString: ZSTD_versionString()) }
    static var name: String { "zstd" }
    static var firstByte: UInt8 { 0x28 }

    /// The magic of a frame, or of one to be passed over.
    static func isFrame(_ input: ByteReader) -> Bool {
        guard input.fill(4) == 4 else { return false }
        return input.withAvailable { bytes in
            (bytes[0] == 0x28 && bytes[1] == 0xB5 || bytes[0] & 0xF0 == 0x50 && bytes[1] == 0x2A) && bytes[2] == (bytes[0] == 0x28 ? 0x2F : 0x4D)
                && bytes[3] == (bytes[0] == 0x28 ? 0xFD : 0x18)
        }
    }

    func reset() { ZSTD_DCtx_reset(context, ZSTD_reset_session_only) }

    func decode(_ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableRawBufferPointer) -> DecodingStep {
        var from = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
        var to = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
        let result = ZSTD_decompressStream(context, &to, &from)
        let status: DecodingStep.Status =
            if ZSTD_isError(result) != 0 { .damaged(String(cString: ZSTD_getErrorName(result))) } else { result == 0 ? .ended : .more }
        return DecodingStep(read: from.pos, written: to.pos, status: status)
    }
}
