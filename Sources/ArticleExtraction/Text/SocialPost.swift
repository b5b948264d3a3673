/// A post of a social network that was embedded in a page and came out as one line:
/// "Bridge closed until Monday pic.twitter.com/abc — City Desk (@CityDesk_org) November 12, 2015".
struct SocialPost {
    var name: String
    var handle: String

    /// Nil unless the line ends in a dash, a name, a handle in brackets, and little else behind it.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard let open = bytes.lastIndex(of: 0x28), open + 1 < bytes.endIndex, bytes[open + 1] == 0x40,
            let close = bytes[open...].firstIndex(of: 0x29), close - open <= 24, bytes.endIndex - close <= 40
        else { return nil }
        let handle = bytes[open + 2..<close]
        guard !handle.isEmpty, handle.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == 0x5F }) else { return nil }
        // — U+2014, – U+2013, ― U+2015
        var at = open
        let floor = max(bytes.startIndex, open - 80)
        while at > floor + 2, !(bytes[at - 3] == 0xE2 && bytes[at - 2] == 0x80 && (0x93...0x95).contains(bytes[at - 1])) { at -= 1 }
        guard at > floor + 2 else { return nil }
        name = TextFurniture.trim(String(decoding: bytes[at..<open], as: UTF8.self))
        self.handle = String(decoding: handle, as: UTF8.self)
    }

    /// The name where the handle spells it as a domain: "RT_com" for RT. Such an account speaks for an outlet.
    var outlet: String? {
        let folded = handle.lowercased(), squeezed = String(name.lowercased().filter { $0 != " " })
        for ending in ["_com", "com", "_org", "_net", "_tv", "_info", "_de", "_fr", "_ru", "_es", "_it", "_uk"] where folded == squeezed + ending { return name }
        return nil
    }
}
