internal import CLibXML2

extension HTMLDocument {
    /// Reads an HTML page with libxml2's SAX interface, straight into the arena. Never fails: any bytes give a document; `isWhole`
    /// says whether memory sufficed.
    ///
    /// - Parameter utf8: the decoded page; it must be valid UTF-8 without NUL (`PageReading` sees to that). Pages up to 2 GiB.
    package convenience init(utf8: [UInt8], limits: MarkupLimits = MarkupLimits()) {
        self.init(utf8.withUnsafeBufferPointer { HTMLBuilder.read($0, limits: limits, isMarked: true) })
    }

    /// The same with all of the page in the parser's hands: what the quicker way is to be equal to.
    convenience init(parserReadsAll utf8: [UInt8]) {
        self.init(utf8.withUnsafeBufferPointer { HTMLBuilder.read($0, limits: MarkupLimits(), isMarked: false) })
    }
}

/// Receives libxml2's events and lays down nodes. All of libxml2's HTML parser that the project touches is in this file.
/// A structure behind a pointer, for the events of a page are many and access to a class's parts is checked each time.
private struct HTMLBuilder {
    private var nodes: [HTMLDocument.Node] = []
    private var attributes: [HTMLDocument.Attribute] = []
    private var bytes: [UInt8] = []
    private var classes = ValueTable()
    private var interned = InternedNames()
    private var foreignNames: [String] = []
    private var foreignNumbers: [String: UInt16] = [:]
    private var open: [Int32] = [0]
    private var context: htmlParserCtxtPtr?
    /// Templates that the markup declares to be shadow roots: what stands in them is shown, as what stands in other templates is not.
    private var shadowRoots: [Int] = []
    /// The page as it was, and as the parser has it.
    private let source: UnsafeBufferPointer<UInt8>
    private let page: ParserPage
    /// How far places were traced back to the page as it was.
    private var step = 0
    /// Whether a mark stands where none should.
    private var isMisread = false
    private var lostNames = 0
    private var lostAttributes = 0
    /// Open elements beyond the depth limit, and all there were.
    private var tooDeep = 0
    private var flattened = 0
    private var isWhole = true
    private let limits: MarkupLimits

    static func read(_ source: UnsafeBufferPointer<UInt8>, limits: MarkupLimits, isMarked: Bool) -> HTMLDocument.Parts {
        let page = ParserPage(source, attributes: limits.attributes, isMarked: isMarked)
        var builder = HTMLBuilder(source, page, limits)
        page.bytes.withUnsafeBufferPointer { builder.read($0) }
        // Where markup is so broken that the parser takes a mark for anything else, it gets all of the page: nothing is lost.
        if builder.isMisread { return read(source, limits: limits, isMarked: false) }
        return builder.finish()
    }

    private init(_ source: UnsafeBufferPointer<UInt8>, _ page: ParserPage, _ limits: MarkupLimits) {
        self.source = source
        self.page = page
        self.limits = limits
        nodes.reserveCapacity(source.count / 24 + 16)
        attributes.reserveCapacity(source.count / 48 + 16)
        bytes.reserveCapacity(source.count + 64)
        nodes.append(node(.document))
    }

    private mutating func read(_ input: UnsafeBufferPointer<UInt8>) {
        guard !input.isEmpty else { return }
        guard let context = parserContext(input) else {
            isWhole = false
            return
        }
        defer { htmlFreeParserCtxt(context) }
        self.context = context
        context.pointee.sax!.pointee = HTMLBuilder.handlers()
        withUnsafeMutablePointer(to: &self) {
            context.pointee.userData = UnsafeMutableRawPointer($0)
            htmlParseDocument(context)
        }
        // It stops reading there, and says nothing.
        isWhole = context.pointee.errNo != Int32(XML_ERR_NO_MEMORY.rawValue)
        self.context = nil
    }

    private mutating func finish() -> HTMLDocument.Parts {
        let end = Int32(nodes.count)
        for root in shadowRoots { nodes[root].name = .div }
        for index in open { nodes[Int(index)].end = end }
        if let last = nodes.last?.sourceEnd { for index in open { nodes[Int(index)].sourceEnd = max(last, nodes[Int(index)].sourceEnd) } }
        var notes: [String] = []
        let droppedAttributes = page.droppedAttributes + lostAttributes
        if droppedAttributes > 0 { notes.append("limit:attributes: \(droppedAttributes) attributes beyond the first \(limits.attributes) of an element were left out; --max-attributes") }
        if flattened > 0 { notes.append("limit:depth: \(flattened) elements more than \(limits.depth) deep were laid beside each other; --max-depth") }
        if lostNames > 0 { notes.append("limit:names: \(lostNames) elements or attributes with unknown names beyond 60,000 were left out") }
        return HTMLDocument.Parts(nodes: nodes, attributes: attributes, bytes: bytes, classValues: classes.values, foreignNames: foreignNames, limits: notes, isWhole: isWhole)
    }

