internal import CZstd

/// Zstandard data, frame after frame (RFC 8878), windows of up to 2 GiB included. All of libzstd that the project touches is in this file.
final class Unzstd {
    private let input: ByteReader
    private let log: DamageLog
    private let decoder = Decoder()
    private var isInsideFrame = false
    private var frameStart = 0
    private var hasGap = false

    init(_ input: ByteReader, log: DamageLog) {
        self.input = input
        self.log = log
    }

    func pull(into output: UnsafeMutableRawBufferPointer) -> Pulled {
        while true {
            if hasGap {
                hasGap = false
                return .gap
            }
            guard input.fill(1) > 0 || isInsideFrame else { break }
            if !isInsideFrame, !begin() { continue }
            let step = input.withAvailable { decoder.decompress($0, into: output) }
            input.consume(step.read)
            if let error = step.error {
                recover("zstd data damaged at byte \(input.position) (frame at byte \(frameStart): \(error))")
            } else if step.isFrameEnd {
                isInsideFrame = false
            } else if step.read == 0, step.written == 0, input.fill(1) == 0 {
                log.lost("zstd stream ends early at byte \(input.position)")
                isInsideFrame = false
                hasGap = true
            }
            if step.written > 0 { return .bytes(step.written) }
        }
        return .end
    }

    /// Begins a frame; `false` where the bytes are none.
    private func begin() -> Bool {
        frameStart = input.position
        guard Unzstd.isFrame(input) else {
            recover("no zstd data at byte \(frameStart)")
            return false
        }
        isInsideFrame = true
        return true
    }

    private func recover(_ message: String) {
        decoder.reset()
        isInsideFrame = false
        _ = input.skip(min(1, input.fill(1)))
        while input.fill(4) > 0, !Unzstd.isFrame(input) {
            input.consume(max(1, min(input.offset(of: 0x28, from: 1) ?? input.available - 3, input.available)))
        }
        hasGap = true
        log.lost(message + (input.fill(1) > 0 ? "; reading goes on at byte \(input.position)" : "; nothing could be read behind it"))
    }

    /// The magic of a frame, or of one to be passed over.
    static func isFrame(_ input: ByteReader) -> Bool {
        guard input.fill(4) == 4 else { return false }
        return input.withAvailable { bytes in
            (bytes[0] == 0x28 && bytes[1] == 0xB5 || bytes[0] & 0xF0 == 0x50 && bytes[1] == 0x2A) && bytes[2] == (bytes[0] == 0x28 ? 0x2F : 0x4D)
                && bytes[3] == (bytes[0] == 0x28 ? 0xFD : 0x18)
        }
    }

    private struct Decoder: ~Copyable {
        private let context = ZSTD_createDCtx()

        init() {
            // The library's own limit is 128 MiB, which `zstd --long` passes; memory is taken as a frame needs it.
            ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, 31)
        }

        deinit { ZSTD_freeDCtx(context) }

        func reset() { ZSTD_DCtx_reset(context, ZSTD_reset_session_only) }

        func decompress(
            _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableRawBufferPointer
        ) -> (read: Int, written: Int, isFrameEnd: Bool, error: String?) {
            var from = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
            var to = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
            let result = ZSTD_decompressStream(context, &to, &from)
            let error = ZSTD_isError(result) == 0 ? nil : String(cString: ZSTD_getErrorName(result))
            return (from.pos, to.pos, result == 0 && error == nil, error)
        }
    }
}
