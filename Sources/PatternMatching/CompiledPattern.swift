import CPCRE2
internal import Synchronization

/// One regular expression, compiled by PCRE2 (8-bit, UTF, Unicode properties, JIT). Immutable, so that threads may share it.
///
/// Machine code is made when it is first asked for: most patterns of a large set meet no text that could hold them.
/// `\C` and callouts are refused, and `\G` too: patterns are searched in steps, and `\G` would depend on where a step began.
package final class CompiledPattern: Sendable {
    /// The expression as given.
    package let regex: String
    package let options: Options
    /// Names of the named groups, with their numbers, by name.
    package let groupNames: [(name: String, number: Int)]
    /// Whether it can match the empty string.
    package let matchesEmpty: Bool
    private let storage: Storage

    package struct Options: Hashable, Sendable {
        package var ignoresCase: Bool
        /// Matches only where the search begins.
        package var isAnchored: Bool
        /// Lets a search be limited to the first bytes of the subject: costs a little, so only for expressions that are known to be slow.
        package var isStepped: Bool

        package init(ignoresCase: Bool = false, isAnchored: Bool = false, isStepped: Bool = false) {
            self.ignoresCase = ignoresCase
            self.isAnchored = isAnchored
            self.isStepped = isStepped
        }
    }

    /// Compiles the expression, or says where it is wrong.
    package init(_ regex: String, options: Options = Options()) throws(PatternError) {
        let storage = Storage(code: try Self.compile(regex, options))
        if let end = storage.firstCallout {
            let bytes = Array(regex.utf8)
            let offset = (0..<min(end, bytes.count)).last { bytes[$0...].starts(with: [0x28, 0x3F, 0x43]) } ?? 0
            throw PatternError(offset: offset, message: "callouts, (?C), are not allowed")
        }
        if let offset = RegexLexer.searchStartAnchor(in: Array(regex.utf8)) {
            throw PatternError(offset: offset, message: "\\G is not supported: it depends on where the search began")
        }
        self.regex = regex
        self.options = options
        matchesEmpty = storage.number(PCRE2_INFO_MATCHEMPTY, as: UInt32.self) != 0
        groupNames = storage.groupNames()
        self.storage = storage
    }

    /// Whether the expression is well formed, without the cost of machine code.
    package static func check(_ regex: String) throws(PatternError) {
        _ = Storage(code: try compile(regex, Options()))
    }

    private static func compile(_ regex: String, _ options: Options) throws(PatternError) -> OpaquePointer {
        var flags = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C | PCRE2_NO_UTF_CHECK
        if options.ignoresCase { flags |= PCRE2_CASELESS }
        if options.isAnchored { flags |= PCRE2_ANCHORED }
        if options.isStepped { flags |= PCRE2_USE_OFFSET_LIMIT }
        var errorCode: Int32 = 0
        var errorOffset = 0
        // One byte more than the expression, because an empty buffer may have no address.
        let code = (Array(regex.utf8) + [0]).withUnsafeBufferPointer {
            pcre2_compile_8($0.baseAddress, $0.count - 1, flags, &errorCode, &errorOffset, nil)
        }
        guard let code else {
            // No fault of the expression, and a run without it would find less and not say why: the process ends, as Swift's own code ends it.
            precondition(errorCode != PCRE2_ERROR_HEAP_FAILED, "no memory to compile a pattern")
            let message = message(of: errorCode)
            throw PatternError(offset: place(ofErrorAt: errorOffset, message, in: Array(regex.utf8)), message: message)
        }
        return code
    }

    /// A group's number by its name.
    package func group(named name: String) -> Int? { groupNames.first { $0.name == name }?.number }

    /// The bytes of which every match must begin with one, as PCRE2 has worked them out; `nil` where it knows of none.
    package var firstBytes: [UInt8]? { storage.firstBytes() }

    /// Whether the machine-code compiler took it; `(*NO_JIT)` and a few constructs are interpreted.
    package var isJustInTime: Bool { code.isJustInTime }

    /// The compiled code, good as long as this pattern lives.
    var code: Code { Code(pointer: storage.code, storage: storage) }

    /// Copied without counting references.
    struct Code: @unchecked Sendable {
        fileprivate let pointer: OpaquePointer
        fileprivate unowned(unsafe) let storage: Storage

        /// Makes the machine code, if nobody has.
        @inline(__always)
        var isJustInTime: Bool {
            switch storage.machineCode.load(ordering: .acquiring) {
            case Storage.made: true
            case Storage.refused: false
            default: storage.makeMachineCode()
            }
        }
    }

    fileprivate var groupCount: Int { Int(storage.number(PCRE2_INFO_CAPTURECOUNT, as: UInt32.self)) }

    /// Owns the compiled code. After `init` only the machine code is added to it, once, before any search is run: that is why it may cross threads.
    fileprivate final class Storage: @unchecked Sendable {
        let code: OpaquePointer
        let machineCode = Atomic<UInt8>(unknown)
        static let unknown: UInt8 = 0, made: UInt8 = 1, refused: UInt8 = 2
        private static let making = Mutex(())

        init(code: OpaquePointer) { self.code = code }
        deinit { pcre2_code_free_8(code) }

        @inline(never)
        func makeMachineCode() -> Bool {
            Self.making.withLock { _ in
                if machineCode.load(ordering: .relaxed) == Self.unknown {
                    let isMade = pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE) == 0 && number(PCRE2_INFO_JITSIZE, as: Int.self) > 0
                    machineCode.store(isMade ? Self.made : Self.refused, ordering: .releasing)
                }
                return machineCode.load(ordering: .relaxed) == Self.made
            }
        }

        func number<Value: FixedWidthInteger>(_ what: Int32, as type: Value.Type) -> Value {
            var value: Value = 0
            _ = pcre2_pattern_info_8(code, UInt32(bitPattern: what), &value)
            return value
        }

        func firstBytes() -> [UInt8]? {
            if number(PCRE2_INFO_FIRSTCODETYPE, as: UInt32.self) == 1 {
                let unit = number(PCRE2_INFO_FIRSTCODEUNIT, as: UInt32.self)
                // Of a letter PCRE2 does not tell whether its other case will do as well.
                return unit < 0x80 && !Unicode.Scalar(UInt8(unit)).isWordCharacter ? [UInt8(unit)] : nil
            }
            var bitmap: UnsafePointer<UInt8>?
            guard pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_FIRSTBITMAP), &bitmap) == 0, let bitmap else { return nil }
            return (0...255).filter { bitmap[Int($0) / 8] >> ($0 % 8) & 1 != 0 }
        }

        /// Where the expression's first callout ends.
        var firstCallout: Int? {
            var offset = 0
            let found = pcre2_callout_enumerate_8(
                code,
                { block, result in
                    if let block, let result { result.assumingMemoryBound(to: Int.self).pointee = Int(block.pointee.pattern_position) }
                    return 1
                }, &offset)
            return found == 1 ? offset : nil
        }

        func groupNames() -> [(name: String, number: Int)] {
            let count = Int(number(PCRE2_INFO_NAMECOUNT, as: UInt32.self))
            let size = Int(number(PCRE2_INFO_NAMEENTRYSIZE, as: UInt32.self))
            var table: UnsafePointer<UInt8>?
            guard count > 0, pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMETABLE), &table) == 0, let table else { return [] }
            return (0..<count).map { index in
                let entry = table + index * size
                return (String(cString: entry + 2), Int(entry[0]) << 8 | Int(entry[1]))
            }
        }
    }
}

