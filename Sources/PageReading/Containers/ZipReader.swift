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
            isDone = header.hasDescriptor ? content(upToDescriptor: 0) == nil : !reader.skip(header.packedSize)
            return .failed(ReadingProblem(.unreadable, source: place, reason: reason + (isDone ? "; nothing behind it was read" : ""), container: source))
        }
        let isPage = ZipReader.isPage(header.name)
        let content: [UInt8]?
        if header.method == 8 {
            content = inflated(header, keeps: isPage)
            if header.hasDescriptor { passOverDescriptor() }
        } else if header.hasDescriptor {
            let stored = self.content(upToDescriptor: isPage ? limits.page : 0)
            isDone = stored == nil
            content = stored.flatMap { !isPage || $0.isWhole ? $0.bytes : nil }
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
            let step = reader.withAvailable { input in room.withUnsafeMutableBytes { inflater.decode(input, into: $0) } }
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

    /// Takes the data of an entry that does not state its size, up to what states it behind (4.3.9): the check sum and sizes, the packed size
    /// being as many bytes as came before, and the next header behind them. An archive inside the entry holds other numbers.
    ///
    /// - Returns: its first `limit` bytes, and whether these are all; `nil` where the archive ends before.
    private func content(upToDescriptor limit: Int) -> (bytes: [UInt8], isWhole: Bool)? {
        var kept: [UInt8] = []
        var count = 0
        func take(_ size: Int) {
            kept += reader.copy(0..<max(0, min(size, limit - kept.count)))
            reader.consume(size)
            count += size
        }
        while count <= limits.search, reader.fill(1) > 0 {
            reader.fill(1 << 16)
            var from = 0
            while let at = reader.offset(of: [0x50, 0x4B], from: from) {
                reader.fill(at + ZipReader.largestDescriptor + 4)
                if let descriptor = descriptor(at: at, behind: count) {
                    take(descriptor.start)
                    reader.consume(descriptor.size)
                    return (kept, kept.count == count)
                }
                from = at + 1
            }
            // A descriptor without its mark stands before the header that is looked for.
            take(reader.isAtEnd || reader.isAtGap ? reader.available : max(0, reader.available - ZipReader.largestDescriptor))
        }
        return nil
    }

    private static let largestDescriptor = 24

    /// The descriptor whose mark stands at an offset, or, without a mark, that ends there before the next header; of 4-byte sizes or of 8.
    private func descriptor(at: Int, behind count: Int) -> (start: Int, size: Int)? {
        reader.withAvailable { bytes in
            func number(_ at: Int, _ size: Int) -> Int { (0..<size).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) } }
            func isHeader(_ at: Int) -> Bool {
                guard at + 4 <= bytes.count, bytes[at] == 0x50, bytes[at + 1] == 0x4B else { return false }
                return [0x0403, 0x0201, 0x0605, 0x0606].contains(number(at + 2, 2))
            }
            for wide in [4, 8] {
                let size = 4 + 2 * wide
                if bytes[at...].starts(with: ZipReader.dataDescriptor), isHeader(at + 4 + size), number(at + 8, wide) == count + at { return (at, 4 + size) }
                if at >= size, isHeader(at), number(at - size + 4, wide) == count + at - size { return (at - size, size) }
            }
            return nil
        }
    }

    /// Sizes and check sum behind the data of an entry whose end its packing told.
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

    /// The name of the page, without its ending, whose pictures and frames a browser keeps in a folder of that name: `page_files`, `Seite-Dateien`.
    package static func page(ofCompanion folder: String) -> Substring? {
        companions.first { folder.utf8.count > $0.utf8.count && folder.hasSuffix($0) }.map { folder.dropLast($0.count) }
    }

    /// What browsers add to the page's name, in their languages.
    private static let companions = [
        "_files", "-Dateien", "-dateien", "_fichiers", "_archivos", "_arquivos", "_ficheiros", "_file", "_bestanden", "_pliki", "-filer", "-tiedostot", "_tiedostot", "_soubory", "_elemei", "_dosyalar",
        "_datoteke", "_fișiere", "_fisiere", ".files",
    ]

    private static let endings: Set<String> = [
        "html", "htm", "xhtml", "xht", "txt", "text", "md", "asp", "aspx", "php", "jsp", "shtml", "cgi", "", "mht", "mhtml", "gz", "zst", "bz2", "xz", "warc", "wet",
        "jsonl", "ndjson", "zip",
    ]
}