    private mutating func node(_ name: Name) -> HTMLDocument.Node {
        let position = sourcePosition
        return HTMLDocument.Node(
            name: name, attributeCount: 0, parent: open.last ?? 0, end: 0, first: 0, last: 0,
            sourceStart: position, sourceEnd: position)
    }

    /// Bytes of its page that the parser has read.
    private var position: Int {
        guard let input = context?.pointee.input else { return 0 }
        return Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
    }

    /// The same in the page as it was.
    private var sourcePosition: Int32 {
        mutating get { Int32(clamping: page.original(position, from: &step)) }
    }

    private mutating func start(_ text: UnsafePointer<UInt8>, _ list: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) {
        guard let name = name(text) else { return }
        var entry = node(name)
        entry.first = Int32(attributes.count)
        if var pair = list {
            var count = 0
            while let key = pair[0] {
                // More can come of markup that is broken in a way the count before it did not foresee.
                if count == Int(UInt16.max) {
                    lostAttributes += 1
                } else if let name = self.name(key) {
                    let from = Int32(bytes.count)
                    if let value = pair[1] { append(UnsafeBufferPointer(start: value, count: length(value))) }
                    let value = name == .class ? classes.number(of: Int(from)..<bytes.count, in: bytes) : 0
                    attributes.append(.init(name: name, start: from, end: Int32(bytes.count), value: Int32(value)))
                    count += 1
                }
                pair += 2
            }
            entry.attributeCount = UInt16(count)
            if name == .template, attributes[Int(entry.first)...].contains(where: { $0.name == .shadowrootmode }) { shadowRoots.append(nodes.count) }
        }
        if open.count > limits.depth {
            tooDeep += 1
            flattened += 1
            entry.end = Int32(nodes.count + 1)
        } else {
            open.append(Int32(nodes.count))
        }
        nodes.append(entry)
    }

    private mutating func end(_ text: UnsafePointer<UInt8>) {
        guard open.count > 1, let name = name(text) else { return }
        if tooDeep > 0 {
            tooDeep -= 1
            return
        }
        // libxml2 closes what it opened, in order; should a name not fit, the nearest open element of that name is meant.
        var depth = open.count - 1
        while depth > 0, nodes[Int(open[depth])].name != name { depth -= 1 }
        guard depth > 0 else { return }
        let end = Int32(nodes.count), position = sourcePosition
        while open.count > depth {
            let index = Int(open.removeLast())
            nodes[index].end = end
            nodes[index].sourceEnd = max(position, nodes[index].sourceStart)
        }
    }

    private mutating func characters(_ text: UnsafePointer<UInt8>, _ count: Int) {
        guard count > 0 else { return }
        let text = UnsafeBufferPointer(start: text, count: count)
        // Runs of text arrive in pieces; a piece that follows another one is the same node.
        let last = nodes.count - 1
        if nodes[last].name == .text, nodes[last].parent == open.last!, Int(nodes[last].last) == bytes.count {
            append(text)
            nodes[last].last = Int32(bytes.count)
            nodes[last].sourceEnd = sourcePosition
            return
        }
        var entry = node(.text)
        entry.first = Int32(bytes.count)
        append(text)
        entry.last = Int32(bytes.count)
        entry.end = Int32(nodes.count + 1)
        entry.sourceStart = max(0, entry.sourceEnd - (entry.last - entry.first))
        nodes.append(entry)
    }

