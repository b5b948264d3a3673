internal import DiscourseModel
internal import Markup

/// What a page tells of how its dates are to be read: its language, its dates in numbers, its own date.
extension HTMLDocument {
    /// The language that the page states for itself.
    var language: String? {
        for node in elements(HTMLDocument.root) where name(node) == .html { return attribute(node, .lang) }
        return nil
    }

    /// Short texts that may hold a date in numbers alone (`3/4/2012`).
    var numericDates: [String] {
        var found: [String] = []
        bytes.withUnsafeBufferPointer { bytes in
            for node in nodes where node.name == .text && node.last - node.first <= 80 && node.last - node.first >= 5 {
                // Signs behind digits; each place is looked at without a branch, many at once.
                var signs: UInt8 = 0
                for at in Int(node.first) + 1..<Int(node.last) { signs &+= (bytes[at] &- 0x2D < 3 ? 1 : 0) & (bytes[at - 1] &- 0x30 < 10 ? 1 : 0) }
                if signs >= 2 { found.append(String(decoding: bytes[Int(node.first)..<Int(node.last)], as: UTF8.self)) }
            }
        }
        return found
    }

    /// The date of the page itself, by its address (`/2012/07/24/`, `/12/07/24/`) or the time of publication in its head.
    var statedDate: Timestamp? {
        for node in 0..<count {
            switch name(node) {
            case .meta:
                guard let property = attribute(node, .property) ?? attribute(node, .itemprop), ["article:published_time", "datePublished", "og:updated_time"].contains(property) else { continue }
                if let stamp = attribute(node, .content).flatMap({ Timestamp(iso8601: $0) }) { return stamp }
            case .link where hasToken(node, .rel, Array("canonical".utf8)):
                if let stamp = attribute(node, .href).flatMap(dateInAddress) { return stamp }
            case .body: return nil
            default: continue
            }
        }
        return nil
    }

    private func dateInAddress(_ address: String) -> Timestamp? {
        let parts = address.utf8.split(separator: 0x2F).map { String(Substring($0)) }
        for index in parts.indices.dropLast(2) {
            guard let year = Int(parts[index]), let month = Int(parts[index + 1]), let day = Int(parts[index + 2]), parts[index].count == 4 || parts[index].count == 2,
                parts[index + 1].count == 2, parts[index + 2].count == 2
            else { continue }
            let stamp = Timestamp(year: year < 100 ? 2000 + year : year, month: month, day: day)
            if stamp.isValid, (1990...2100).contains(stamp.year) { return stamp }
        }
        return nil
    }
}
