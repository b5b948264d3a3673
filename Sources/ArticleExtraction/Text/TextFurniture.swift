/// Rows that belong to the page and not to the article: short calls to do something, credits, addresses, topic counters.
/// The word lists are what news sites and blog themes print by default, in the languages met most; structure is asked first.
enum TextFurniture {
    /// Whole rows, in small letters, without marks at their ends.
    private static let calls: Set<String> = [
        "get short url", "short url", "read more", "read full story", "continue reading", "see also", "read also", "learn more", "more", "share", "share this",
        "share on facebook", "tweet", "tweet this", "email", "email this", "e-mail", "print", "print this page", "save", "subscribe", "sign in", "sign up",
        "log in", "login", "register", "advertisement", "advertisements", "sponsored", "back to top", "top", "home", "menu", "search", "skip to content",
        "skip to main content", "follow us", "like this", "loading", "loading...", "listen", "play video", "watch video", "view gallery", "close",
        "facebook", "twitter", "google+", "linkedin", "pinterest", "whatsapp", "reddit", "telegram", "instagram", "youtube", "copy link", "reply",
        "previous", "next", "previous post", "next post", "related", "related posts", "related articles", "related stories", "related news", "edit", "report",
        "weiterlesen", "mehr lesen", "teilen", "drucken", "anzeige", "werbung", "lire aussi", "lire la suite", "partager", "imprimer", "publicité",
        "leer más", "lee también", "compartir", "imprimir", "publicidad", "leggi anche", "leggi tutto", "condividi", "stampa", "pubblicità",
        "lees meer", "lees ook", "delen", "leia mais", "leia também", "compartilhar", "czytaj więcej", "czytaj też", "czytaj także", "udostępnij",
        "читать далее", "читайте также", "читать полностью", "поделиться", "распечатать", "реклама", "читайте також", "devamını oku", "paylaş",
        "阅读全文", "分享", "続きを読む", "اقرأ أيضا", "läs mer", "dela", "annons", "lue lisää", "jaa", "več", "číst dál", "sdílet",
    ]
    /// Beginnings of rows that lead elsewhere: "READ MORE: Another story".
    private static let leads = [
        "read more:", "read also:", "also read:", "see also:", "related:", "watch:", "watch more:", "more:", "lire aussi", "à lire aussi", "leggi anche",
        "lee también", "leia também", "lees ook", "siehe auch:", "mehr zum thema", "читайте также", "czytaj też", "czytaj także", "share this", "share on ", "share to ", "follow us",
        "click here to", "sign up for", "subscribe to", "posted in", "published in ", "filed under", "tagged with", "tags:", "categories:", "category:", "topics:", "labels:",
    ]
    /// Words that open a comment section, a form, or the end matter; the body does not go on behind them.
    private static let closings: Set<String> = [
        "comments", "all comments", "comment", "discussion", "responses", "reader comments", "leave a reply", "leave a comment", "leave a response",
        "post a comment", "add a comment", "add comment", "add new comment", "write a comment", "join the conversation", "join the discussion",
        "community standards", "comment policy", "recent comments", "recent posts", "archives", "categories", "blogroll", "kommentare", "kommentar schreiben",
        "commentaires", "laisser un commentaire", "comentarios", "deja un comentario", "comentários", "deixe um comentário", "commenti",
        "lascia un commento", "reacties", "geef een reactie", "komentarze", "dodaj komentarz", "комментарии", "добавить комментарий", "коментарі",
        "yorumlar", "kommentarer", "kommentit", "komentáře", "hozzászólások", "التعليقات", "评论", "コメント", "댓글",
        "related posts", "related articles", "related stories", "related news", "you may also like", "about the author", "share this post",
        "trackback", "trackbacks", "trackback url", "pingbacks",
    ]

    /// What follows the number in a heading such as "8 thoughts on ...".
    private static let counted = [
        "responses to ", "response to ", "comments on ", "comment on ", "comments to ", "comment to ", "comments for ", "thoughts on ", "thought on ", "replies to ", "reply to ",
        "gedanken zu ", "antworten zu ", "kommentare zu ", "réponses à ", "commentaires sur ", "comentarios en ", "respuestas a ", "commenti su ", "pensieri su ", "reacties op ",
    ]

    static func isCall(_ folded: String) -> Bool { calls.contains(folded) || leads.contains { folded.hasPrefix($0) } }

    /// "Comments", "12 comments", "Comments (12)", "5 responses to ...".
    static func isClosing(_ folded: String) -> Bool {
        var text = Substring(folded)
        while let last = text.utf8.last, last == 0x29 || last == 0x28 || last == 0x20 || last == 0x3A || (0x30...0x39).contains(last) { text = text.dropLast() }
        while let first = text.utf8.first, (0x30...0x39).contains(first) || first == 0x20 || first == 0x2C { text = text.dropFirst() }
        if closings.contains(String(text)) || folded.hasPrefix("this entry was posted ") { return true }
        guard text.utf8.count < folded.utf8.count else { return false }
        return text == "response" || text == "reply" || text == "replies" || counted.contains { text.hasPrefix($0) }
    }

    /// "Storms of the North (618)": a topic and how many pages it has.
    static func isCounter(_ text: String) -> Bool {
        guard text.utf8.last == 0x29, let open = text.utf8.lastIndex(of: 0x28), open > text.utf8.startIndex else { return false }
        let inside = text.utf8[text.utf8.index(after: open)...].dropLast()
        return !inside.isEmpty && inside.count <= 6 && inside.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2C }
    }

    /// "Home › News › Europe", "A | B | C": the parts, where there are at least three short ones.
    static func trail(_ text: String) -> [String]? {
        for mark in [" › ", " » ", " > ", " / ", " | ", " → ", " · "] {
            let parts = split(text, mark)
            if parts.count >= 3, parts.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 48 }) { return parts }
        }
        return nil
    }

    /// The text in small letters without white space and marks at its ends.
    static func fold(_ text: String) -> String {
        var part = Substring(text.lowercased())
        func isMark(_ c: Character) -> Bool { c == " " || c == "." || c == "»" || c == "›" || c == ">" || c == "→" || c == "…" || c == "\u{A0}" }
        while let last = part.last, isMark(last) { part.removeLast() }
        while let first = part.first, isMark(first) { part.removeFirst() }
        return String(part)
    }

    /// Parts between a separator, white space at their ends taken off.
    static func split(_ text: String, _ mark: String) -> [String] {
        let bytes = Array(text.utf8), needle = Array(mark.utf8)
        guard bytes.count >= needle.count else { return [text] }
        var parts: [String] = [], from = 0, at = 0
        while at + needle.count <= bytes.count {
            if bytes[at] == needle[0], bytes[at..<at + needle.count].elementsEqual(needle) {
                parts.append(trim(String(decoding: bytes[from..<at], as: UTF8.self)))
                at += needle.count
                from = at
            } else {
                at += 1
            }
        }
        parts.append(trim(String(decoding: bytes[from...], as: UTF8.self)))
        return parts
    }

    static func trim(_ text: String) -> String {
        var part = Substring(text)
        while let last = part.unicodeScalars.last, last.properties.isWhitespace { part.unicodeScalars.removeLast() }
        while let first = part.unicodeScalars.first, first.properties.isWhitespace { part.unicodeScalars.removeFirst() }
        return String(part)
    }
}