/// What one search came to. A limit that was reached is never "no match".
package enum SearchOutcome: Equatable, Sendable {
    case match(Range<Int>)
    case none
    case limit(SearchLimit)
}

/// Which bound stopped a search.
package enum SearchLimit: String, Equatable, Sendable {
    case matchLimit = "the match limit"
    case depthLimit = "the depth limit"
    case heapLimit = "the heap limit"
    case stackLimit = "the stack of the compiled code"
    case recursionLoop = "a recursion without end"
    case time = "the time budget"
    case other = "an error inside PCRE2"
}

/// What a thread needs to run patterns: match data, the JIT's stack and the limits. Not shared; one a thread.
struct MatchWorkspace: ~Copyable {
    private let data: OpaquePointer
    /// The places of the last match and its groups, in pairs.
    private let places: UnsafeMutablePointer<Int>
    private let stack: OpaquePointer?
    /// Stops a search that is at all unusual; such a search is begun again with `full`.
    private let quick: OpaquePointer
    private let full: OpaquePointer

    enum Effort { case quick, full }

    /// Backtracking steps allowed at one starting point. The JIT takes about 2.5 ns a step, the interpreter 15.
    static let quickMatchLimit: UInt32 = 2_000
    static let fullMatchLimit: UInt32 = 200_000
    static let heapLimitKiB: UInt32 = 64 * 1024
    static let depthLimit: UInt32 = 20_000
    /// Groups whose places are kept; more may stand in an expression.
    static let keptGroups: UInt32 = 64

