/// A zip archive, entry after entry by its local headers (PKWARE APPNOTE 4.3.7), so that it can be a stream. Entries are read as files
/// of a folder are: those whose names are pages' or containers', but for what a browser saved beside a page.
final class ZipReader: RecordReader {
    private let reader: ByteReader
    private let source: String
    private let limits: ReadingLimits
    private let fields: JSONLineFields
    private var inner: PageRecords?
    private var isDone = false

    init(_ reader: ByteReader, source: String, limits: ReadingLimits, fields: JSONLineFields) {
        self.reader = reader
        self.source = source
        self.limits = limits
        self.fields = fields
    }

    static func begins(_ head: ArraySlice<UInt8>) -> Bool { head.starts(with: localHeader) }

    private static let localHeader: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    private static let dataDescriptor: [UInt8] = [0x50, 0x4B, 0x07, 0x08]

    func next() -> PageRecords.Item? {
        while true {
            if let item = inner?.next() { return item }
            inner = nil
            guard !isDone else { return nil }
            guard reader.startsWith(ZipReader.localHeader) else {
                // The central directory, or the end.
                isDone = true
                let isDirectory = reader.startsWith([0x50, 0x4B, 0x01, 0x02]) || reader.startsWith([0x50, 0x4B, 0x05, 0x06]) || reader.startsWith([0x50, 0x4B, 0x06])
                return isDirectory ? nil : .failed(damage("the archive ends early, or is damaged, at byte \(reader.position)"))
            }
            if let item = entry() { return item }
        }
    }

    /// Takes one entry. `nil` where it is to be read by `inner`, or is a folder.
    private func entry() -> PageRecords.Item? {
        guard let header = header() else {
            isDone = true
            return .failed(damage("the archive ends early, at byte \(reader.position)"))
        }
        reader.consume(header.size)
        let place = source + "/" + header.name
        if header.name.hasSuffix("/"), header.packedSize == 0 { return nil }
        guard !header.isEncrypted, header.method == 0 || header.method == 8 else {
            let reason = header.isEncrypted ? "the entry is encrypted" : "the entry is packed by method \(header.method), which is not read"
            if header.hasDescriptor { isDone = true } else { isDone = !reader.skip(header.packedSize) }
            return .failed(ReadingProblem(.unreadable, source: place, reason: reason + (isDone ? "; nothing behind it was read" : ""), container: source))
        }
        guard header.method == 8 || !header.hasDescriptor else {
            isDone = true
            return .failed(ReadingProblem(.unreadable, source: place, reason: "the entry does not state its size, nor do those behind it; unpack the archive and give the folder", container: source))
        }
        let isPage = ZipReader.isPage(header.name)
        let content: [UInt8]?
        if header.method == 8 {
            content = inflated(header, keeps: isPage)
        } else if isPage, header.packedSize <= limits.page {
            let have = reader.fill(header.packedSize)
            content = have == header.packedSize ? reader.copy(0..<have) : []
            isDone = have < header.packedSize
            reader.consume(have)
        } else {
            isDone = !reader.skip(header.packedSize)
            content = isPage ? nil : []
        }
        if isDone { return .failed(ReadingProblem(.damaged, source: place, reason: "the archive ends early, or is damaged, in this entry, at byte \(reader.position)", container: source)) }
        if header.hasDescriptor { passOverDescriptor() }
        guard isPage else { return .passedOver("zip entries that are no pages by their names") }
        guard let content else { return .failed(.tooLarge(place, limits, in: source)) }
        var at = 0
        inner = PageRecords(source: place, limits: limits, fields: fields) { room in
            let count = min(room.count, content.count - at)
            guard count > 0 else { return .end }
            room.copyBytes(from: content[at..<at + count])
            at += count
            return .bytes(count)
        }
        return nil
    }

