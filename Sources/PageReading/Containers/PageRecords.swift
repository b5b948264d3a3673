internal import DiscourseModel

/// The pages of one file or stream, one after the other. What the file is, its first bytes say: gzip, Zstandard, bzip2 or xz around anything,
/// WARC or WET, JSON lines, a zip archive, MHTML; else it is one page.
///
/// Memory does not grow with the file: no more than one record is held.
package final class PageRecords {
    /// What was met next in the file.
    package enum Item: Sendable {
        case page(RawPage)
        /// A page, or what may have held pages, is lost.
        case failed(ReadingProblem)
        /// All was read, and something is not as it should be.
        case warning(ReadingProblem)
        /// A record that holds no page, in words that do not name the record ("WARC records of type request").
        case passedOver(String)
    }

    private let source: String
    private let limits: ReadingLimits
    private let log = DamageLog()
    private let file: ByteReader
    /// The file's bytes, unpacked.
    private let content: ByteReader
    private let reader: any RecordReader
    private var gunzip: Gunzip?
    private var pageCount = 0
    private var gapCount = 0
    private var isDone = false
    private var isToldOfMember = false
    /// Read behind damage that is to be told first.
    private var held: Item?

    /// - Parameters:
    ///   - source: the path as given, for messages and records.
    ///   - pull: where the file's bytes come from.
    package init(source: String, limits: ReadingLimits = ReadingLimits(), fields: JSONLineFields = JSONLineFields(), pull: @escaping BytePull) {
        self.source = source
        self.limits = limits
        file = ByteReader(pull)
        var layer = file
        var unpackers = 0
        while unpackers < 4 {
            if layer.startsWith(Gunzip.magic) {
                let gunzip = Gunzip(layer, log: log)
                self.gunzip = gunzip
                layer = ByteReader(gunzip.pull)
            } else if ZstdDecoder.isFrame(layer) {
                layer = ByteReader(FrameReader(layer, decoder: ZstdDecoder(), log: log).pull)
            } else if Bzip2Decoder.isFrame(layer) {
                layer = ByteReader(FrameReader(layer, decoder: Bzip2Decoder(), log: log).pull)
            } else if XZDecoder.isFrame(layer) {
                layer = ByteReader(FrameReader(layer, decoder: XZDecoder(), log: log).pull)
            } else {
                break
            }
            unpackers += 1
        }
        content = layer
        reader = recordReader(for: layer, source: source, limits: limits, fields: fields)
    }

    /// Bytes of the file read so far, as they lie on disk.
    package var position: Int { file.position }

    /// `nil` at the end of the file.
    package func next() -> Item? {
        if held == nil, !isDone {
            held = reader.next()
            isDone = held == nil
        }
        // Bytes are unpacked ahead of the records: damage is told where the records meet it.
        if isDone || content.gapCount > gapCount, let entry = log.takeFirst() {
            if entry.isLoss { gapCount += 1 }
            return damage(entry)
        }
        defer { held = nil }
        if case .page = held { pageCount += 1 }
        if isDone, !isToldOfMember {
            isToldOfMember = true
            return wholeArchiveInOneMember.map { .warning($0) }
        }
        return held
    }

    private func damage(_ entry: DamageLog.Entry) -> Item {
        let lost = reader.lostRecord.map { "; lost with it: \($0)" } ?? ""
        let problem = ReadingProblem(.damaged, source: source, reason: entry.message + lost + " (\(pageCount) records read)")
        return entry.isLoss ? .failed(problem) : .warning(problem)
    }

    private var wholeArchiveInOneMember: ReadingProblem? {
        guard reader is WARCReader, let gunzip, gunzip.memberCount == 1, pageCount > 1 else { return nil }
        return ReadingProblem(
            .damaged, source: source,
            reason: "the whole archive is one gzip member, not one a record; it was read, but damage would cost all that follows")
    }
}

/// Limits of what is read, in bytes.
package struct ReadingLimits: Sendable, Hashable {
    /// The largest page (file, record, body) that is read.
    package var page = 64 << 20
    /// How much of an overlong line or entry is unpacked in search of its end, before the rest of its file is given up.
    package var search: Int { max(page, 1 << 20) * 16 }

    package init() {}
}

/// What reads the records of one kind of container.
protocol RecordReader: AnyObject {
    /// `nil` at the end.
    func next() -> PageRecords.Item?
    /// The record that damage of the data has just cost, if its beginning could be read. Asking takes it.
    var lostRecord: String? { get }
}

extension RecordReader {
    var lostRecord: String? { nil }
}

/// Tells what a stream holds by its first bytes.
private func recordReader(for reader: ByteReader, source: String, limits: ReadingLimits, fields: JSONLineFields) -> any RecordReader {
    reader.fill(4_096)
    let head = reader.withAvailable { Array($0.prefix(4_096)) }
    let text = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head[3...] : head[...]
    let start = text.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    if start.starts(with: "WARC/".utf8) { return WARCReader(reader, source: source, limits: limits) }
    if JSONLineReader.begins(start) || JSONLineReader.isName(source) && !start.isEmpty {
        return JSONLineReader(reader, source: source, limits: limits, fields: fields)
    }
    if ZipReader.begins(head[...]) { return ZipReader(reader, source: source, limits: limits, fields: fields) }
    if MHTMLReader.begins(start) { return MHTMLReader(reader, source: source, limits: limits) }
    return SinglePage(reader, source: source, limits: limits)
}

/// A stream that is one page.
private final class SinglePage: RecordReader {
    private let reader: ByteReader
    private let source: String
    private let limits: ReadingLimits
    private var isDone = false

    init(_ reader: ByteReader, source: String, limits: ReadingLimits) {
        self.reader = reader
        self.source = source
        self.limits = limits
    }

    func next() -> PageRecords.Item? {
        guard !isDone else { return nil }
        isDone = true
        switch reader.whole(limit: limits.page) {
        case .tooLarge: return .failed(.tooLarge(source, limits))
        case .bytes(let bytes, let isCut):
            // Of a stream that is damaged before its first byte nothing but the damage is told.
            if bytes.isEmpty, isCut { return nil }
            var page = RawPage(source: source, bytes: bytes)
            if isCut { page.notes.append(Note(.reading, .lost, "the page ends where its packed data is damaged")) }
            return .page(page)
        }
    }
}

extension ReadingProblem {
    static func tooLarge(_ source: String, _ limits: ReadingLimits, in container: String? = nil) -> ReadingProblem {
        ReadingProblem(
            .tooLarge, source: source,
            reason: "\(container == nil ? "page" : "record") over the limit of \(bytesInWords(limits.page)); a larger --max-page-size reads it",
            container: container)
    }
}

/// 64 MiB, 300 KiB, 12 bytes.
package func bytesInWords(_ count: Int) -> String {
    for (unit, size) in [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)] where count >= size {
        let tenths = (count * 10 + size / 2) / size
        return tenths % 10 == 0 ? "\(tenths / 10) \(unit)" : "\(tenths / 10).\(tenths % 10) \(unit)"
    }
    return "\(count) bytes"
}

extension ByteReader {
    enum Whole {
        case bytes([UInt8], isCut: Bool)
        case tooLarge
    }

    /// All that is left up to the end or a gap.
    func whole(limit: Int) -> Whole {
        let count = fill(limit + 1)
        guard count <= limit else { return .tooLarge }
        let bytes = copy(0..<count)
        consume(count)
        return .bytes(bytes, isCut: isAtGap)
    }
}
