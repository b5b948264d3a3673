internal import DiscourseModel

/// WARC and WET archives (ISO 28500): the HTML and plain text among their responses, resources and conversions.
///
/// A record whose stated length is wrong is taken up to the next record; what is none at all is passed over, and both are said.
final class WARCReader: RecordReader {
    private let reader: ByteReader
    private let source: String
    private let limits: ReadingLimits
    private var number = 0
    private var waiting: [PageRecords.Item] = []
    private var lost: String?

    init(_ reader: ByteReader, source: String, limits: ReadingLimits) {
        self.reader = reader
        self.source = source
        self.limits = limits
    }

    private static let mark = Array("WARC/".utf8)
    private static let boundary = Array("\nWARC/".utf8)
    private static let headLimit = 1 << 18

    var lostRecord: String? {
        defer { lost = nil }
        return lost
    }

    func next() -> PageRecords.Item? {
        while true {
            if !waiting.isEmpty { return waiting.removeFirst() }
            skipBlank()
            if reader.fill(1) == 0 {
                guard reader.isAtGap else { return nil }
                reader.resume()
                continue
            }
            guard reader.startsWith(WARCReader.mark) else {
                let from = reader.position
                seekRecord()
                // Behind a gap, the rest of a record is what the damage has cost; the log names it.
                if reader.isAtGap { continue }
                waiting.append(.failed(problem(.badRecord, "\(reader.position - from) bytes at byte \(from) are no WARC record; reading goes on behind them")))
                continue
            }
            number += 1
            readRecord()
        }
    }

    private func readRecord() {
        guard let (head, size) = header() else {
            if reader.offset(of: WARCReader.boundary) == nil { cut("a record without a whole header", at: reader.position) } else { passOverHead() }
            return
        }
        let url = head["warc-target-uri"].map { $0.hasPrefix("<") && $0.hasSuffix(">") ? String($0.dropFirst().dropLast()) : $0 }
        let name = url ?? "a record without address"
        let stated = head["content-length"] ?? ""
        reader.consume(size)
        let from = reader.position
        guard let length = Int(stated), length >= 0 else {
            waiting.append(.failed(problem(.badRecord, "\(name): the record's Content-Length is '\(stated.prefix(40))', which is no length; the record was passed over")))
            seekRecord()
            return
        }
        let isWanted = WARCReader.holdsPage(head)
        if !isWanted {
            waiting.append(.passedOver("WARC records of type \(head["warc-type"] ?? "unknown")"))
            if length > limits.page {
                seekRecord()
                return
            }
        }
        guard let body = body(length: length, name: name, from: from) else { return }
        if isWanted { waiting.append(item(head: head, body: body, url: url)) }
    }

    /// Takes a record's content; `nil` where it is not to be had, which was then said.
    private func body(length: Int, name: String, from: Int) -> [UInt8]? {
        let have = reader.fill(min(length, limits.page) + 4)
        if length <= limits.page, have >= length, endsRecord(at: length) {
            let body = reader.copy(0..<length)
            reader.consume(length)
            return body
        }
        if length <= limits.page, have < length, reader.offset(of: WARCReader.boundary) == nil {
            cut(name, at: from)
            return nil
        }
        // The stated length is wrong, or the record too large: the next record says where this one ends.
        var end = reader.offset(of: WARCReader.boundary).map { $0 + 1 }
        if end == nil, length <= limits.page {
            reader.fill(limits.page)
            end = reader.offset(of: WARCReader.boundary).map { $0 + 1 } ?? (reader.isAtEnd ? reader.available : nil)
        }
        guard let end else {
            waiting.append(.failed(.tooLarge("\(source)#\(number)", limits, in: source)))
            seekRecord()
            return nil
        }
        var body = reader.copy(0..<end)
        reader.consume(end)
        if body.hasSuffix([0x0D, 0x0A, 0x0D, 0x0A]) { body.removeLast(4) }
        waiting.append(.warning(problem(.badRecord, "\(name): the record's Content-Length is \(length), and it holds \(body.count) bytes; it was read up to the next record")))
        return body
    }

