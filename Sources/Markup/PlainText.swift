extension HTMLDocument {
    /// The words below a node as a reader sees them: white space collapsed, an empty line between paragraphs,
    /// a line feed for `<br>` and between list items, rows and lines of code. `<pre>` keeps its white space.
    ///
    /// - Parameter excluding: nodes that are left out, with all below them. Scripts, styles, templates and form fields always are.
    package func plainText(_ node: Int, excluding: (Int) -> Bool = { _ in false }) -> String {
        var writer = PlainTextWriter()
        write(subtree(node), to: &writer, excluding: excluding)
        return writer.finish()
    }

    /// The words of several nodes, one after the other, as `plainText` of each.
    package func plainText(of list: some Sequence<Int>, excluding: (Int) -> Bool = { _ in false }) -> String {
        var writer = PlainTextWriter()
        for node in list { write(subtree(node), to: &writer, excluding: excluding) }
        return writer.finish()
    }

    /// The words of a run of nodes, which need not be a whole subtree.
    package func plainText(nodes: Range<Int>, excluding: (Int) -> Bool = { _ in false }) -> String {
        var writer = PlainTextWriter()
        write(nodes, to: &writer, excluding: excluding)
        return writer.finish()
    }

    /// The words below a node on one line.
    package func line(_ node: Int, excluding: (Int) -> Bool = { _ in false }) -> String {
        var writer = PlainTextWriter(isOneLine: true)
        write(subtree(node), to: &writer, excluding: excluding)
        return writer.finish()
    }

    private func write(_ range: Range<Int>, to writer: inout PlainTextWriter, excluding: (Int) -> Bool) {
        var open: [(end: Int, flow: Flow)] = []
        var preformatted = 0
        var index = range.lowerBound
        while index < range.upperBound {
            while let last = open.last, last.end <= index {
                open.removeLast()
                writer.breakLine(last.flow)
                if last.flow == .preformatted { preformatted -= 1 }
            }
            if excluding(index) {
                index = end(index)
                continue
            }
            let name = name(index)
            if name == .text {
                writer.append(textBytes(index), preformatted: preformatted > 0)
                index += 1
                continue
            }
            let flow = Flow(name)
            switch flow {
            case .hidden:
                index = end(index)
                continue
            case .lineBreak: writer.lineFeed()
            case .inline: break
            case .cell: writer.space()
            case .paragraph, .line, .preformatted:
                writer.breakLine(flow)
                open.append((end(index), flow))
                if flow == .preformatted { preformatted += 1 }
            }
            index += 1
        }
        for last in open.reversed() { writer.breakLine(last.flow) }
    }
}

/// How an element parts the text around it.
package enum Flow: Sendable {
    case inline, paragraph, line, cell, lineBreak, preformatted, hidden

    package init(_ name: Name) {
        switch name {
        case .p, .div, .blockquote, .section, .article, .aside, .header, .footer, .main, .nav, .h1, .h2, .h3, .h4, .h5, .h6, .ul, .ol,
            .dl, .table, .figure, .figcaption, .form, .fieldset, .details, .summary, .address, .hr, .center, .hgroup, .caption, .dialog,
            .menu, .noscript, .body, .html, .document, .legend:
            self = .paragraph
        case .li, .dt, .dd, .tr, .tbody, .thead, .tfoot: self = .line
        case .td, .th: self = .cell
        case .br: self = .lineBreak
        case .pre, .xmp, .listing: self = .preformatted
        case .script, .style, .template, .textarea, .select, .input, .head, .iframe, .object, .svg, .math, .option, .datalist, .noframes,
            .video, .audio, .canvas, .title:
            self = .hidden
        default: self = .inline
        }
    }
}

/// Collapses white space and lays out paragraphs, on bytes.
struct PlainTextWriter {
    private var bytes: [UInt8] = []
    private var pendingSpace = false
    private var pendingBreaks = 0
    /// Columns of white space before the line of preformatted text that comes next.
    private var indent = 0
    private let isOneLine: Bool

    init(isOneLine: Bool = false) { self.isOneLine = isOneLine }

