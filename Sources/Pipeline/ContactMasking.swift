internal import DiscourseModel
internal import Foundation

/// E-mail and IP addresses in a text: UTF-8 bytes, in order. E-mail addresses as people write them (`name@host.tld`, ASCII);
/// IPv4 in four decimal groups, but for addresses that every network has (RFC 6890: 127.0.0.1, 192.168 …), which are nobody's; IPv6 in
/// full or with one `::`.
package func contactAddresses(in text: String) -> [Range<Int>] {
    var text = text
    return text.withUTF8 { bytes in
        guard mayHoldAddress(bytes) else { return [] }
        var found: [Range<Int>] = []
        var at = 0
        while at < bytes.count {
            if bytes[at] == 0x40, let range = emailAddress(around: at, in: bytes), range.lowerBound >= (found.last?.upperBound ?? 0) {
                found.append(range)
                at = range.upperBound
            } else if isHex(bytes[at]) || bytes[at] == 0x3A, at == 0 || !isAddressPart(bytes[at - 1]) {
                var end = at
                while end < bytes.count, isHex(bytes[end]) || bytes[end] == 0x3A || bytes[end] == 0x2E { end += 1 }
                var stop = end
                while stop > at, bytes[stop - 1] == 0x2E || (bytes[stop - 1] == 0x3A && !(stop - at > 1 && bytes[stop - 2] == 0x3A)) { stop -= 1 }
                let isWhole = end == bytes.count || !isAddressPart(bytes[end]) && bytes[end] != 0x40
                let run = UnsafeBufferPointer(rebasing: bytes[at..<stop])
                if isWhole, isIPv4(run) || isIPv6(run) { found.append(at..<stop) }
                // An e-mail address may begin with hexadecimal letters.
                at = max(end, at + 1)
            } else {
                at += 1
            }
        }
        return found
    }
}

extension Comment {
    /// The comment with an asterisk for each byte of an e-mail or IP address, and how many there were.
    func withoutContactAddresses() -> (Comment, count: Int) {
        var comment = self
        var count = 0
        func clean(_ text: String) -> String { withAsterisks(text, &count) }
        comment.text = clean(text)
        comment.signature = signature.map(clean)
        for index in quoted.indices { comment.quoted[index].text = clean(quoted[index].text) }
        if let author, let name = federatedName {
            comment.author?.name = name
            comment.author?.key = author.key ?? author.name
        } else if let author {
            // Of a name the host alone, so that two people stay two.
            let ranges = contactAddresses(in: author.name).map { range in
                (Array(author.name.utf8)[range].firstIndex(of: 0x40).map { $0 + 1 } ?? range.lowerBound)..<range.upperBound
            }
            count += ranges.count
            comment.author?.name = author.name.masked(ranges)
            if let profile = author.profile, profile.lowercased().hasPrefix("mailto:") {
                comment.author?.profile = nil
                count += 1
            }
        }
        return (comment, count)
    }
}

extension Article {
    /// The same for the article: its body, byline and picture.
    func withoutContactAddresses() -> (Article, count: Int) {
        var article = self
        var count = 0
        func clean(_ text: String) -> String { withAsterisks(text, &count) }
        for index in blocks.indices { article.blocks[index].text = clean(blocks[index].text) }
        article.byline = byline.map(clean)
        article.image?.caption = image?.caption.map(clean)
        article.image?.credit = image?.credit.map(clean)
        return (article, count)
    }
}

extension Comment {
    /// `user@host` is also how federated systems name their people. Where the profile's address ends so, or an address of the comment or of
    /// its author on that host names the user, it is no e-mail address: the name is the first part.
    fileprivate var federatedName: String? {
        guard let author, author.name.utf8.contains(0x40), let at = author.name.lastIndex(of: "@"), at != author.name.startIndex else { return nil }
        let whole = author.name.lowercased()
        let name = String(author.name[..<at]), user = name.lowercased(), host = author.name[author.name.index(after: at)...].lowercased()
        if let handle = author.handle?.lowercased(), handle == whole || handle == "@" + whole { return name }
        let isNamed = [author.profile, author.key, permalink, platformKey].contains { address in
            let parts = address?.lowercased().split(separator: "/") ?? []
            return parts.count > 2 && parts[0].hasSuffix(":") && parts[1] == host && parts[2...].contains { $0 == user || $0 == "@" + user }
        }
        return isNamed ? name : nil
    }
}

