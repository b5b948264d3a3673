/// A decoder of data whose streams stand one behind the other and begin with a mark of their own.
protocol FrameDecoder: Decoder, ~Copyable {
    /// What messages call the format.
    static var name: String { get }
    /// The first byte of the mark.
    static var firstByte: UInt8 { get }
    /// Whether a stream begins here.
    static func isFrame(_ input: ByteReader) -> Bool
    /// Begins a new stream.
    func reset()
}

/// Zstandard, bzip2 or xz data, stream after stream. Damage costs the stream it is in: reading goes on at the next one, and the log names the bytes.
final class FrameReader<Format: FrameDecoder & ~Copyable> {
    private let input: ByteReader
    private let log: DamageLog
    private let decoder: Format
    private var isInsideFrame = false
    private var frameStart = 0
    private var hasGap = false

    init(_ input: ByteReader, decoder: consuming Format, log: DamageLog) {
        self.input = input
        self.decoder = decoder
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
            let step = input.withAvailable { decoder.decode($0, into: output) }
            input.consume(step.read)
            switch step.status {
            case .damaged(let error): recover("\(Format.name) data damaged at byte \(input.position) (frame at byte \(frameStart): \(error))")
            case .badCheckSum: recover("\(Format.name) check sum wrong at byte \(input.position) (frame at byte \(frameStart))")
            case .ended: isInsideFrame = false
            case .more where step.read == 0 && step.written == 0 && input.fill(1) == 0:
                log.lost("\(Format.name) stream ends early at byte \(input.position)")
                isInsideFrame = false
                hasGap = true
            case .more: break
            }
            if step.written > 0 { return .bytes(step.written) }
        }
        return .end
    }

    /// Begins a frame; `false` where the bytes are none.
    private func begin() -> Bool {
        // xz pads its streams with zeros, other packers their blocks of a tape.
        while input.fill(1) > 0, let zeros = Optional(input.withAvailable { $0.prefix { $0 == 0 }.count }), zeros > 0 { input.consume(zeros) }
        guard input.fill(1) > 0 else { return false }
        frameStart = input.position
        guard Format.isFrame(input) else {
            recover("no \(Format.name) data at byte \(frameStart)")
            return false
        }
        decoder.reset()
        isInsideFrame = true
        return true
    }

    private func recover(_ message: String) {
        isInsideFrame = false
        _ = input.skip(min(1, input.fill(1)))
        while input.fill(16) > 0, !Format.isFrame(input) {
            input.consume(max(1, min(input.offset(of: Format.firstByte, from: 1) ?? input.available - 3, input.available)))
        }
        hasGap = true
        log.lost(message + (input.fill(1) > 0 ? "; reading goes on at byte \(input.position)" : "; nothing could be read behind it"))
    }
}
