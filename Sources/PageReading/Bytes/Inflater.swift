internal import CZlib

/// zlib's inflate. All of zlib that the project touches is in this file.
struct Inflater: Decoder, ~Copyable {
    enum Format: Int32 {
        case gzip = 31, zlib = 15, raw = -15
    }

    private let stream: UnsafeMutablePointer<z_stream>

    static var version: String { zlibVersion().map { String(cString: $0) } ?? "unknown" }

    init(_ format: Format) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // It fails only where memory does; then `inflate` says so.
        _ = inflateInit2_(stream, format.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Begins a new stream.
    func reset() { inflateReset(stream) }

    func decode(_ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableRawBufferPointer) -> DecodingStep {
        let size = (input: UInt32(clamping: input.count), output: UInt32(clamping: output.count))
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.pointee.avail_in = size.input
        stream.pointee.next_out = output.bindMemory(to: UInt8.self).baseAddress
        stream.pointee.avail_out = size.output
        let code = inflate(stream, Z_NO_FLUSH)
        let status: DecodingStep.Status =
            switch code {
            case Z_OK, Z_BUF_ERROR: .more
            case Z_STREAM_END: .ended
            default: isCheckSum ? .badCheckSum : .damaged(stream.pointee.msg.map { String(cString: $0) } ?? "zlib error \(code)")
            }
        return DecodingStep(read: Int(size.input - stream.pointee.avail_in), written: Int(size.output - stream.pointee.avail_out), status: status)
    }

    private var isCheckSum: Bool {
        guard let message = stream.pointee.msg else { return false }
        let text = String(cString: message)
        return text == "incorrect data check" || text == "incorrect length check"
    }
}