    /// `nil` when memory is out.
    init?() {
        guard let data = pcre2_match_data_create_8(Self.keptGroups, nil), let places = pcre2_get_ovector_pointer_8(data) else { return nil }
        guard let quick = pcre2_match_context_create_8(nil), let full = pcre2_match_context_create_8(nil) else { return nil }
        let stack = pcre2_jit_stack_create_8(32 * 1024, 1024 * 1024, nil)
        for (context, limit) in [(quick, Self.quickMatchLimit), (full, Self.fullMatchLimit)] {
            pcre2_set_match_limit_8(context, limit)
            pcre2_set_heap_limit_8(context, Self.heapLimitKiB)
            pcre2_set_depth_limit_8(context, Self.depthLimit)
            if let stack { pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack)) }
        }
        (self.data, self.places, self.stack, self.quick, self.full) = (data, places, stack, quick, full)
    }

    deinit {
        pcre2_match_data_free_8(data)
        pcre2_match_context_free_8(quick)
        pcre2_match_context_free_8(full)
        if let stack { pcre2_jit_stack_free_8(stack) }
    }

    /// Searches from `start` on; with a stepped pattern only starting points up to `last` are tried.
    /// The subject must be valid UTF-8, and `start` must not split a character.
    func search(
        _ pattern: CompiledPattern, in subject: UnsafeBufferPointer<UInt8>, from start: Int, to last: Int? = nil, effort: Effort
    ) -> SearchOutcome {
        guard let last, pattern.options.isStepped else { return search(pattern.code, in: subject, from: start, effort: effort) }
        let context = effort == .quick ? quick : full
        pcre2_set_offset_limit_8(context, last)
        defer { pcre2_set_offset_limit_8(context, -1) }
        return search(pattern.code, in: subject, from: start, effort: effort)
    }

    /// The same with the code of a pattern that lives.
    @inline(__always)
    func search(_ code: CompiledPattern.Code, in subject: UnsafeBufferPointer<UInt8>, from start: Int, effort: Effort) -> SearchOutcome {
        let context = effort == .quick ? quick : full
        guard let base = subject.baseAddress else { return .none }
        let result =
            code.isJustInTime
            ? pcre2_jit_match_8(code.pointer, base, subject.count, start, 0, data, context)
            : pcre2_match_8(code.pointer, base, subject.count, start, PCRE2_NO_UTF_CHECK, data, context)
        if result >= 0 { return .match(places[0]..<max(places[0], places[1])) }
        switch result {
        case PCRE2_ERROR_NOMATCH: return .none
        case PCRE2_ERROR_MATCHLIMIT: return .limit(.matchLimit)
        case PCRE2_ERROR_DEPTHLIMIT: return .limit(.depthLimit)
        case PCRE2_ERROR_HEAPLIMIT: return .limit(.heapLimit)
        case PCRE2_ERROR_JIT_STACKLIMIT: return .limit(.stackLimit)
        case PCRE2_ERROR_RECURSELOOP: return .limit(.recursionLoop)
        default: return .limit(.other)
        }
    }

    /// The place of a group in the last match; `nil` where it took no part.
    func group(_ number: Int) -> Range<Int>? {
        guard number < Int(Self.keptGroups) else { return nil }
        let (start, end) = (places[2 * number], places[2 * number + 1])
        return start >= 0 && end >= start ? start..<end : nil
    }
}

/// The byte an author should look at. PCRE2 mostly points behind the item it did not like, and to the end where something is missing.
private func place(ofErrorAt offset: Int, _ message: String, in regex: [UInt8]) -> Int {
    var place = min(max(0, offset), regex.count)
    let isExact = ["missing", "unmatched", "lookbehind", "range", "quantifier"].contains { message.hasPrefix($0) }
    if isExact || place == 0 { return place }
    place -= 1
    while place > 0, regex[place] & 0xC0 == 0x80 { place -= 1 }
    return place
}

/// PCRE2's own words for an error.
private func message(of code: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let length = pcre2_get_error_message_8(code, &buffer, buffer.count)
    return length > 0 ? String(decoding: buffer.prefix(Int(length)), as: UTF8.self) : "error \(code)"
}
