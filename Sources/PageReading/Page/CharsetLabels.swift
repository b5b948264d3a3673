/// The name that WHATWG's Encoding Standard (4.2) gives a label; `nil` for one that it does not know, and for UTF-7, which no page may use.
func canonicalCharset(_ label: String) -> String? {
    let label = label.trimmingSpaces().lowercased()
    if let name = charsetByLabel[label] { return name }
    // A page whose <meta> could be read byte by byte was not UTF-16.
    if label.hasPrefix("utf-16") || label.hasPrefix("ucs-2") || label == "unicode" { return "utf-8" }
    for prefix in ["windows-125", "iso-8859-", "iso8859-", "iso_8859-", "cp125", "x-cp125"] where label.hasPrefix(prefix) {
        guard let number = Int(label.dropFirst(prefix.count).prefix { $0.isNumber }) else { return nil }
        if prefix.hasSuffix("125") { return number <= 8 ? "windows-125\(number)" : nil }
        return (2...16).contains(number) && number != 12 ? "iso-8859-\(number)" : nil
    }
    return nil
}

/// Labels that do not name their encoding in so many words, by encoding.
private let charsetByLabel: [String: String] = {
    let lists = [
        "utf-8": "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8",
        "windows-1252": "ansi_x3.4-1968 ascii us-ascii cp819 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 latin-1 csisolatin1",
        "windows-1254": "iso-8859-9 iso8859-9 iso88599 iso_8859-9 iso-ir-148 l5 latin5 csisolatin5",
        "windows-874": "iso-8859-11 iso8859-11 tis-620 dos-874 windows-874",
        "iso-8859-2": "latin2 l2 iso-ir-101 csisolatin2 iso88592", "iso-8859-3": "latin3 l3 iso-ir-109", "iso-8859-4": "latin4 l4 iso-ir-110",
        "iso-8859-5": "cyrillic csisolatincyrillic iso-ir-144", "iso-8859-6": "arabic asmo-708 ecma-114 iso-ir-127 iso-8859-6-e iso-8859-6-i",
        "iso-8859-7": "greek greek8 ecma-118 elot_928 iso-ir-126 sun_eu_greek", "iso-8859-8": "hebrew visual logical iso-8859-8-e iso-8859-8-i iso-ir-138",
        "iso-8859-10": "latin6 l6 iso-ir-157", "iso-8859-15": "latin9 l9 csisolatin9 iso885915",
        "gb18030": "gb2312 gbk gb_2312 gb_2312-80 csgb2312 csiso58gb231280 chinese iso-ir-58 x-gbk gb18030",
        "big5-hkscs": "big5 big5-hkscs cn-big5 csbig5 x-x-big5",
        "shift_jis": "shift_jis shift-jis sjis x-sjis ms_kanji ms932 csshiftjis windows-31j", "euc-jp": "euc-jp x-euc-jp cseucpkdfmtjapanese",
        "iso-2022-jp": "iso-2022-jp csiso2022jp", "euc-kr": "euc-kr korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 cseuckr iso-ir-149",
        "koi8-r": "koi8-r koi8_r koi8 koi cskoi8r", "koi8-u": "koi8-u koi8-ru", "ibm866": "ibm866 cp866 866 csibm866",
        "macintosh": "macintosh mac x-mac-roman csmacintosh", "x-mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    ]
    var table: [String: String] = [:]
    for (name, labels) in lists { for label in labels.split(separator: " ") { table[String(label)] = name } }
    return table
}()

/// What the C library's iconv calls an encoding: its name, but for those that WHATWG means as vendors extended them.
func iconvName(_ charset: String) -> String {
    switch charset {
    case "windows-1252": "CP1252"
    case "windows-874": "CP874"
    case "shift_jis": "CP932"
    case "euc-kr": "CP949"
    case "x-mac-cyrillic": "MAC-CYRILLIC"
    default: charset
    }
}
