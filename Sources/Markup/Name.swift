/// The name of an element or an attribute: a number, so that comparing is one instruction.
/// Names that HTML does not know get a number in their own page, from `firstForeign`.
public struct Name: Hashable, Sendable, RawRepresentable {
    public let rawValue: UInt16
    @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

    // Written out, for what `RawRepresentable` brings is generic and compares names by way of a witness table in other rooms.
    @inline(__always) @inlinable public static func == (a: Name, b: Name) -> Bool { a.rawValue == b.rawValue }
    @inline(__always) @inlinable public static func != (a: Name, b: Name) -> Bool { a.rawValue != b.rawValue }
    /// What `switch` compares with.
    @inline(__always) @inlinable public static func ~= (a: Name, b: Name) -> Bool { a.rawValue == b.rawValue }
    @inlinable public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }

    @inlinable public var isForeign: Bool { rawValue >= Name.firstForeign }
    /// `h1` to `h6`.
    @inlinable public var isHeading: Bool { self == .h1 || self == .h2 || self == .h3 || self == .h4 || self == .h5 || self == .h6 }
    package var known: String { Name.list[Int(rawValue)] }
    package init?(known text: String) {
        var text = text
        guard let number = text.withUTF8({ Name.byBytes.number(of: $0) }) else { return nil }
        self.init(rawValue: number)
    }

    /// A known name by its bytes, in lower case.
    init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
        guard let number = Name.byBytes.number(of: bytes) else { return nil }
        self.init(rawValue: number)
    }

    @inlinable public static var firstForeign: UInt16 { 1024 }
    private static let byBytes = NameTable(list)

    /// The document itself.
    @inlinable public static var document: Name { Name(rawValue: 0) }
    /// Character data. Elements and attributes have greater numbers.
    @inlinable public static var text: Name { Name(rawValue: 1) }
    @inlinable public static var html: Name { Name(rawValue: 2) }
    @inlinable public static var head: Name { Name(rawValue: 3) }
    @inlinable public static var body: Name { Name(rawValue: 4) }
    @inlinable public static var title: Name { Name(rawValue: 5) }
    @inlinable public static var meta: Name { Name(rawValue: 6) }
    @inlinable public static var link: Name { Name(rawValue: 7) }
    @inlinable public static var base: Name { Name(rawValue: 8) }
    @inlinable public static var script: Name { Name(rawValue: 9) }
    @inlinable public static var style: Name { Name(rawValue: 10) }
    @inlinable public static var noscript: Name { Name(rawValue: 11) }
    @inlinable public static var template: Name { Name(rawValue: 12) }
    @inlinable public static var iframe: Name { Name(rawValue: 13) }
    @inlinable public static var object: Name { Name(rawValue: 14) }
    @inlinable public static var embed: Name { Name(rawValue: 15) }
    @inlinable public static var param: Name { Name(rawValue: 16) }
    @inlinable public static var svg: Name { Name(rawValue: 17) }
    @inlinable public static var math: Name { Name(rawValue: 18) }
    @inlinable public static var canvas: Name { Name(rawValue: 19) }
    @inlinable public static var video: Name { Name(rawValue: 20) }
    @inlinable public static var audio: Name { Name(rawValue: 21) }
    @inlinable public static var source: Name { Name(rawValue: 22) }
    @inlinable public static var track: Name { Name(rawValue: 23) }
    @inlinable public static var map: Name { Name(rawValue: 24) }
    @inlinable public static var area: Name { Name(rawValue: 25) }
    @inlinable public static var picture: Name { Name(rawValue: 26) }
    @inlinable public static var img: Name { Name(rawValue: 27) }
    @inlinable public static var figure: Name { Name(rawValue: 28) }
    @inlinable public static var figcaption: Name { Name(rawValue: 29) }
    @inlinable public static var div: Name { Name(rawValue: 30) }
    @inlinable public static var span: Name { Name(rawValue: 31) }
    @inlinable public static var p: Name { Name(rawValue: 32) }
    @inlinable public static var br: Name { Name(rawValue: 33) }
    @inlinable public static var hr: Name { Name(rawValue: 34) }
    @inlinable public static var h1: Name { Name(rawValue: 35) }
    @inlinable public static var h2: Name { Name(rawValue: 36) }
    @inlinable public static var h3: Name { Name(rawValue: 37) }
    @inlinable public static var h4: Name { Name(rawValue: 38) }
    @inlinable public static var h5: Name { Name(rawValue: 39) }
    @inlinable public static var h6: Name { Name(rawValue: 40) }
    @inlinable public static var a: Name { Name(rawValue: 41) }
    @inlinable public static var b: Name { Name(rawValue: 42) }
    @inlinable public static var i: Name { Name(rawValue: 43) }
    @inlinable public static var u: Name { Name(rawValue: 44) }
    @inlinable public static var s: Name { Name(rawValue: 45) }
    @inlinable public static var em: Name { Name(rawValue: 46) }
    @inlinable public static var strong: Name { Name(rawValue: 47) }
    @inlinable public static var small: Name { Name(rawValue: 48) }
    @inlinable public static var big: Name { Name(rawValue: 49) }
    @inlinable public static var sub: Name { Name(rawValue: 50) }
    @inlinable public static var sup: Name { Name(rawValue: 51) }
    @inlinable public static var font: Name { Name(rawValue: 52) }
    @inlinable public static var center: Name { Name(rawValue: 53) }
    @inlinable public static var tt: Name { Name(rawValue: 54) }
    @inlinable public static var code: Name { Name(rawValue: 55) }
    @inlinable public static var pre: Name { Name(rawValue: 56) }
    @inlinable public static var kbd: Name { Name(rawValue: 57) }
    @inlinable public static var samp: Name { Name(rawValue: 58) }
    @inlinable public static var `var`: Name { Name(rawValue: 59) }
    @inlinable public static var q: Name { Name(rawValue: 60) }
    @inlinable public static var cite: Name { Name(rawValue: 61) }
    @inlinable public static var abbr: Name { Name(rawValue: 62) }
    @inlinable public static var acronym: Name { Name(rawValue: 63) }
    @inlinable public static var address: Name { Name(rawValue: 64) }
    @inlinable public static var blockquote: Name { Name(rawValue: 65) }
    @inlinable public static var ul: Name { Name(rawValue: 66) }
    @inlinable public static var ol: Name { Name(rawValue: 67) }
    @inlinable public static var li: Name { Name(rawValue: 68) }
    @inlinable public static var dl: Name { Name(rawValue: 69) }
    @inlinable public static var dt: Name { Name(rawValue: 70) }
    @inlinable public static var dd: Name { Name(rawValue: 71) }
    @inlinable public static var table: Name { Name(rawValue: 72) }
    @inlinable public static var caption: Name { Name(rawValue: 73) }
    @inlinable public static var thead: Name { Name(rawValue: 74) }
    @inlinable public static var tbody: Name { Name(rawValue: 75) }
    @inlinable public static var tfoot: Name { Name(rawValue: 76) }
    @inlinable public static var tr: Name { Name(rawValue: 77) }
    @inlinable public static var th: Name { Name(rawValue: 78) }
    @inlinable public static var td: Name { Name(rawValue: 79) }
    @inlinable public static var col: Name { Name(rawValue: 80) }
    @inlinable public static var colgroup: Name { Name(rawValue: 81) }
    @inlinable public static var form: Name { Name(rawValue: 82) }
    @inlinable public static var input: Name { Name(rawValue: 83) }
    @inlinable public static var button: Name { Name(rawValue: 84) }
    @inlinable public static var select: Name { Name(rawValue: 85) }
    @inlinable public static var option: Name { Name(rawValue: 86) }
    @inlinable public static var optgroup: Name { Name(rawValue: 87) }
    @inlinable public static var textarea: Name { Name(rawValue: 88) }
    @inlinable public static var label: Name { Name(rawValue: 89) }
    @inlinable public static var fieldset: Name { Name(rawValue: 90) }
    @inlinable public static var legend: Name { Name(rawValue: 91) }
    @inlinable public static var datalist: Name { Name(rawValue: 92) }
    @inlinable public static var output: Name { Name(rawValue: 93) }
    @inlinable public static var progress: Name { Name(rawValue: 94) }
    @inlinable public static var meter: Name { Name(rawValue: 95) }
    @inlinable public static var details: Name { Name(rawValue: 96) }
    @inlinable public static var summary: Name { Name(rawValue: 97) }
    @inlinable public static var dialog: Name { Name(rawValue: 98) }
    @inlinable public static var menu: Name { Name(rawValue: 99) }
    @inlinable public static var menuitem: Name { Name(rawValue: 100) }
    @inlinable public static var article: Name { Name(rawValue: 101) }
    @inlinable public static var section: Name { Name(rawValue: 102) }
    @inlinable public static var nav: Name { Name(rawValue: 103) }
    @inlinable public static var aside: Name { Name(rawValue: 104) }
    @inlinable public static var header: Name { Name(rawValue: 105) }
    @inlinable public static var footer: Name { Name(rawValue: 106) }
    @inlinable public static var main: Name { Name(rawValue: 107) }
    @inlinable public static var hgroup: Name { Name(rawValue: 108) }
    @inlinable public static var time: Name { Name(rawValue: 109) }
    @inlinable public static var mark: Name { Name(rawValue: 110) }
    @inlinable public static var ins: Name { Name(rawValue: 111) }
    @inlinable public static var del: Name { Name(rawValue: 112) }
    @inlinable public static var strike: Name { Name(rawValue: 113) }
    @inlinable public static var bdi: Name { Name(rawValue: 114) }
    @inlinable public static var bdo: Name { Name(rawValue: 115) }
    @inlinable public static var ruby: Name { Name(rawValue: 116) }
    @inlinable public static var rt: Name { Name(rawValue: 117) }
    @inlinable public static var rp: Name { Name(rawValue: 118) }
    @inlinable public static var wbr: Name { Name(rawValue: 119) }
    @inlinable public static var data: Name { Name(rawValue: 120) }
    @inlinable public static var slot: Name { Name(rawValue: 121) }
    @inlinable public static var frame: Name { Name(rawValue: 122) }
    @inlinable public static var frameset: Name { Name(rawValue: 123) }
    @inlinable public static var noframes: Name { Name(rawValue: 124) }
    @inlinable public static var applet: Name { Name(rawValue: 125) }
    @inlinable public static var marquee: Name { Name(rawValue: 126) }
    @inlinable public static var nobr: Name { Name(rawValue: 127) }
    @inlinable public static var dir: Name { Name(rawValue: 128) }
    @inlinable public static var isindex: Name { Name(rawValue: 129) }
    @inlinable public static var xmp: Name { Name(rawValue: 130) }
    @inlinable public static var listing: Name { Name(rawValue: 131) }
    @inlinable public static var plaintext: Name { Name(rawValue: 132) }
    @inlinable public static var id: Name { Name(rawValue: 133) }
    @inlinable public static var `class`: Name { Name(rawValue: 134) }
    @inlinable public static var href: Name { Name(rawValue: 135) }
    @inlinable public static var src: Name { Name(rawValue: 136) }
    @inlinable public static var alt: Name { Name(rawValue: 137) }
    @inlinable public static var rel: Name { Name(rawValue: 138) }
    @inlinable public static var name: Name { Name(rawValue: 139) }
    @inlinable public static var content: Name { Name(rawValue: 140) }
    @inlinable public static var property: Name { Name(rawValue: 141) }
    @inlinable public static var itemprop: Name { Name(rawValue: 142) }
    @inlinable public static var itemtype: Name { Name(rawValue: 143) }
    @inlinable public static var itemscope: Name { Name(rawValue: 144) }
    @inlinable public static var itemid: Name { Name(rawValue: 145) }
    @inlinable public static var datetime: Name { Name(rawValue: 146) }
    @inlinable public static var lang: Name { Name(rawValue: 147) }
    @inlinable public static var type: Name { Name(rawValue: 148) }
    @inlinable public static var value: Name { Name(rawValue: 149) }
    @inlinable public static var role: Name { Name(rawValue: 150) }
    @inlinable public static var action: Name { Name(rawValue: 151) }
    @inlinable public static var method: Name { Name(rawValue: 152) }
    @inlinable public static var width: Name { Name(rawValue: 153) }
    @inlinable public static var height: Name { Name(rawValue: 154) }
    @inlinable public static var hidden: Name { Name(rawValue: 155) }
    @inlinable public static var rev: Name { Name(rawValue: 156) }
    @inlinable public static var typeof: Name { Name(rawValue: 157) }
    @inlinable public static var about: Name { Name(rawValue: 158) }
    @inlinable public static var resource: Name { Name(rawValue: 159) }
    @inlinable public static var charset: Name { Name(rawValue: 160) }
    @inlinable public static var httpEquiv: Name { Name(rawValue: 161) }
    @inlinable public static var media: Name { Name(rawValue: 162) }
    @inlinable public static var target: Name { Name(rawValue: 163) }
    @inlinable public static var contentType: Name { Name(rawValue: 164) }
    @inlinable public static var dataSrc: Name { Name(rawValue: 165) }
    @inlinable public static var dataUrl: Name { Name(rawValue: 166) }
    @inlinable public static var dataId: Name { Name(rawValue: 167) }
    @inlinable public static var dataAuthor: Name { Name(rawValue: 168) }
    @inlinable public static var dataParent: Name { Name(rawValue: 169) }
    @inlinable public static var dataParentId: Name { Name(rawValue: 170) }
    @inlinable public static var dataCommentId: Name { Name(rawValue: 171) }
    @inlinable public static var dataDepth: Name { Name(rawValue: 172) }
    @inlinable public static var dataLevel: Name { Name(rawValue: 173) }
    @inlinable public static var dataTime: Name { Name(rawValue: 174) }
    @inlinable public static var dataTimestamp: Name { Name(rawValue: 175) }
    @inlinable public static var dataUtime: Name { Name(rawValue: 176) }
    @inlinable public static var dataDate: Name { Name(rawValue: 177) }
    @inlinable public static var dataSource: Name { Name(rawValue: 178) }
    @inlinable public static var dataUsername: Name { Name(rawValue: 179) }
    @inlinable public static var dataPreloaded: Name { Name(rawValue: 180) }
    @inlinable public static var dataPostId: Name { Name(rawValue: 181) }
    @inlinable public static var dataPostid: Name { Name(rawValue: 182) }
    @inlinable public static var dataPid: Name { Name(rawValue: 183) }
    @inlinable public static var dataUser: Name { Name(rawValue: 184) }
    @inlinable public static var ariaLabel: Name { Name(rawValue: 185) }
    @inlinable public static var ariaHidden: Name { Name(rawValue: 186) }
    @inlinable public static var ariaLevel: Name { Name(rawValue: 187) }
    @inlinable public static var indent: Name { Name(rawValue: 188) }
    @inlinable public static var level: Name { Name(rawValue: 189) }
    @inlinable public static var align: Name { Name(rawValue: 190) }
    @inlinable public static var shadowrootmode: Name { Name(rawValue: 191) }

    private static let list = [
        "#document", "#text",
        "html", "head", "body", "title", "meta", "link", "base", "script", "style", "noscript", "template", "iframe",
        "object", "embed", "param", "svg", "math", "canvas", "video", "audio", "source", "track", "map", "area",
        "picture", "img", "figure", "figcaption", "div", "span", "p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6",
        "a", "b", "i", "u", "s", "em", "strong", "small", "big", "sub", "sup", "font", "center", "tt", "code", "pre",
        "kbd", "samp", "var", "q", "cite", "abbr", "acronym", "address", "blockquote", "ul", "ol", "li", "dl", "dt",
        "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "col", "colgroup", "form", "input",
        "button", "select", "option", "optgroup", "textarea", "label", "fieldset", "legend", "datalist", "output",
        "progress", "meter", "details", "summary", "dialog", "menu", "menuitem", "article", "section", "nav", "aside",
        "header", "footer", "main", "hgroup", "time", "mark", "ins", "del", "strike", "bdi", "bdo", "ruby", "rt", "rp",
        "wbr", "data", "slot", "frame", "frameset", "noframes", "applet", "marquee", "nobr", "dir", "isindex", "xmp",
        "listing", "plaintext", "id", "class", "href", "src", "alt", "rel", "name", "content", "property", "itemprop",
        "itemtype", "itemscope", "itemid", "datetime", "lang", "type", "value", "role", "action", "method", "width",
        "height", "hidden", "rev", "typeof", "about", "resource", "charset", "http-equiv", "media", "target",
        "content-type", "data-src", "data-url", "data-id", "data-author", "data-parent", "data-parent-id",
        "data-comment-id", "data-depth", "data-level", "data-time", "data-timestamp", "data-utime", "data-date",
        "data-source", "data-username", "data-preloaded", "data-post-id", "data-postid", "data-pid", "data-user",
        "aria-label", "aria-hidden", "aria-level", "indent", "level", "align", "shadowrootmode",
    ]
}

/// Open addressing over the bytes of the known names: a look-up without making a `String`.
private struct NameTable: Sendable {
    private var slots = [UInt16](repeating: 0, count: 1024)
    private let names: [[UInt8]]

    init(_ list: [String]) {
        names = list.map { Array($0.utf8) }
        for number in 2..<names.count {
            var slot = names[number].withUnsafeBufferPointer(NameTable.hash)
            while slots[slot] != 0 { slot = (slot + 1) & 1023 }
            slots[slot] = UInt16(number)
        }
    }

    func number(of bytes: UnsafeBufferPointer<UInt8>) -> UInt16? {
        var slot = NameTable.hash(bytes)
        while slots[slot] != 0 {
            let name = names[Int(slots[slot])]
            if name.count == bytes.count, name.elementsEqual(bytes) { return slots[slot] }
            slot = (slot + 1) & 1023
        }
        return nil
    }

    /// FNV-1a, folded to ten bits.
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt32 = 2_166_136_261
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return Int((hash ^ (hash >> 10) ^ (hash >> 20)) & 1023)
    }
}
