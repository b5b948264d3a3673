internal import DiscourseModel

/// What a recorded HTTP response holds.
enum HTTPResponse {
    case page(bytes: [UInt8], charset: String?, notes: [Note])
    /// No page, in words for a count.
    case passedOver(String)
    case failed(ReadingProblem.Kind, String)
}

/// A recorded response with its status line → the page in it, its transfer and content encodings undone
/// (RFC 9112, 7.1; RFC 9110, 8.4). Archives often hold bodies that are unpacked already beside headers that say otherwise.
func httpResponse(_ message: [UInt8], limit: Int) -> HTTPResponse {
    guard let (fields, size) = message.withUnsafeBufferPointer({ headerFields($0) }) else {
        return .failed(.badRecord, "the HTTP header has no end")
    }
    let status = message.prefix(64).split(separator: 0x20, maxSplits: 2).dropFirst().first.flatMap { Int(String(decoding: $0.prefix(3), as: UTF8.self)) } ?? 0
    guard (200..<300).contains(status) else { return .passedOver("HTTP status \(status)") }
    guard isPageType(fields["content-type"]) else {
        return .passedOver("media type " + (fields["content-type"] ?? "").prefix { $0 != ";" }.trimmingSpaces().lowercased())
    }
    var body = Array(message[size...])
    if fields["transfer-encoding"]?.lowercased().contains("chunked") ?? false, let whole = withoutChunks(body) { body = whole }
    var notes: [Note] = []
    for encoding in (fields["content-encoding"] ?? "").lowercased().split(separator: ",").map({ $0.trimmingSpaces() }).reversed() {
        let unpacked: (bytes: [UInt8], isWhole: Bool)
        switch encoding {
        case "gzip", "x-gzip":
            guard body.starts(with: Gunzip.magic) else { continue }
            unpacked = unpack(body, with: Inflater(.gzip), limit: limit)
        case "deflate":
            // By the book a zlib stream; many servers send bare deflate data.
            if body.count > 2, body[0] & 0x0F == 8, (Int(body[0]) << 8 | Int(body[1])) % 31 == 0 {
                unpacked = unpack(body, with: Inflater(.zlib), limit: limit)
            } else {
                unpacked = unpack(body, with: Inflater(.raw), limit: limit)
                if unpacked.bytes.isEmpty { continue }
            }
        case "br", "zstd":
            // What is text was unpacked by whoever wrote the archive.
            if !body.contains(where: { $0 < 0x09 }) { continue }
            unpacked = encoding == "br" ? unpack(body, with: BrotliDecoder(), limit: limit) : unpack(body, with: ZstdDecoder(), limit: limit)
            if unpacked.bytes.isEmpty { return .failed(.damaged, "its header says that it is packed with \(encoding), and it could not be unpacked") }
        case "identity", "none", "": continue
        default:
            if !body.contains(where: { $0 < 0x09 }) { continue }
            return .failed(.notAPage, "its body is packed with '\(encoding.prefix(20))', which is not read")
        }
        guard unpacked.bytes.count <= limit else { return .failed(.tooLarge, "its unpacked body is over the limit of \(bytesInWords(limit))") }
        if !unpacked.isWhole { notes.append(Note(.reading, .lost, "the packed body of the response is damaged or cut; \(unpacked.bytes.count) bytes of it were read")) }
        body = unpacked.bytes
    }
    return .page(bytes: body, charset: fields["content-type"].flatMap(charsetParameter), notes: notes)
}

/// A body in chunks as one; `nil` where it is not in chunks.
private func withoutChunks(_ body: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var at = 0
    while let end = body[at...].firstIndex(of: 0x0A) {
        let digits = body[at..<end].prefix { $0 != 0x3B && $0 != 0x0D && $0 != 0x20 }
        guard let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size >= 0 else { return nil }
        if size == 0 { return result }
        let from = end + 1
        // The last chunk may be cut.
        let stop = min(body.count, from &+ min(size, body.count))
        result += body[from..<stop]
        at = stop
        if at < body.count, body[at] == 0x0D { at += 1 }
        if at < body.count, body[at] == 0x0A { at += 1 }
        if at >= body.count { return result }
    }
    return nil
}
