internal import CommentThreads
internal import Digest
internal import DiscourseModel
internal import Foundation

/// Names that stand for authors: `p_` and eight characters of HMAC-SHA256(key, site, name). One author of one site has one, under one key.
package struct Pseudonyms: Sendable {
    private let key: [UInt8]

    package init(key: [UInt8]) { self.key = key }

    /// Tells two keys apart, and nothing else of them.
    package var fingerprint: String { name(for: "fingerprint", site: "") }

    /// The pseudonym of a name on a site: 40 bits in the letters of RFC 4648's base 32, in lower case.
    package func name(for name: String, site: String) -> String {
        "p_" + letters(of: site + "\n" + name.precomposedStringWithCanonicalMapping.lowercased())
    }

    private func letters(of message: String) -> String {
        let letters = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
        let bits = HMAC.sha256(key: key, message: Array(message.utf8)).prefix(5).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return String(decoding: (0..<8).reversed().map { letters[Int(bits >> UInt64($0 * 5) & 31)] }, as: UTF8.self)
    }

    /// Replaces the authors in all that was found, before anything is made of it: names, the persons that labels and quote boxes name,
    /// and in texts the mentions (@name), leading names, and names that cannot be taken for ordinary words.
    /// Profiles, ids of authors, and signatures are taken away, and so are permalinks that hold a name. Ids of comments that hold one, or
    /// are addresses, as federated systems have them, become `k_` and eight characters. The article's author is one as well.
    func apply(to found: inout FoundComments, _ article: inout Article, site: String) {
        var names: Set<String> = []
        for (comment, clues) in zip(found.comments, found.clues) {
            if let author = comment.author, !author.isAnonymous { names.insert(author.name) }
            for box in comment.quoted { if let author = box.author { names.insert(author) } }
            for clue in clues { if case .name(let name) = clue.target { names.insert(name) } }
        }
        // In a fixed order, so that the result is always the same.
        let shown = names.filter { !Author(name: $0).isAnonymous }.sorted()
        var known = shown.map { Known(name: $0, pseudonym: name(for: $0, site: site)) }
        let handles = handles(of: found.comments).filter { !names.contains($0.handle) }
        let owned = Set(handles.map { $0.handle.lowercased() })
        // People are addressed by a part of their name as well.
        for name in shown {
            let parts = name.split { !$0.isLetter && !$0.isNumber }.map(String.init)
            guard parts.count > 1 else { continue }
            for part in parts where part.count > 2 && !names.contains(part) {
                known.append(Known(name: part, pseudonym: self.name(for: name, site: site), isPart: !owned.contains(part.lowercased())))
            }
        }
        let byline = article.byline.flatMap { Author(name: $0).isAnonymous ? nil : $0 }
        if let byline, !names.contains(byline) { known.append(Known(name: byline, pseudonym: name(for: byline, site: site))) }
        for (handle, name) in handles {
            known.append(Known(name: handle, pseudonym: self.name(for: name, site: site)))
        }
        known = known.flatMap(\.spelled)
        let finder = NameFinder(known.map(\.name))
        func concealed(_ key: String) -> String {
            key.contains("/") || key.contains("@") || !finder.matches(in: key).isEmpty ? "k_" + letters(of: key) : key
        }
        for position in found.comments.indices {
            var comment = found.comments[position]
            if let author = comment.author, !author.isAnonymous {
                let pseudonym = name(for: author.name, site: site)
                comment.author = Author(name: pseudonym, badges: author.badges.map { replaced($0, known, finder, site) })
                // "by ann » 6 May": there it is a name, however short it is.
                comment.postedText = comment.postedText.map { replaced($0.replacingWord(author.name, with: pseudonym), known, finder, site) }
            } else {
                comment.author?.profile = nil
                comment.author?.key = nil
            }
            let length = comment.text.utf8.count
            comment.text = replaced(comment.text, known, finder, site)
            for number in comment.quoted.indices {
                comment.quoted[number].author = comment.quoted[number].author.map { Author(name: $0).isAnonymous ? $0 : name(for: $0, site: site) }
                comment.quoted[number].text = replaced(comment.quoted[number].text, known, finder, site)
                if comment.text.utf8.count != length { comment.quoted[number].at = place(comment.quoted[number].at, in: found.comments[position].text, known, finder, site) }
            }
            for number in comment.quoted.indices { comment.quoted[number].key = comment.quoted[number].key.map(concealed) }
            comment.platformKey = comment.platformKey.map(concealed)
            comment.signature = nil
            if let link = comment.permalink, !finder.matches(in: link.removingPercentEncoding ?? link).isEmpty { comment.permalink = nil }
            found.comments[position] = comment
            found.clues[position] = found.clues[position].map { clue in
                switch clue.target {
                case .name(let target) where !Author(name: target).isAnonymous: ReplyClue(clue.evidence, .name(name(for: target, site: site)))
                case .key(let key): ReplyClue(clue.evidence, .key(concealed(key)))
                default: clue
                }
            }
        }
        article.byline = byline.map { name(for: $0, site: site) } ?? article.byline
        article.changeWords { replaced($0, known, finder, site) }
    }

    /// What the profiles' addresses and the platform call the authors, where that is one author's alone and no mere number or file.
    private func handles(of comments: [Comment]) -> [(handle: String, name: String)] {
        var owners: [String: Set<String>] = [:]
        for author in comments.compactMap(\.author) where !author.isAnonymous {
            for handle in [author.handle, author.key].compactMap(\.self) {
                let bare = handle.hasPrefix("@") ? String(handle.dropFirst()) : handle
                if bare.count > 2, bare.contains(where: \.isLetter), !bare.contains(where: { $0 == "?" || $0 == "=" || $0 == "#" }) { owners[bare, default: []].insert(author.name) }
            }
        }
        return owners.compactMap { handle, names in names.count == 1 ? names.first.map { (handle, $0) } : nil }.sorted { $0.0 < $1.0 }
    }

    private struct Known {
        var name: String
        var pseudonym: String
        /// Whether it is a part of a name, which may be a word where its letters are of another case.
        var isPart: Bool
        /// Whether it can stand in a sentence and mean nobody: a short word in small letters, without digits or spaces.
        var isPlainWord: Bool
        /// Whether it is the name in letters of any case: one that is long or has digits.
        var isTheirsInAnyCase: Bool

        init(name: String, pseudonym: String, isPart: Bool = false) {
            (self.name, self.pseudonym, self.isPart) = (name, pseudonym, isPart)
            // Scripts without capitals do not tell names by them.
            isPlainWord = name.count <= mostLettersOfWords && name.allSatisfy(\.isLowercase)
            isTheirsInAnyCase = name.contains(where: \.isNumber) || !isPart && name.count > mostLettersOfWords
        }

        /// One for each way to write it.
        var spelled: [Known] {
            let lower = name.lowercased()
            return spellings(of: name).filter { !isPart || $0 == name || $0.lowercased() != lower }.map { Known(name: $0, pseudonym: pseudonym, isPart: isPart) }
        }
    }

    /// Where a quote box stands after the text before it has changed.
    private func place(_ at: Int, in text: String, _ known: [Known], _ finder: NameFinder, _ site: String) -> Int {
        replaced(String(decoding: text.utf8.prefix(at), as: UTF8.self), known, finder, site).utf8.count
    }

    private func replaced(_ text: String, _ known: [Known], _ finder: NameFinder, _ site: String) -> String {
        var edits: [(range: Range<Int>, text: String)] = []
        let bytes = Array(text.utf8)
        for match in finder.matches(in: text) {
            let (range, name) = (match.range, known[match.name])
            let before = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : 0x0A
            let after = range.upperBound < bytes.count ? bytes[range.upperBound] : 0x0A
            let isAddressed = before == 0x40 || before == 0x2F || before == 0x3D || before == 0x0A || after == 0x2C || after == 0x3A || after == 0x0A
            if isAddressed || (!name.isPlainWord && (match.isAsWritten || name.isTheirsInAnyCase)) { edits.append((range, name.pseudonym)) }
        }
        let named = edits
        var next = 0
        // Whoever else is mentioned is somebody, too.
        var at = 0
        while at < bytes.count {
            guard bytes[at] == 0x40, at == 0 || !isNameByte(bytes[at - 1]) else {
                at += 1
                continue
            }
            var end = at + 1
            while end < bytes.count, isNameByte(bytes[end]) { end += 1 }
            let range = at + 1..<end
            while next < named.count, named[next].range.upperBound <= range.lowerBound { next += 1 }
            if range.count > 1, next == named.count || !named[next].range.overlaps(range) {
                edits.append((range, name(for: String(decoding: bytes[range], as: UTF8.self), site: site)))
            }
            at = end
        }
        if edits.isEmpty { return text }
        edits.sort { $0.range.lowerBound < $1.range.lowerBound }
        var result: [UInt8] = []
        var done = 0
        for edit in edits {
            result += bytes[done..<edit.range.lowerBound]
            result += edit.text.utf8
            done = edit.range.upperBound
        }
        return String(decoding: result + bytes[done...], as: UTF8.self)
    }
}

/// Letters, digits, every byte of a character beyond ASCII, and what names are joined with.
private func isNameByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 || byte == 0x5F || byte == 0x2D
}

extension String {
    /// The text with a word replaced wherever it stands by itself, in the case of its letters.
    fileprivate func replacingWord(_ word: String, with other: String) -> String {
        let bytes = Array(utf8)
        let found = NameFinder([word]).matches(in: self).filter(\.isAsWritten)
        return String(decoding: found.reversed().reduce(into: bytes) { $0.replaceSubrange($1.range, with: other.utf8) }, as: UTF8.self)
    }
}