    mutating func append(_ text: ArraySlice<UInt8>, preformatted: Bool) {
        if preformatted, !isOneLine { return appendPreformatted(text) }
        text.withUnsafeBufferPointer { text in
            var at = 0
            while at < text.count {
                let width = spaceWidth(text, at)
                if width > 0 {
                    pendingSpace = true
                    at += width
                    continue
                }
                if isZeroWidth(text, at) {
                    at += 3
                    continue
                }
                // A run of words with one blank between each, as most texts are.
                var stop = at + 1
                while stop < text.count {
                    // Eight at a time, where all are ASCII and none is a control sign, a blank at the end, or a blank behind a blank.
                    if stop + 8 <= text.count, PlainTextWriter.areWords(UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: stop, as: UInt64.self)) {
                        stop += 8
                    } else if isPlain(text[stop]) || text[stop] == 0x20 && stop + 1 < text.count && isPlain(text[stop + 1]) {
                        stop += 1
                    } else {
                        break
                    }
                }
                flush()
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[at..<stop]))
                at = stop
            }
        }
    }

    mutating func space() { pendingSpace = true }

    /// `<br>`: one line feed; two in a row part paragraphs.
    mutating func lineFeed() { if !bytes.isEmpty { pendingBreaks = min(2, pendingBreaks + 1) } }

    mutating func breakLine(_ flow: Flow) {
        indent = 0
        guard !bytes.isEmpty else { return }
        pendingBreaks = max(pendingBreaks, flow == .line ? 1 : 2)
    }

    mutating func finish() -> String { String(decoding: bytes, as: UTF8.self) }

    private mutating func flush() {
        if pendingBreaks > 0, !isOneLine {
            bytes.append(0x0A)
            if pendingBreaks > 1 { bytes.append(0x0A) }
        } else if (pendingSpace || pendingBreaks > 0), !bytes.isEmpty {
            bytes.append(0x20)
        }
        pendingSpace = false
        pendingBreaks = 0
    }

    private mutating func appendPreformatted(_ text: ArraySlice<UInt8>) {
        for byte in text {
            if byte == 0x0A || byte == 0x0D {
                if byte == 0x0A, !bytes.isEmpty { pendingBreaks = min(2, pendingBreaks + 1) }
                pendingSpace = false
                indent = 0
            } else if byte <= 0x20, pendingBreaks > 0 || bytes.isEmpty || pendingSpace {
                pendingSpace = true
                if pendingBreaks > 0 { indent += byte == 0x09 ? 4 : 1 }
            } else {
                let width = pendingBreaks > 0 ? indent : 0
                flush()
                for _ in 0..<width { bytes.append(0x20) }
                indent = 0
                bytes.append(byte <= 0x20 ? 0x20 : byte)
            }
        }
    }

    /// Whether eight bytes, the first one lowest, are printing ASCII with one blank between words and none at the end.
    private static func areWords(_ eight: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101, highs = ones << 7
        // A byte below 0x20, or above 0x7F.
        if ((eight &- ones &* 0x20) | eight) & highs != 0 { return false }
        // The high bit of each blank: exact for bytes below 0x80.
        let blanks = ~((eight ^ ones &* 0x20) &+ ones &* 0x7F) & highs
        return blanks & (blanks << 8) == 0 && blanks >> 63 == 0
    }

    /// Whether a byte is no white space and begins none.
    private func isPlain(_ byte: UInt8) -> Bool { byte > 0x20 && byte != 0xC2 && byte != 0xE2 && byte != 0xEF }

    /// Bytes of the white space that begins here: ASCII, U+00A0, U+2000–200A, U+2028/9, U+202F; U+3000 is kept.
    private func spaceWidth(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
        switch text[at] {
        case 0x00...0x20: return 1
        case 0xC2 where at + 1 < text.count && text[at + 1] == 0xA0: return 2
        case 0xE2 where at + 2 < text.count && text[at + 1] == 0x80:
            let last = text[at + 2]
            return (0x80...0x8A).contains(last) || last == 0xA8 || last == 0xA9 || last == 0xAF ? 3 : 0
        default: return 0
        }
    }

    /// U+200B and U+FEFF, which a reader does not see: they vanish, and part no word.
    private func isZeroWidth(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        guard at + 2 < text.count else { return false }
        return (text[at], text[at + 1], text[at + 2]) == (0xE2, 0x80, 0x8B) || (text[at], text[at + 1], text[at + 2]) == (0xEF, 0xBB, 0xBF)
    }
}
