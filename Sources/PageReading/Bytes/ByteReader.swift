internal import Foundation

/// Where bytes come from: fills the buffer it is given, which is never empty.
package typealias BytePull = (UnsafeMutableRawBufferPointer) -> Pulled

/// What a pull brought.
package enum Pulled {
    /// That many bytes, at least one.
    case bytes(Int)
    /// Bytes are missing here; what follows does not join what came before.
    case gap
    case end
}

/// A stream of bytes that can be looked at before they are taken. It holds no more than its user looks at.
final class ByteReader {
    private let pull: BytePull
    private var storage: [UInt8] = []
    private var start = 0
    private var end = 0
    /// Set when the pull met a gap or the end; the bytes before it are still to be taken.
    private(set) var isAtGap = false
    private(set) var isAtEnd = false
    /// Gaps gone over so far.
    private(set) var gapCount = 0
    /// Bytes taken so far.
    private(set) var position = 0

    private static let step = 1 << 16

    init(_ pull: @escaping BytePull) { self.pull = pull }

    /// Reads on until `count` bytes can be looked at, a gap or the end.
    /// - Returns: how many can be looked at, `count` at most.
    @discardableResult
    func fill(_ count: Int) -> Int {
        while end - start < count, !isAtGap, !isAtEnd {
            makeRoom(for: count)
            let pulled = storage.withUnsafeMutableBytes { pull(UnsafeMutableRawBufferPointer(rebasing: $0[end...])) }
            switch pulled {
            case .bytes(let count): end += count
            case .gap: isAtGap = true
            case .end: isAtEnd = true
            }
        }
        return min(count, end - start)
    }

    /// Bytes that can be looked at without reading on.
    var available: Int { end - start }

    /// The bytes that can be looked at.
    func withAvailable<T>(_ body: (UnsafeBufferPointer<UInt8>) throws -> T) rethrows -> T {
        try storage.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
    }

    /// A copy of bytes that can be looked at.
    func copy(_ range: Range<Int>) -> [UInt8] { Array(storage[start + range.lowerBound..<start + range.upperBound]) }

    /// Takes bytes that can be looked at.
    func consume(_ count: Int) {
        start += count
        position += count
    }

    /// Takes bytes without looking at them.
    /// - Returns: whether they were all there.
    func skip(_ count: Int) -> Bool {
        var left = count
        while left > 0 {
            let have = fill(min(left, ByteReader.step))
            if have == 0 { return false }
            consume(have)
            left -= have
        }
        return true
    }

    /// Goes on behind a gap; what stood before it and was not taken is passed over.
    func resume() {
        consume(available)
        if isAtGap { gapCount += 1 }
        isAtGap = false
    }

    func startsWith(_ bytes: some Collection<UInt8>) -> Bool {
        fill(bytes.count) == bytes.count && withAvailable { $0.starts(with: bytes) }
    }

    /// Room to read into behind what can be looked at. What was taken is given up first; a storage that one long record made large is let go.
    private func makeRoom(for count: Int) {
        let live = end - start
        let wanted = max(count, live + ByteReader.step)
        if start > 0, live == 0 || storage.count - start < wanted {
            storage.withUnsafeMutableBytes { $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[start..<end])) }
            start = 0
            end = live
        }
        if start == 0, storage.count > 64 * ByteReader.step, wanted < 8 * ByteReader.step { storage = Array(storage[..<live]) }
        guard storage.count - end < ByteReader.step else { return }
        // Doubled towards what is wanted, so that a long record is not copied once a step, and a length that is a lie takes no memory.
        let size = max(end + ByteReader.step, min(start + wanted, 2 * storage.count))
        storage.append(contentsOf: repeatElement(0, count: size - storage.count))
    }
}

extension ByteReader {
    /// The offset of the first such byte among those that can be looked at, from `offset` on.
    func offset(of byte: UInt8, from offset: Int = 0) -> Int? {
        withAvailable { bytes in
            guard offset < bytes.count, let base = bytes.baseAddress, let found = memchr(base + offset, Int32(byte), bytes.count - offset) else { return nil }
            return UnsafeRawPointer(found) - UnsafeRawPointer(base)
        }
    }

    /// The offset of the first such bytes among those that can be looked at, from `offset` on.
    func offset(of needle: [UInt8], from offset: Int = 0) -> Int? {
        withAvailable { bytes in
            var at = offset
            while at + needle.count <= bytes.count, let base = bytes.baseAddress, let found = memchr(base + at, Int32(needle[0]), bytes.count - at) {
                at = UnsafeRawPointer(found) - UnsafeRawPointer(base)
                if at + needle.count <= bytes.count, memcmp(found, needle, needle.count) == 0 { return at }
                at += 1
            }
            return nil
        }
    }

    /// A line without its line feed and carriage return.
    enum Line {
        /// `isCut`: a gap stands where its end should be.
        case line([UInt8], isCut: Bool)
        /// Longer than the limit; it is still to be taken.
        case tooLong
    }

    /// Takes the next line; `nil` at the end, or at a gap.
    func line(limit: Int) -> Line? {
        var looked = 0
        while true {
            if let at = offset(of: 0x0A, from: looked) {
                guard at <= limit else { return .tooLong }
                let line = copy(0..<at)
                consume(at + 1)
                return .line(line.last == 0x0D ? Array(line.dropLast()) : line, isCut: false)
            }
            looked = available
            if looked > limit { return .tooLong }
            if fill(looked + 1) == looked {
                guard looked > 0 else { return nil }
                let line = copy(0..<looked)
                consume(looked)
                return .line(line, isCut: isAtGap)
            }
        }
    }

    /// Takes what is left of a line and its line feed, `limit` bytes of it at most.
    /// - Returns: whether the line's end, the stream's or a gap was met.
    func skipLine(limit: Int) -> Bool {
        var left = limit
        while fill(1) > 0 {
            if let at = offset(of: 0x0A) {
                consume(at + 1)
                return true
            }
            left -= available
            consume(available)
            if left < 0 { return false }
        }
        return true
    }
}

/// What the layers of one file found wrong with it, in order, until its reader asks.
final class DamageLog {
    struct Entry {
        /// Whether bytes are lost; else everything was read, and this is a warning.
        var isLoss: Bool
        var message: String
    }
    private var entries: [Entry] = []

    func lost(_ message: String) { entries.append(Entry(isLoss: true, message: message)) }
    func warn(_ message: String) { entries.append(Entry(isLoss: false, message: message)) }

    func takeFirst() -> Entry? { entries.isEmpty ? nil : entries.removeFirst() }
}
