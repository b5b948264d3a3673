internal import CBzip2

/// bzip2 (https://sourceware.org/bzip2/), one stream or several as `pbzip2` writes them. All of libbz2 that the project touches is in this file.
struct Bzip2Decoder: FrameDecoder, ~Copyable {
    private let stream: UnsafeMutablePointer<bz_stream>

    init() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: bz_stream())
    }

    deinit {
        BZ2_bzDecompressEnd(stream)
        stream.deallocate()
    }

    static var version: String { BZ2_bzlibVersion().map { String(cString: $0) } ?? "unknown" }
    static var name: String { "bzip2" }
    static var firstByte: UInt8 { 0x42 }

    /// `BZh`, the size of its blocks as a digit, and the mark of a block or, in an empty stream, of its end.
    static func isFrame(_ input: ByteReader) -> Bool {
        guard input.fill(10) == 10 else { return false }
        return input.withAvailable { bytes in
            bytes.starts(with: [0x42, 0x5A, 0x68]) && (0x31...0x39).contains(bytes[3])
                && (bytes[4..<10].elementsEqual([0x31, 0x41, 0x59, 0x26, 0x53, 0x59]) || bytes[4..<10].elementsEqual([0x17, 0x72, 0x45, 0x38, 0x50, 0x90]))
        }
    }

    func reset() {
        // The library has no reset; ending a stream that never began does nothing.
        BZ2_bzDecompressEnd(stream)
        stream.initialize(to: bz_stream())
        // It fails only where memory does; then `decode` says so.
        BZ2_bzDecompressInit(stream, 0, 0)
    }

    func decode(_ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableRawBufferPointer) -> DecodingStep {
        let size = (input: UInt32(clamping: input.count), output: UInt32(clamping: output.count))
        stream.pointee.next_in = input.baseAddress.map { UnsafeMutableRawPointer(mutating: $0).assumingMemoryBound(to: CChar.self) }
        stream.pointee.avail_in = size.input
        stream.pointee.next_out = output.bindMemory(to: CChar.self).baseAddress
        stream.pointee.avail_out = size.output
        let status: DecodingStep.Status =
            switch BZ2_bzDecompress(stream) {
            case BZ_OK: .more
            case BZ_STREAM_END: .ended
            case BZ_DATA_ERROR: .damaged("a block's check sum is wrong, or its data is no bzip2 data")
            case BZ_MEM_ERROR: .damaged("not enough memory to unpack it")
            case let code: .damaged("libbz2 error \(code)")
            }
        return DecodingStep(read: Int(size.input - stream.pointee.avail_in), written: Int(size.output - stream.pointee.avail_out), status: status)
    }
}
