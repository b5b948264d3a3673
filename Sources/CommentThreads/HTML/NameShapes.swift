internal import Markup

/// Calls `body` with each word of a `class`, an `id` or the like.
func forEachToken(_ value: ArraySlice<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) { value.withUnsafeBufferPointer { forEachToken($0, body) } }

func forEachToken(_ value: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var at = 0
    while at < value.count {
        while at < value.count, value[at] <= 0x20 { at += 1 }
        var stop = at
        while stop < value.count, value[stop] > 0x20 { stop += 1 }
        if stop > at { body(UnsafeBufferPointer(rebasing: value[at..<stop])) }
        at = stop
    }
}

/// FNV-1a over a name with every run of digits (and of hexadecimal digits that holds one) taken as one mark,
/// so that `comment-12` and `comment-6a00d8` are of one shape; and how many letters it has besides.
func nameHash(_ name: ArraySlice<UInt8>) -> (hash: UInt64, size: Int) { name.withUnsafeBufferPointer(nameHash) }

func nameHash(_ name: UnsafeBufferPointer<UInt8>) -> (hash: UInt64, size: Int) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var size = 0
    var at = name.startIndex
    while at < name.endIndex {
        var stop = at
        var digits = 0
        while stop < name.endIndex, isHexadecimal(name[stop]) {
            if (0x30...0x39).contains(name[stop]) { digits += 1 }
            stop += 1
        }
        if digits > 0 {
            hash = (hash ^ 0x30) &* 0x100_0000_01b3
            at = stop
            continue
        }
        stop = max(stop, at + 1)
        for byte in name[at..<stop] {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
            if byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A { size += 1 }
        }
        at = stop
    }
    return (hash, size)
}

/// Whether a class word only lays an element out: `d-flex`, `gap-2`, `mb-3`, `w-100`, `md:p-4`, `odd`. Elements of any job share these.
func isLayoutWord(_ token: UnsafeBufferPointer<UInt8>) -> Bool {
    if Hints.isUtility(token) || stripes.contains(where: { token.count == $0.count && token.elementsEqual($0) }) { return true }
    guard let first = token.prefix(9).firstIndex(of: 0x2D) else { return token.count == 4 && (packed(token[...]) == flexWord || packed(token[...]) == gridWord) }
    guard first > 0, let last = token.lastIndex(of: 0x2D), last + 1 < token.count, let head = packed(token[..<first]), layoutHeads.contains(head) else { return false }
    let tail = token[(last + 1)...]
    return tail.allSatisfy { (0x30...0x39).contains($0) } || packed(tail).map(layoutTails.contains) ?? false
}

/// What tells a row from its neighbours and not from other rows.
private let stripes = ["odd", "even", "alt", "first", "last"].map { Array($0.utf8) }

/// Up to eight bytes as one number; `nil` for more.
private func packed(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64? { bytes.count > 8 ? nil : bytes.reduce(0) { $0 << 8 | UInt64($1) } }
private func packed(_ word: String) -> UInt64 { word.utf8.reduce(0) { $0 << 8 | UInt64($1) } }
private let flexWord = packed("flex"), gridWord = packed("grid")

/// Beginnings and ends of the layout classes of Bootstrap and Tailwind.
private let layoutHeads = Set(["flex", "grid", "d", "gap", "align", "items", "self", "w", "h", "m", "mb", "mt", "mx", "my", "ml", "mr", "ms", "me", "p", "pb", "pt", "px", "py", "pl", "pr", "ps", "pe", "fw", "fs", "position", "overflow", "rounded", "border", "bg", "min", "max", "list", "order", "float"].map(packed))
private let layoutTails = Set(["flex", "inline", "block", "none", "auto", "full", "start", "end", "center", "between", "wrap", "nowrap", "column", "row", "grow", "shrink", "sm", "md", "lg", "xl", "relative", "absolute", "hidden", "unstyled", "circle", "bold", "normal", "white", "baseline", "stretch", "col"].map(packed))

private func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
}

/// "ab q", "mk ml l": class words of two letters, which a build made for single properties.
func isAtomicClass(_ value: ArraySlice<UInt8>) -> Bool {
    var isAtomic = true
    forEachToken(value) { if $0.count > 2 { isAtomic = false } }
    return isAtomic
}
