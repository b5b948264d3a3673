internal import CLZMA

/// xz (https://tukaani.org/xz/xz-file-format.txt), stream after stream. All of liblzma that the project touches is in this file.
struct XZDecoder: FrameDecoder, ~Copyable {
    private let stream: UnsafeMutablePointer<lzma_stream>
    /// What unpacking may take: the largest window that `xz -9` writes is 64 MiB, and a file may ask for 4 GiB.
    private static let memory: UInt64 = 2 << 30

    init() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: lzma_stream())
    }

    deinit {
        lzma_end(stream)
        stream.deallocate()
    }

    static var version: String { lzma_version_string().map { String(cString: $0) } ?? "unknown" }
    static var name: String { "xz" }
    static var firstByte: UInt8 { 0xFD }

    static func isFrame(_ input: ByteReader) -> Bool { input.startsWith([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) }

    func reset() {
        // It fails only where memory does; then `decode` says so.
        _ = lzma_stream_decoder(stream, XZDecoder.memory, 0)
    }

    func decode(_ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableRawBufferPointer) -> DecodingStep {
        stream.pointee.next_in = input.baseAddress
        stream.pointee.avail_in = input.count
        stream.pointee.next_out = output.bindMemory(to: UInt8.self).baseAddress
        stream.pointee.avail_out = output.count
        let status: DecodingStep.Status =
            switch lzma_code(stream, LZMA_RUN) {
            case LZMA_OK, LZMA_BUF_ERROR: .more
            case LZMA_STREAM_END: .ended
            case LZMA_DATA_ERROR: .damaged("a check sum is wrong, or its data is no xz data")
            case LZMA_FORMAT_ERROR, LZMA_OPTIONS_ERROR: .damaged("its header asks for what liblzma does not know")
            case LZMA_MEMLIMIT_ERROR, LZMA_MEM_ERROR: .damaged("it needs more than \(bytesInWords(Int(XZDecoder.memory))) of memory to unpack")
            case let code: .damaged("liblzma error \(code.rawValue)")
            }
        return DecodingStep(read: input.count - stream.pointee.avail_in, written: output.count - stream.pointee.avail_out, status: status)
    }
}
