/// Who is to be thanked for a picture: "© Agency/ Photographer", "Photo: Agency".
struct TextCredit {
    var text: String

    init?(_ row: String) {
        guard row.utf8.count <= 120 else { return nil }
        if row.utf8.starts(with: "©".utf8) {
            text = TextFurniture.trim(String(row.dropFirst()))
            guard let first = text.utf8.first, !(0x30...0x39).contains(first) else { return nil }
            return
        }
        let folded = row.lowercased()
        for label in ["photo:", "photo by ", "photograph:", "photo credit:", "image:", "image credit:", "credit:", "picture:", "foto:", "bild:", "crédit photo", "фото:"]
        where folded.hasPrefix(label) {
            text = TextFurniture.trim(String(row.dropFirst(label.count)))
            if !text.isEmpty { return }
        }
        return nil
    }

    /// The house before the slash.
    var agency: String? {
        guard let slash = text.firstIndex(of: "/") else { return nil }
        let name = TextFurniture.trim(String(text[..<slash]))
        return name.isEmpty || name.utf8.count > 40 ? nil : name
    }
}
