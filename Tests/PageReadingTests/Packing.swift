import CBzip2
import CLZMA
import CZlib
import CZstd
import DiscourseModel

@testable import PageReading

/// What the tests pack themselves.
enum Packing {
    static func gzip(_ text: String, level: Int32 = 6) -> [UInt8] { deflate(Array(text.utf8), windowBits: 31, level: level) }
    static func gzip(_ bytes: [UInt8]) -> [UInt8] { deflate(bytes, windowBits: 31, level: 6) }
    static func raw(_ bytes: [UInt8]) -> [UInt8] { deflate(bytes, windowBits: -15, level: 6) }

    private static func deflate(_ bytes: [UInt8], windowBits: Int32, level: Int32) -> [UInt8] {
        var stream = z_stream()
        deflateInit2_(&stream, level, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        defer { deflateEnd(&stream) }
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))) + 64)
        var input = bytes
        let written = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                CZlib.deflate(&stream, Z_FINISH)
                return output.count - Int(stream.avail_out)
            }
        }
        return Array(output[..<written])
    }

    static func zstd(_ bytes: [UInt8], windowLog: Int32 = 0) -> [UInt8] {
        let context = ZSTD_createCCtx()
        defer { ZSTD_freeCCtx(context) }
        if windowLog > 0 {
            ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, windowLog)
            ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, 0)
        }
        ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
        var output = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
        // As a stream, so that the frame has the window that was asked for.
        var from = bytes.withUnsafeBufferPointer { ZSTD_inBuffer(src: $0.baseAddress, size: $0.count, pos: 0) }
        let written = bytes.withUnsafeBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                from.src = UnsafeRawPointer(input.baseAddress)
                var to = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
                ZSTD_compressStream2(context, &to, &from, ZSTD_e_end)
                return to.pos
            }
        }
        return Array(output[..<written])
    }

    static func bzip2(_ text: String) -> [UInt8] {
        var input = Array(text.utf8).map(CChar.init(bitPattern:)), size = UInt32(input.count + input.count / 50 + 700)
        var output = [CChar](repeating: 0, count: Int(size))
        BZ2_bzBuffToBuffCompress(&output, &size, &input, UInt32(input.count), 9, 0, 0)
        return output[..<Int(size)].map(UInt8.init(bitPattern:))
    }

    static func xz(_ text: String) -> [UInt8] {
        let input = Array(text.utf8)
        var output = [UInt8](repeating: 0, count: lzma_stream_buffer_bound(input.count)), size = 0
        lzma_easy_buffer_encode(6, LZMA_CHECK_CRC64, nil, input, input.count, &output, &size, output.count)
        return Array(output[..<size])
    }

    /// Brotli without packing (RFC 7932, 9.2): a window of 16 bits, one meta-block as it is, and an empty last one. Up to 64 KiB.
    static func brotli(_ text: String) -> [UInt8] {
        let bits = (text.utf8.count - 1) << 4 | 1 << 20
        return [UInt8(bits & 0xFF), UInt8(bits >> 8 & 0xFF), UInt8(bits >> 16)] + Array(text.utf8) + [0x03]
    }

    /// A record of a WARC file.
    static func warc(_ url: String, body: String, type: String = "response", contentType: String = "text/html; charset=utf-8", length: Int? = nil) -> [UInt8] {
        warc(url, body: Array("HTTP/1.1 200 OK\r\nContent-Type: \(contentType)\r\n\r\n\(body)".utf8), type: type, length: length)
    }

    static func warc(_ url: String, body: [UInt8], type: String = "response", contentType: String = "application/http; msgtype=response", length: Int? = nil) -> [UInt8] {
        let head = """
            WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(url)\r\nWARC-Date: 2024-05-06T07:08:09Z\r\nContent-Type: \(contentType)\r\n\
            Content-Length: \(length ?? body.count)\r\n\r\n
            """
        return Array(head.utf8) + body + [0x0D, 0x0A, 0x0D, 0x0A]
    }

    /// An entry of a zip archive with its local header.
    static func zipEntry(_ name: String, _ content: String, isPacked: Bool = true, hasDescriptor: Bool = false, isMarked: Bool = true, method: Int? = nil) -> [UInt8] {
        let data = isPacked ? raw(Array(content.utf8)) : Array(content.utf8)
        func little(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
        let sizes = hasDescriptor ? little(0, 12) : little(0, 4) + little(data.count, 4) + little(content.utf8.count, 4)
        let head: [UInt8] = [0x50, 0x4B, 3, 4] + little(20, 2) + little(hasDescriptor ? 8 : 0, 2) + little(method ?? (isPacked ? 8 : 0), 2) + little(0, 4)
        let descriptor: [UInt8] = hasDescriptor ? (isMarked ? [0x50, 0x4B, 7, 8] : []) + little(0, 4) + little(data.count, 4) + little(content.utf8.count, 4) : []
        return head + sizes + little(name.utf8.count, 2) + little(0, 2) + Array(name.utf8) + data + descriptor
    }

    static let zipEnd: [UInt8] = [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18)
}

/// What a file held.
struct Records {
    var pages: [RawPage] = []
    var failed: [ReadingProblem] = []
    var warnings: [ReadingProblem] = []
    var passedOver: [String: Int] = [:]

    /// Reads a file's bytes, a few at a time, so that every boundary falls into the middle of something.
    init(_ bytes: [UInt8], source: String = "file", limit: Int? = nil, step: Int = 1_000, map: JSONLineFields = JSONLineFields()) {
        var at = 0
        var limits = ReadingLimits()
        if let limit { limits.page = limit }
        let records = PageRecords(source: source, limits: limits, fields: map) { room in
            let count = min(room.count, bytes.count - at, step)
            guard count > 0 else { return .end }
            room.copyBytes(from: bytes[at..<at + count])
            at += count
            return .bytes(count)
        }
        while let item = records.next() {
            switch item {
            case .page(let page): pages.append(page)
            case .failed(let problem): failed.append(problem)
            case .warning(let problem): warnings.append(problem)
            case .passedOver(let what): passedOver[what, default: 0] += 1
            }
        }
    }

    var texts: [String] { pages.map { String(decoding: $0.bytes, as: UTF8.self) } }
}
