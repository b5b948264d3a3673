internal import CZlib

/// zlib's inflate. All of zlib that the project touches is in this file.
struct Inflater: ~Copyable {
    enum Format: Int32 {
        case gzip = 31, zlib = 15, raw = -15
    }
    enum Status: Equatable {
        /// Give it more input or more room.
        case more
        /// The stream (the gzip member) is whole.
        case ended
        /// All was unpacked, and the check sum says otherwise.
        case badCheckSum
        case damaged(String)
    }

    private let stream: UnsafeMutablePointer<z_stream>

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

    func inflate(_ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableRawBufferPointer) -> (read: Int, written: Int, status: Status) {
        let size = (input: UInt32(clamping: input.count), output: UInt32(clamping: output.count))
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.pointee.avail_in = size.input
        stream.pointee.next_out = output.bindMemory(to: UInt8.self).baseAddress
        stream.pointee.avail_out = size.output
        let code = CZlib.inflate(stream, Z_NO_FLUSH)
        let status: Status =
            switch code {
            case Z_OK, Z_BUF_ERROR: .more
            case Z_STREAM_END: .ended
            default: isCheckSum ? .badCheckSum : .damaged(stream.pointee.msg.map { String(cString: $0) } ?? "zlib error \(code)")
            }
        return (Int(size.input - stream.pointee.avail_in), Int(size.output - stream.pointee.avail_out), status)
    }

    private var isCheckSum: Bool {
        guard let message = stream.pointee.msg else { return false }
        let text = String(cString: message)
        return text == "incorrect data check" || text == "incorrect length check"
    }
}

/// Unpacks a whole stream held in memory.
/// - Returns: its bytes, `limit` and one at most, and whether the stream was whole.
func inflate(_ bytes: [UInt8], _ format: Inflater.Format, limit: Int) -> (bytes: [UInt8], isWhole: Bool) {
    let inflater = Inflater(format)
    var result: [UInt8] = []
    var at = 0
    var room = [UInt8](repeating: 0, count: 1 << 16)
    while result.count <= limit {
        let step = bytes.withUnsafeBufferPointer { input in
            room.withUnsafeMutableBytes { inflater.inflate(UnsafeBufferPointer(rebasing: input[at...]), into: $0) }
        }
        at += step.read
        result += room[..<min(step.written, limit + 1 - result.count)]
        guard step.status == .more, step.read + step.written > 0 else { return (result, step.status == .ended) }
    }
    return (result, true)
}
