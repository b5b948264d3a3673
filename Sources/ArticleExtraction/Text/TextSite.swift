import DiscourseModel

/// Whose page it is, told from what the page says of itself; `nil` where it does not, or says two things.
struct TextSite {
    var name: String
    /// `title bar`, `copyright`, `dateline`, `credit`, `embed`.
    var source: String

    static func find(_ page: TextPage, headline: TextHeadline?, body: Range<Int>) -> TextSite? {
        if let rest = headline?.titleBarRest { return TextSite(name: rest, source: "title bar") }
        let dateline = dateline(page, body)
        let credits = Set(page.kinds.indices.prefix(body.upperBound).filter { page.kinds[$0] == .credit }.compactMap { TextCredit(page.text($0))?.agency })
        if let dateline {
            // An agency's name in a dateline says whose text it is, not whose page: a picture's credit must agree.
            if credits.contains(dateline) || !agencies.contains(dateline.lowercased()) { return TextSite(name: dateline, source: "dateline") }
        }
        // Only accounts that spell a domain, and only one of them: an article may show anybody's posts.
        var outlets: Set<String> = []
        for index in body where page.kinds[index] == .embed && !page.rows[index].isClaimed {
            if let post = SocialPost(page.text(index).utf8ArraySlice) { outlets.insert(post.outlet ?? "") }
        }
        if outlets.count == 1, let only = outlets.first, !only.isEmpty { return TextSite(name: only, source: "embed") }
        return nil
    }

    /// News agencies whose datelines stand in other outlets' pages.
    private static let agencies: Set<String> = ["reuters", "ap", "afp", "upi", "dpa", "xinhua", "tass", "itar-tass", "interfax", "ansa", "efe", "kyodo", "yonhap", "cnn", "bloomberg", "thomson reuters foundation"]

    /// "LISBON (The Courier) –" at the head of one of the first paragraphs.
    private static func dateline(_ page: TextPage, _ body: Range<Int>) -> String? {
        for index in body.prefix(6) where !page.rows[index].isClaimed {
            let text = String(page.text(index).prefix(90))
            guard let open = text.firstIndex(of: "("), let close = text[open...].firstIndex(of: ")") else { continue }
            let place = text[..<open]
            let rest = text[text.index(after: close)...].drop { $0 == " " }
            let letters = place.filter(\.isLetter)
            guard letters.count >= 3, letters.prefix(3).allSatisfy(\.isUppercase), letters.count <= 40, let mark = rest.first, mark == "–" || mark == "—" || mark == "-" else { continue }
            let name = TextFurniture.trim(String(text[text.index(after: open)..<close]))
            if !name.isEmpty, name.count <= 32, name.contains(where: \.isLetter), TextByline.date(name) == nil { return name }
        }
        return nil
    }
}

extension String {
    fileprivate var utf8ArraySlice: ArraySlice<UInt8> { Array(utf8)[...] }
}