    /// Text or a value, or what a mark in its place stands for.
    private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        if let range = page.marked(text) {
            bytes.append(contentsOf: source[range])
        } else {
            isMisread = isMisread || page.holdsMark(text)
            bytes.append(contentsOf: text)
        }
    }

    private mutating func name(_ text: UnsafePointer<UInt8>) -> Name? {
        if let known = interned.name(at: text) { return known }
        let name = readName(text)
        // What stands in the parser's own dictionary stays there as long as it reads.
        if let name, let dictionary = context?.pointee.dict, xmlDictOwns(dictionary, text) == 1 { interned.insert(name, at: text) }
        return name
    }

    private mutating func readName(_ text: UnsafePointer<UInt8>) -> Name? {
        let buffer = UnsafeBufferPointer(start: text, count: length(text))
        if let known = Name(utf8: buffer) { return known }
        // libxml2 lowers element names and attribute names; foreign ones come as they are.
        let string = String(decoding: buffer, as: UTF8.self).lowercased()
        if let number = foreignNumbers[string] { return Name(rawValue: number) }
        guard foreignNames.count < 60_000 else {
            lostNames += 1
            return nil
        }
        let number = Name.firstForeign + UInt16(foreignNames.count)
        foreignNames.append(string)
        foreignNumbers[string] = number
        return Name(rawValue: number)
    }

    private func length(_ text: UnsafePointer<UInt8>) -> Int {
        Int(xmlStrlen(text))
    }

    private static func of(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<HTMLBuilder> {
        pointer!.assumingMemoryBound(to: HTMLBuilder.self)
    }

    private static func handlers() -> xmlSAXHandler {
        var sax = xmlSAXHandler()
        sax.startElement = { HTMLBuilder.of($0).pointee.start($1!, $2) }
        sax.endElement = { HTMLBuilder.of($0).pointee.end($1!) }
        sax.characters = { HTMLBuilder.of($0).pointee.characters($1!, Int($2)) }
        sax.ignorableWhitespace = { HTMLBuilder.of($0).pointee.characters($1!, Int($2)) }
        sax.cdataBlock = { HTMLBuilder.of($0).pointee.characters($1!, Int($2)) }
        return sax
    }
}

/// The names that the parser keeps once each, by where they stand: most need not be read again.
private struct InternedNames {
    private var places = [UInt](repeating: 0, count: 512)
    private var names = [Name](repeating: .document, count: 512)
    private var count = 0

    func name(at text: UnsafePointer<UInt8>) -> Name? {
        let place = UInt(bitPattern: text)
        var slot = InternedNames.slot(place)
        while places[slot] != 0 {
            if places[slot] == place { return names[slot] }
            slot = (slot + 1) & 511
        }
        return nil
    }

    /// Half of the table stays free; names beyond that are read each time.
    mutating func insert(_ name: Name, at text: UnsafePointer<UInt8>) {
        guard count < 256 else { return }
        var slot = InternedNames.slot(UInt(bitPattern: text))
        while places[slot] != 0 { slot = (slot + 1) & 511 }
        places[slot] = UInt(bitPattern: text)
        names[slot] = name
        count += 1
    }

    private static func slot(_ place: UInt) -> Int { Int(truncatingIfNeeded: (place &* 0x9E37_79B9_7F4A_7C15) >> 55) }
}

/// A parser for a page that is UTF-8; `nil` for an empty one. The caller frees it.
private func parserContext(_ input: UnsafeBufferPointer<UInt8>) -> htmlParserCtxtPtr? {
    guard let base = input.baseAddress, !input.isEmpty else { return nil }
    xmlInitParser()
    let memory = UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self)
    guard let context = htmlCreateMemoryParserCtxt(memory, Int32(clamping: input.count)) else { return nil }
    // The page is UTF-8 by now, whatever its <meta> says; HUGE keeps what lies under 256 nested elements.
    let options = HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        | HTML_PARSE_NONET.rawValue | HTML_PARSE_RECOVER.rawValue | UInt32(XML_PARSE_HUGE.rawValue)
    htmlCtxtUseOptions(context, Int32(bitPattern: options))
    xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
    return context
}

/// What libxml2's SAX parse of a page takes by itself, for a measure to compare with: nothing is kept of it but the number of its events.
package func countParserEvents(utf8: [UInt8]) -> Int {
    var count = 0
    utf8.withUnsafeBufferPointer { page in
        guard let context = parserContext(page) else { return }
        defer { htmlFreeParserCtxt(context) }
        var sax = xmlSAXHandler()
        sax.startElement = { user, _, _ in user?.assumingMemoryBound(to: Int.self).pointee += 1 }
        sax.endElement = { user, _ in user?.assumingMemoryBound(to: Int.self).pointee += 1 }
        sax.characters = { user, _, _ in user?.assumingMemoryBound(to: Int.self).pointee += 1 }
        sax.ignorableWhitespace = sax.characters
        sax.cdataBlock = sax.characters
        context.pointee.sax!.pointee = sax
        withUnsafeMutablePointer(to: &count) {
            context.pointee.userData = UnsafeMutableRawPointer($0)
            htmlParseDocument(context)
        }
    }
    return count
}
