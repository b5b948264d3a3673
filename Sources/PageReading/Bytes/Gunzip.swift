/// gzip data, member after member (RFC 1952). Damage costs the member it is in: reading goes on at the next one, and the log names the bytes.
final class Gunzip {
    private let input: ByteReader
    private let log: DamageLog
    private let inflater = Inflater(.gzip)
    private var state = State.between
    /// Members read to their end.
    private(set) var memberCount = 0

    private enum State {
        case between
        /// `used` of the bytes that can be looked at were unpacked. Those of the member's first mebibyte are kept until it is whole,
        /// so that a damaged member which seems to run into the next ones does not take them along.
        case inside(start: Int, used: Int)
        /// Bytes were lost; what follows, if anything does, is to be told from what came before.
        case gap
        case done
    }

    static let magic: [UInt8] = [0x1F, 0x8B, 0x08]
    private static let kept = 1 << 20

    init(_ input: ByteReader, log: DamageLog) {
        self.input = input
        self.log = log
    }

    func pull(into output: UnsafeMutableRawBufferPointer) -> Pulled {
        while true {
            switch state {
            case .done: return .end
            case .gap:
                state = .between
                return .gap
            case .between: begin()
            case .inside(let start, let used):
                guard input.fill(used + 1) > used else {
                    log.lost("gzip stream ends early at byte \(input.position + input.available)")
                    input.consume(input.available)
                    state = .gap
                    continue
                }
                let step = input.withAvailable { inflater.decode(UnsafeBufferPointer(rebasing: $0[used...]), into: output) }
                advance(start: start, used: used + step.read, step.status)
                if step.written > 0 { return .bytes(step.written) }
            }
        }
    }

    private func begin() {
        guard input.fill(1) > 0 else {
            state = .done
            return
        }
        if Gunzip.isMember(input) {
            inflater.reset()
            state = .inside(start: input.position, used: 0)
            return
        }
        let from = input.position
        let isFound = seekMember()
        let count = input.position - from
        let message = "\(count) bytes at byte \(from) are no gzip data"
        if isFound {
            log.lost("\(message); reading goes on at byte \(input.position)")
            state = .gap
        } else {
            log.warn("trailing garbage: \(message), and were passed over")
            state = .done
        }
    }

    private func advance(start: Int, used: Int, _ status: DecodingStep.Status) {
        switch status {
        case .more:
            guard used > 2 * Gunzip.kept else {
                state = .inside(start: start, used: used)
                return
            }
            input.consume(used - Gunzip.kept)
            state = .inside(start: start, used: Gunzip.kept)
        case .ended:
            input.consume(used)
            memberCount += 1
            state = .between
        case .badCheckSum:
            log.warn("gzip CRC mismatch at byte \(input.position + used) (member at byte \(start)); its data was kept")
            input.consume(used)
            memberCount += 1
            // The member's length stands behind the check sum.
            if input.fill(4) == 4, !Gunzip.isMember(input) { input.consume(4) }
            state = .between
        case .damaged(let message):
            let at = input.position + used
            // A member whose beginning is still held is searched for the next one from there.
            input.consume(input.position == start ? min(used, 1) : used)
            let isFound = seekMember()
            log.lost("gzip data damaged at byte \(at) (member at byte \(start): \(message)); " + (isFound ? "reading goes on at byte \(input.position)" : "nothing could be read behind it"))
            state = .gap
        }
    }

    /// Takes bytes up to the next that begin a member.
    private func seekMember() -> Bool {
        while input.fill(10) > 0 {
            if let at = input.offset(of: Gunzip.magic) {
                input.consume(at)
                if Gunzip.isMember(input) { return true }
                input.consume(1)
            } else {
                input.consume(max(1, input.available - 2))
            }
        }
        return false
    }

    /// A member's first bytes: the magic, deflate, no reserved flag, and a known system (RFC 1952, 2.3).
    static func isMember(_ input: ByteReader) -> Bool {
        guard input.fill(10) == 10 else { return input.startsWith(magic) }
        return input.withAvailable { $0.starts(with: magic) && $0[3] & 0xE0 == 0 && ($0[9] <= 13 || $0[9] == 255) }
    }
}