    private func item(head: [String: String], body: [UInt8], url: String?) -> PageRecords.Item {
        var page = RawPage(source: "\(source)#\(number)", bytes: body, url: url, captured: head["warc-date"].flatMap { Timestamp(iso8601: $0) })
        if head["warc-type"] == "conversion" {
            page.isUTF8 = true
            page.media = .text
            return .page(page)
        }
        if head["content-type"]?.lowercased().hasPrefix("application/http") ?? true, body.starts(with: "HTTP/".utf8) {
            switch httpResponse(body, limit: limits.page) {
            case .page(let bytes, let charset, let notes):
                page.bytes = bytes
                page.charset = charset
                page.notes = notes
            case .passedOver(let what): return .passedOver("WARC responses: \(what)")
            case .failed(let kind, let reason): return .failed(problem(kind, "\(url ?? "a record without address"): \(reason)"))
            }
        } else {
            page.charset = head["content-type"].flatMap(charsetParameter)
        }
        return .page(page)
    }

    private static func holdsPage(_ head: [String: String]) -> Bool {
        switch head["warc-type"]?.lowercased() {
        case "response", "conversion": true
        case "resource": isPageType(head["content-type"])
        default: false
        }
    }

    /// The header's fields, their names in lower case, and its size; `nil` where its end is not to be found.
    private func header() -> (fields: [String: String], size: Int)? {
        var size = 4_096
        while true {
            let have = reader.fill(size)
            let found = reader.withAvailable { headerFields($0) }
            if let found { return found }
            guard have == size, size < WARCReader.headLimit else { return nil }
            size *= 4
        }
    }

    private func skipBlank() {
        while reader.fill(1) > 0 {
            let count = reader.withAvailable { $0.prefix { $0 == 0x0D || $0 == 0x0A || $0 == 0x20 }.count }
            if count == 0 { return }
            reader.consume(count)
        }
    }

    /// Whether content of that length is followed by the end of the record: two line ends and a record, or nothing.
    private func endsRecord(at length: Int) -> Bool {
        reader.fill(length + 16)
        return reader.withAvailable { bytes in
            let rest = bytes[min(length, bytes.count)...].drop { $0 == 0x0D || $0 == 0x0A }
            return rest.isEmpty || rest.starts(with: WARCReader.mark)
        }
    }

    private func passOverHead() {
        waiting.append(.failed(problem(.badRecord, "the record at byte \(reader.position) has no header that ends; it was passed over")))
        reader.consume(WARCReader.mark.count)
        seekRecord()
    }

    /// Takes bytes up to the next record, the end or a gap.
    private func seekRecord() {
        while reader.fill(WARCReader.boundary.count) > 0 {
            if let at = reader.offset(of: WARCReader.boundary) {
                reader.consume(at + 1)
                return
            }
            reader.consume(max(1, reader.available - WARCReader.boundary.count + 1))
        }
    }

    /// A record that ends before its time. Behind a gap the log tells of it; it only lacks the name.
    private func cut(_ name: String, at byte: Int) {
        let isGap = reader.isAtGap
        reader.resume()
        if isGap { lost = "record \(number), \(name)" } else {
            waiting.append(.failed(problem(.damaged, "\(name): the archive ends in the middle of this record, which begins at byte \(byte)")))
        }
    }

    private func problem(_ kind: ReadingProblem.Kind, _ reason: String) -> ReadingProblem {
        ReadingProblem(kind, source: "\(source)#\(number)", reason: reason, container: source)
    }
}

extension Array where Element == UInt8 {
    func hasSuffix(_ suffix: [UInt8]) -> Bool { count >= suffix.count && self[(count - suffix.count)...].elementsEqual(suffix) }
}
