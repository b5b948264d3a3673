internal import Markup

// Where a link leads: to a person, to a site as a whole, to a page of its own.

/// Whether a link leads to a person's page, by the path words that platforms use for members.
func isProfile(_ href: UnsafeBufferPointer<UInt8>) -> Bool {
    guard href.count < 200, let base = href.baseAddress else { return false }
    let (pairs, marks) = (profilePairs, profileMarks)
    // A pair has its sign, "/", "-", ".", "=" or "?", which letters are not: a slash stands first in it, the others second.
    func holdsMark(_ sign: Int) -> Bool {
        let at = href[sign] == slash ? sign : sign - 1
        guard at >= 0, at + 1 < href.count else { return false }
        let first = href[at], second = lowered(href[at + 1])
        guard pairs[Int(first) << 2 | Int(second) >> 6] >> UInt64(second & 63) & 1 != 0 else { return false }
        return marks[Int(second)].contains { $0.stands(in: href, around: at) }
    }
    var at = 0
    // Eight at a time: with 0x12 set "-", "/", "=" and "?" are one byte, which no other is; the high bit of each that is it, or ".".
    let ones: UInt64 = 0x0101_0101_0101_0101, highs = ones << 7
    while at + 8 <= href.count {
        let eight = UnsafeRawPointer(base).loadUnaligned(fromByteOffset: at, as: UInt64.self)
        var signs = zeros((eight | ones &* 0x12) ^ ones &* 0x3F) | zeros(eight ^ ones &* 0x2E)
        while signs != 0 {
            if holdsMark(at + signs.trailingZeroBitCount / 8) { return true }
            signs &= signs - 1
        }
        at += 8
    }
    func zeros(_ eight: UInt64) -> UInt64 { ~((eight & ~highs) &+ ~highs | eight) & highs }
    return (at..<href.count).contains { (href[$0] | 0x12 == 0x3F || href[$0] == 0x2E) && holdsMark($0) }
}

/// Whether an address is a page's, and not a place in this one, a site's or a script's.
func isPage(_ href: ArraySlice<UInt8>) -> Bool { !href.isEmpty && !href.starts(with: "javascript".utf8) && !href.contains(0x23) && !isHome(href) }

/// Whether an address is that of a whole site ("https://jo.example/"): a person's own, and no article's.
func isHome(_ href: ArraySlice<UInt8>) -> Bool {
    guard href.count < 80, href.starts(with: "http".utf8), let colon = href.firstIndex(of: 0x3A) else { return false }
    let host = href[(colon + 1)...]
    return host.starts(with: "//".utf8) && !host.dropFirst(2).dropLast().contains { $0 == 0x2F || $0 == 0x3F }
}

/// Whether a text is one word, and the whole of an address on the same site.
func isHandle(_ text: ArraySlice<UInt8>, _ href: ArraySlice<UInt8>) -> Bool {
    let word = text.drop { $0 <= 0x20 }.prefix { $0 > 0x20 }
    return href.first == 0x2F && href.filter { $0 != 0x2F }.elementsEqual(word)
}

extension HTMLDocument {
    /// Whether a link leads where the link before it leads, and names whom the picture in that one shows: "<a><img alt="Jo's avatar"></a> <a>Jo</a>".
    func repeatsPortrait(_ link: Int, _ href: ArraySlice<UInt8>, of before: Int) -> Bool {
        guard end(before) - before <= 6, link - before <= 24, let first = attributeBytes(before, .href), first.count == href.count, first.elementsEqual(href),
            let picture = subtree(before).first(where: { name($0) == .img }), let alt = attribute(picture, .alt), let person = Labels.portrayed(alt)
        else { return false }
        return line(link) == person
    }
}

private let slash: UInt8 = 0x2F

private func lowered(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

/// A part of an address, and the place in it of the pair of bytes that it is looked for by: its slash with what follows, else its first
/// sign with what stands before.
private struct ProfileMark: Sendable {
    let bytes: [UInt8]
    let pair: Int

    init(_ mark: String) {
        bytes = Array(mark.utf8)
        pair = bytes[0] == slash ? 0 : (bytes.firstIndex { "-.=?".utf8.contains($0) } ?? 1) - 1
    }

    var second: UInt8 { bytes[pair + 1] }

    func stands(in href: UnsafeBufferPointer<UInt8>, around at: Int) -> Bool {
        let start = at - pair
        guard start >= 0, href.count - start >= bytes.count else { return false }
        for place in bytes.indices where lowered(href[start + place]) != bytes[place] { return false }
        // "/user/login" is the door and nobody's page.
        let rest = href[(start + bytes.count)...]
        return !doors.contains { rest.starts(with: $0) }
    }
}

/// What stands in a name's place where one logs in.
private let doors = ["login", "logout", "register", "signin", "signup", "sign-in", "sign-up", "sign_in", "sign_up", "password"].map { Array($0.utf8) }

/// By the second byte of their pairs.
private let profileMarks = [
    "/user/", "/users/", "/u/", "/member/", "/members/", "/profile", "/people/", "user?id=", "memberlist.php", "member.php", "/author/",
    "/~", "action=profile", "/viewprofile", "e=viewprofile", "n=viewprofile", "/@", "space-uid", "uid=", "/profil/", "profile.php", "profil.php", "/membre/", "/miembro/", "/usuario/", "/usuarios/", "/utilisateur/", "/benutzer/", "/mitglied/", "/kullanici/", "/uye/", "/uzytkownik/", "/gebruiker/", "/commenter/",
].map(ProfileMark.init).reduce(into: [[ProfileMark]](repeating: [], count: 256)) { $0[Int($1.second)].append($1) }

/// The pairs of bytes that they are looked for by, a bit for each: most places in an address have none.
private let profilePairs: [UInt64] = profileMarks.joined().reduce(into: [UInt64](repeating: 0, count: 1_024)) { bits, mark in
    bits[Int(mark.bytes[mark.pair]) << 2 | Int(mark.second) >> 6] |= 1 << UInt64(mark.second & 63)
}
