/// A string of a file that knows where each of its bytes stands in the file.
struct PlacedString: Hashable {
    private(set) var bytes: [UInt8] = []
    /// The byte of the file at which each byte begins; an escape's bytes share a place.
    private(set) var places: [Int] = []

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The byte of the file for a byte of the string; for the end of the string, the place behind its last byte.
    func place(of byte: Int) -> Int {
        if byte < places.count { return places[max(0, byte)] }
        return (places.last ?? -1) + 1
    }

    mutating func append(_ byte: UInt8, at place: Int) {
        bytes.append(byte)
        places.append(place)
    }

    mutating func append(_ other: PlacedString, _ range: Range<Int>) {
        bytes += other.bytes[range]
        places += other.places[range]
    }

    /// Bytes that the program adds; they stand where the text stands that they belong to.
    mutating func append(_ added: String, at place: Int) {
        for byte in added.utf8 { append(byte, at: place) }
    }

    /// The same bytes, all standing at one place.
    func moved(to place: Int) -> PlacedString {
        var result = self
        result.places = [Int](repeating: place, count: places.count)
        return result
    }
}
