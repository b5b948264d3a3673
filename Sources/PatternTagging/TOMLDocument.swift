package import TOMLKit

/// A TOML document, or the first thing that is wrong with it. All of TOMLKit's reading goes through here.
package func readTOML(_ text: String) throws(TOMLFault) -> TOMLTable {
    if let (place, reason) = abortingFault(in: text) {
        let before = text.utf8.prefix(place)
        let line = before.count { $0 == 0x0A } + 1
        let column = before.reversed().prefix { $0 != 0x0A }.count { $0 & 0xC0 != 0x80 } + 1
        throw TOMLFault(line: line, column: column, reason: reason)
    }
    do {
        return try TOMLTable(string: text)
    } catch let error as TOMLParseError {
        throw TOMLFault(line: error.source.begin.line, column: error.source.begin.column, reason: error.description)
    } catch {
        throw TOMLFault(line: 1, column: 1, reason: "not valid TOML")
    }
}

/// Why a text is no TOML document.
package struct TOMLFault: Error, CustomStringConvertible {
    /// From 1.
    package var line: Int
    /// From 1, in Unicode code points.
    package var column: Int
    package var reason: String

    package var description: String { "\(line):\(column): \(reason)" }
}

/// The first fault for which toml++ would end the program, where it takes something for granted: a table header with no key in it
/// (`[[#`, `[ä]`), a bracket that closes another kind than is open (`[ 1, }`), and a key of so many parts (`a.a.a.a …`) that the stack ends:
/// each part is a table in a table, and toml++ bounds the depth of values alone.
///
/// Values are passed over as TOML writes them; behind its first fault a document may be read wrongly here, and is refused either way.
/// - Returns: its byte, and why it is one.
private func abortingFault(in toml: String) -> (place: Int, reason: String)? {
    var lexer = BracketLexer(text: Array(toml.utf8))
    return lexer.firstFault()
}

private struct BracketLexer {
    let text: [UInt8]
    private var at = 0
    /// What closes the arrays and inline tables that are open.
    private var closers: [UInt8] = []
    /// Dots since something else than a key's parts.
    private var dots = 0

    /// Of a key. Within 256 inline tables, the most that toml++ reads, that is a depth any thread's stack bears.
    private static let mostParts = 8

    init(text: [UInt8]) {
        self.text = text
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    }

    mutating func firstFault() -> (place: Int, reason: String)? {
        var isAtLineStart = true
        while at < text.count {
            switch text[at] {
            case 0x20, 0x09, 0x0D: at += 1
            case UInt8(ascii: "."):
                if let fault = dot() { return fault }
            case 0x0A:
                isAtLineStart = closers.isEmpty
                dots = 0
                at += 1
            case UInt8(ascii: "#"): passOverLine()
            case UInt8(ascii: "[") where isAtLineStart:
                guard isNamed() else { return (at, "a table's name is made of letters, digits, hyphens and underscores, or stands in quotes") }
                if let fault = passOverHeader() { return fault }
            case UInt8(ascii: "="), UInt8(ascii: ","):
                dots = 0
                at += 1
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                // In ASCII each stands two before what closes it.
                closers.append(text[at] + 2)
                at += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                if let closer = closers.popLast(), closer != text[at] {
                    return (at, "'\(Unicode.Scalar(text[at]))' stands where '\(Unicode.Scalar(closer))' must close what is open")
                }
                at += 1
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                passOverString()
                isAtLineStart = false
            default:
                isAtLineStart = false
                at += 1
            }
        }
        return nil
    }

    /// Whether a key, or the end of an empty header, follows the brackets.
    private func isNamed() -> Bool {
        var next = at + 1
        func skipBlanks() { while next < text.count, text[next] == 0x20 || text[next] == 0x09 { next += 1 } }
        skipBlanks()
        if next < text.count, text[next] == UInt8(ascii: "[") {
            next += 1
            skipBlanks()
        }
        guard next < text.count else { return true }
        switch text[next] {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
        case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "]"): return true
        default: return false
        }
    }

    private mutating func passOverString() {
        let quote = text[at]
        let isLong = at + 2 < text.count && text[at + 1] == quote && text[at + 2] == quote
        at += isLong ? 3 : 1
        while at < text.count {
            if text[at] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                at += 2
            } else if text[at] == quote, !isLong || at + 2 < text.count && text[at + 1] == quote && text[at + 2] == quote {
                at += isLong ? 3 : 1
                // Up to two quotes may stand before the three that close.
                while isLong, at < text.count, text[at] == quote { at += 1 }
                return
            } else if text[at] == 0x0A, !isLong {
                return
            } else {
                at += 1
            }
        }
    }

    private mutating func passOverHeader() -> (place: Int, reason: String)? {
        dots = 0
        while at < text.count, text[at] != 0x0A, text[at] != UInt8(ascii: "#") {
            switch text[at] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): passOverString()
            case UInt8(ascii: "."): if let fault = dot() { return fault }
            default: at += 1
            }
        }
        return nil
    }

    private mutating func dot() -> (place: Int, reason: String)? {
        dots += 1
        if dots >= Self.mostParts { return (at, "a key has at most \(Self.mostParts) parts") }
        at += 1
        return nil
    }

    private mutating func passOverLine() {
        while at < text.count, text[at] != 0x0A { at += 1 }
    }
}