    /// Unpacks an entry; `nil` where it is over the limit.
    private func inflated(_ header: Header, keeps: Bool) -> [UInt8]? {
        let inflater = Inflater(.raw)
        var result: [UInt8] = []
        var room = [UInt8](repeating: 0, count: 1 << 16)
        var count = 0, taken = 0
        while true {
            guard reader.fill(1) > 0, count <= limits.search else {
                isDone = true
                return []
            }
            // What no page can be is not unpacked further where its end is known.
            if count > limits.page, !header.hasDescriptor {
                isDone = !reader.skip(header.packedSize - taken)
                return nil
            }
            let step = reader.withAvailable { input in room.withUnsafeMutableBytes { inflater.inflate(input, into: $0) } }
            reader.consume(step.read)
            taken += step.read
            count += step.written
            if keeps, count <= limits.page { result += room[..<step.written] }
            switch step.status {
            case .more: continue
            case .ended: return count <= limits.page || !keeps ? result : nil
            case .badCheckSum, .damaged:
                isDone = header.hasDescriptor || !reader.skip(max(0, header.packedSize - taken))
                return keeps ? result : []
            }
        }
    }

    private struct Header {
        var name: String
        var method: Int
        var packedSize: Int
        var isEncrypted: Bool
        /// Whether sizes stand behind the data.
        var hasDescriptor: Bool
        var size: Int
    }

    private func header() -> Header? {
        guard reader.fill(30) == 30 else { return nil }
        func number(_ at: Int, _ count: Int) -> Int { reader.withAvailable { bytes in (0..<count).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) } } }
        let nameSize = number(26, 2), extraSize = number(28, 2), flags = number(6, 2)
        let size = 30 + nameSize + extraSize
        guard reader.fill(size) == size else { return nil }
        var packed = number(18, 4)
        if packed == 0xFFFF_FFFF {
            // ZIP64 (4.5.3): the unpacked size, then the packed one.
            var at = 30 + nameSize
            while at + 4 <= size {
                if number(at, 2) == 1, number(at + 2, 2) >= 16, at + 20 <= size { packed = max(0, Int(truncatingIfNeeded: number(at + 12, 8))) }
                at += 4 + number(at + 2, 2)
            }
        }
        return Header(
            name: String(decoding: reader.copy(30..<30 + nameSize), as: UTF8.self), method: number(8, 2), packedSize: packed,
            isEncrypted: flags & 1 != 0, hasDescriptor: flags & 8 != 0, size: size)
    }

    /// Sizes and check sum behind the data: with or without a mark, of 4 or 8 bytes.
    private func passOverDescriptor() {
        let isMarked = reader.startsWith(ZipReader.dataDescriptor)
        for size in isMarked ? [16, 24] : [12, 20] {
            guard reader.fill(size + 2) >= size + 2, reader.withAvailable({ $0[size] == 0x50 && $0[size + 1] == 0x4B }) else { continue }
            reader.consume(size)
            return
        }
    }

    private func damage(_ reason: String) -> ReadingProblem { ReadingProblem(.damaged, source: source, reason: reason) }

    private static func isPage(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        guard let name = parts.last, !parts.contains(where: { $0.hasPrefix(".") || $0 == "__MACOSX" }) else { return false }
        return PageNames.isPageOrContainer(name) && !parts.dropLast().contains { $0.hasSuffix("_files") }
    }
}

/// What names of files say.
package enum PageNames {
    /// Whether a file of that name in a folder is read: a page, a container of pages, or a name without an ending.
    package static func isPageOrContainer(_ name: some StringProtocol) -> Bool {
        guard let dot = name.lastIndex(of: ".") else { return true }
        return endings.contains(name[name.index(after: dot)...].lowercased())
    }

    private static let endings: Set<String> = [
        "html", "htm", "xhtml", "xht", "txt", "text", "md", "asp", "aspx", "php", "jsp", "shtml", "cgi", "", "mht", "mhtml", "gz", "zst", "warc", "wet",
        "jsonl", "ndjson", "zip",
    ]
}