extension Author {
    /// The last part of the profile's address, without its escapes (`%40` is `@`).
    var handle: String? {
        guard let last = profile?.split(separator: "/").last else { return nil }
        return last.removingPercentEncoding ?? String(last)
    }
}

private func withAsterisks(_ text: String, _ count: inout Int) -> String {
    let ranges = contactAddresses(in: text)
    if ranges.isEmpty { return text }
    count += ranges.count
    return text.masked(ranges)
}

private typealias Bytes = UnsafeBufferPointer<UInt8>

/// Whether a text has what no address lacks: an `@`, a full stop between two digits, or three colons. Few texts have.
private func mayHoldAddress(_ bytes: Bytes) -> Bool {
    var colons = 0
    for place in 0..<bytes.count {
        switch bytes[place] {
        case 0x40: return true
        case 0x2E: if place > 0, place + 1 < bytes.count, isDigit(bytes[place - 1]), isDigit(bytes[place + 1]) { return true }
        case 0x3A:
            colons += 1
            if colons == 3 { return true }
        default: break
        }
    }
    return false
}

private func emailAddress(around at: Int, in bytes: Bytes) -> Range<Int>? {
    var start = at
    while start > 0, isLocalPart(bytes[start - 1]) { start -= 1 }
    while start < at, bytes[start] == 0x2E { start += 1 }
    // A handle with its host (@name@host) is a mention.
    guard start < at, start == 0 || bytes[start - 1] != 0x40 else { return nil }
    var end = at + 1
    while end < bytes.count, isHostPart(bytes[end]) { end += 1 }
    while end > at, bytes[end - 1] == 0x2E || bytes[end - 1] == 0x2D { end -= 1 }
    guard let dot = bytes[at..<end].lastIndex(of: 0x2E), dot > at + 1, end - dot > 2, bytes[(dot + 1)..<end].allSatisfy(isLetter) else { return nil }
    return start..<end
}

private func isIPv4(_ bytes: Bytes) -> Bool {
    guard bytes.count <= 15, bytes.count(where: { $0 == 0x2E }) == 3 else { return false }
    let groups = bytes.split(separator: 0x2E, omittingEmptySubsequences: false)
    let numbers = groups.compactMap { group in (1...3).contains(group.count) && group.allSatisfy(isDigit) ? UInt8(String(decoding: group, as: UTF8.self)) : nil }
    guard groups.count == 4, numbers.count == 4 else { return false }
    return switch (numbers[0], numbers[1]) {
    case (0, _), (10, _), (127, _), (169, 254), (172, 16...31), (192, 168), (224..., _): false
    default: true
    }
}

private func isIPv6(_ bytes: Bytes) -> Bool {
    let colons = bytes.count { $0 == 0x3A }
    guard (3...8).contains(colons), !bytes.contains(0x2E) else { return false }
    let groups = bytes.split(separator: 0x3A, omittingEmptySubsequences: false)
    guard groups.allSatisfy({ $0.count <= 4 }) else { return false }
    let empty = groups.count { $0.isEmpty }
    let isShortened = (0..<max(0, bytes.count - 1)).contains { bytes[$0] == 0x3A && bytes[$0 + 1] == 0x3A }
    return isShortened ? empty <= 2 : empty == 0 && groups.count == 8
}

private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
private func isHex(_ byte: UInt8) -> Bool { isDigit(byte) || (0x61...0x66).contains(byte | 0x20) }
private func isHostPart(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte == 0x2E || byte == 0x2D }
private func isLocalPart(_ byte: UInt8) -> Bool { isHostPart(byte) || byte == 0x5F || byte == 0x25 || byte == 0x2B }
private func isAddressPart(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte == 0x2E || byte == 0x3A || byte == 0x5F }
