/// One of the libraries that unpack data, a piece at a time.
protocol Decoder: ~Copyable {
    /// Unpacks what fits, of input that is not all there yet into room that is not enough.
    func decode(_ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableRawBufferPointer) -> DecodingStep
}

/// What one call of a decoder did.
struct DecodingStep {
    /// Bytes of the input that were taken, and bytes of the output that were filled.
    var read: Int, written: Int
    var status: Status

    enum Status: Equatable {
        /// Give it more input or more room.
        case more
        /// The stream (the gzip member, the zstd frame) is whole.
        case ended
        /// All was unpacked, and the check sum says otherwise.
        case badCheckSum
        case damaged(String)
    }
}

/// The libraries that unpack data, with the versions that are loaded.
package var unpackingLibraries: String {
    "zlib \(Inflater.version), zstd \(ZstdDecoder.version), bzip2 \(Bzip2Decoder.version), xz \(XZDecoder.version), brotli \(BrotliDecoder.version)"
}

/// Unpacks a whole stream held in memory.
/// - Returns: its bytes, `limit` and one at most, and whether the stream was whole.
func unpack<D: Decoder & ~Copyable>(_ bytes: [UInt8], with decoder: consuming D, limit: Int) -> (bytes: [UInt8], isWhole: Bool) {
    var result: [UInt8] = []
    var at = 0
    var room = [UInt8](repeating: 0, count: 1 << 16)
    while result.count <= limit {
        let step = bytes.withUnsafeBufferPointer { input in
            room.withUnsafeMutableBytes { decoder.decode(UnsafeBufferPointer(rebasing: input[at...]), into: $0) }
        }
        at += step.read
        result += room[..<min(step.written, limit + 1 - result.count)]
        guard step.status == .more, step.read + step.written > 0 else { return (result, step.status == .ended) }
    }
    return (result, true)
}
