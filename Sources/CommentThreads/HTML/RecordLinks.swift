internal import DiscourseModel
internal import Markup

/// Ids, links, votes and states of a record.
extension RecordReader {
    func readKeys(_ record: Int, _ own: [Int], timeNode: Int?, into result: ReadRecord) {
        result.key = key(of: record)
        if result.key == nil {
            for node in own.prefix(40) where document.isElement(node) {
                if let key = key(of: node) {
                    result.key = key
                    break
                }
            }
        }
        // <a name="comment-12"></a><div class="comment">
        if result.key == nil, let previous = elementBefore(record), document.name(previous) == .a, signals.textSize(document.subtree(previous)) == 0 { result.key = key(of: previous) }
        for node in own where document.name(node) == .a {
            guard let bytes = document.attributeBytes(node, .href), bytes.contains(0x23) || permalinkNames.contains(where: { bytes.contains($0) }) || timeNode.map({ document.contains(node, $0) }) ?? false,
                let href = document.attribute(node, .href)
            else { continue }
            if let key = result.key, href.hasSuffix(key) || fragmentNumber(href) == key {
                result.permalink = href
                break
            }
            if result.permalink == nil, node == timeNode || document.contains(node, timeNode ?? -1) { result.permalink = href }
        }
        if result.key == nil, let permalink = result.permalink { result.key = fragmentNumber(permalink) }
    }

    /// The id behind a prefix: `comment-12` → `12`, `li-comment-6a00d8` → `6a00d8`.
    func key(of node: Int) -> String? {
        guard let platform else {
            let entry = document.nodes[node]
            guard document.hasAttributes(node), document.attributes[Int(entry.first)..<Int(entry.first) + Int(entry.attributeCount)].contains(where: { keyNames.contains($0.name) }) else { return nil }
            for name in keyAttributes {
                // A key has a digit; most ids have none.
                guard let bytes = document.attributeBytes(node, name), bytes.contains(where: { $0 &- 0x30 < 10 }) else { continue }
                if let key = trailingKey(bytes) { return key }
            }
            return nil
        }
        for attribute in platformKeys {
            guard let value = document.attribute(node, attribute), !value.isEmpty else { continue }
            if let prefix = platform.keyPrefix.first(where: { value.utf8.starts(with: $0.utf8) && value.utf8.count > $0.utf8.count }) {
                return String(decoding: value.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
            }
            if platform.keyPrefix.isEmpty, let key = attribute == .id ? trailingKey(value) : value { return key }
            if value.allSatisfy(\.isNumber) { return value }
        }
        return nil
    }

    func readParent(_ record: Int, _ own: [Int], body: Int?, into result: ReadRecord) {
        for node in parentAttributes.isEmpty ? [] : [record] + own.prefix(60) where document.isElement(node) && document.hasAttributes(node) {
            for attribute in parentAttributes {
                guard let value = document.attribute(node, attribute) else { continue }
                let key = platform?.parentAttribute != nil ? lastKey(value) : trailingKey(value) ?? value
                if let key, !key.isEmpty, key != "0", key != result.key, value != "null" { result.parentKey = key }
            }
            if result.parentKey != nil { return }
        }
        let links = own.filter { document.name($0) == .a }
        for node in links {
            let isPlatformLink = platform?.parentLink?.matches(node, in: document) ?? false
            guard isPlatformLink || (platform?.parentLink == nil && isParentLink(node, record: record, body: body)) else { continue }
            guard let href = document.attribute(node, .href), let key = fragmentNumber(href) ?? lastNumber(href), key != result.key else { continue }
            result.parentKey = key
            result.parentIsLink = true
            // "Reply to #3" at the head of the text is no word of its author's.
            if document.line(node).hasNumber, !(body.map { document.contains($0, node) && signals.textSize($0..<node) > 0 } ?? false) { result.quoteLinks.append(node) }
            break
        }
        for node in links where result.parentKey == nil && document.hasToken(node, .class, inReplyTo) {
            result.parentAddress = result.parentAddress ?? document.attribute(node, .href)
        }
        for node in links {
            // ">>5100": the way imageboards and old forums name the answered post inside the text.
            // In the header they lead to the answers; "#12" is one where the link leads there.
            guard let href = document.attribute(node, .href), let text = document.subtree(node).first(where: { document.isText($0) && signals.textSize($0..<$0 + 1) > 0 }),
                let key = quotedKey(document.textBytes(text), href), key != result.key, body.map({ document.contains($0, node) }) ?? (document.textBytes(text).first == 0x3E)
            else { continue }
            result.quotedKeys.append(key)
            result.quoteLinks.append(node)
        }
        for node in own where result.targetName == nil && document.isElement(node) && isReplyLabel(node) && !(body.map { document.contains($0, node) && $0 != node } ?? false) {
            guard let name = Labels.replyTarget(document.line(node)) else { continue }
            if !name.isEmpty { result.targetName = name }
            if result.parentKey == nil, let link = document.subtree(node).first(where: { document.name($0) == .a }), let href = document.attribute(link, .href) {
                result.parentKey = fragmentNumber(href)
                result.parentIsLink = result.parentKey != nil
            }
        }
        if result.targetName == nil, platform?.targetName == nil, let (nodes, name) = addressee(own, body: body, author: result.author?.name) {
            result.targetName = name
            result.quoteLinks += nodes
        }
        if let selector = platform?.targetName, let node = own.first(where: { document.isElement($0) && selector.matches($0, in: document) }) {
            result.targetName = Labels.stripAuthor(document.line(node))
        }
    }

    /// The key of the comment that a link in the text names by its number.
    private func quotedKey(_ text: ArraySlice<UInt8>, _ href: String) -> String? {
        if text.starts(with: [0x3E, 0x3E]) { return href.contains("#") ? fragmentNumber(href) : lastNumber(String(decoding: text, as: UTF8.self)) }
        // "@Jo" that leads to what is answered, and not to whoever wrote it.
        if text.first == 0x40, href.hasPrefix("#") { return fragmentNumber(href) }
        guard text.first == 0x23, text.count >= 2, text.dropFirst().allSatisfy({ $0 &- 0x30 < 10 }), let key = fragmentNumber(href), key.utf8.elementsEqual(text.dropFirst()) else { return nil }
        return key
    }

    /// Whom a header names behind its author: "X replied to Y", "X → Y", each a text of its own.
    private func addressee(_ own: [Int], body: Int?, author: String?) -> (nodes: [Int], name: String)? {
        var label: Int?
        for node in own.prefix(60) where document.isText(node) && signals.textSize(node..<node + 1) > 0 {
            if let body, document.contains(body, node) { return nil }
            let bytes = document.textBytes(node)
            guard bytes.count <= 80 else { return nil }
            if let label {
                let holder = document.parent(node) ?? node
                guard let name = NamesBesideTimes.name(in: bytes), name != author || document.name(holder) == .a,
                    document.name(holder) == .a || signals.hints[holder].contains(.author) || document.parent(holder).map(document.name) == .a
                else { return nil }
                return ([label, node], name)
            }
            if Labels.joinsNames(bytes) { label = node }
        }
        return nil
    }

    /// A short line that says whom the comment answers: "In reply to X".
    func isReplyLabel(_ node: Int) -> Bool {
        let size = signals.textSize(document.subtree(node))
        guard size >= 6, size <= 140, document.name(node) != .a || size <= 60 else { return false }
        guard let first = firstText(in: node), Labels.mayBeginReplyLabel(document.textBytes(first)) else { return false }
        return Labels.replyTarget(document.line(node)) != nil
    }

    /// A link outside of the text that leads to another comment and says so: "parent", "in reply to …", "↑".
    func isParentLink(_ node: Int, record: Int, body: Int?) -> Bool {
        guard let address = document.attributeBytes(node, .href), address.contains(0x23) else { return false }
        let isInside = body.map { document.contains($0, node) } ?? false
        if isInside, let body, signals.textSize(body..<node) > 0 {
            // "(In reply to Jo from <a>comment 3</a>)" in the comment's own words.
            guard signals.textSize(body..<node) <= 80, let first = firstText(in: body), first == node - 1 else { return false }
            return Labels.mayBeginReplyLabel(document.textBytes(first).drop { $0 <= 0x20 || $0 == 0x28 || $0 == 0x5B }) && Labels.replyTarget(String(decoding: document.textBytes(first).drop { $0 <= 0x20 || $0 == 0x28 || $0 == 0x5B }, as: UTF8.self)) != nil
        }
        guard signals.textSize(document.subtree(node)) <= 80 else { return false }
        let line = document.line(node)
        guard line.utf8.count <= 80 else { return false }
        let label = LabelTable.hash(of: line), hasNumber = line.hasNumber
        if hasNumber, let label, numberLabels.contains(label) { return true }
        if isInside { return false }
        // "in reply to: <a>3</a>"
        if hasNumber, node > 0, document.isText(node - 1), Labels.joinsNames(document.textBytes(node - 1)) { return true }
        if label.map(parentLabels.contains) ?? false || Labels.namesAnswered(line) { return true }
        func isNamed(_ element: Int) -> Bool {
            guard let name = document.attributeBytes(element, .class) else { return false }
            return parentNames.contains { mark in name.contains(mark) }
        }
        guard isNamed(node) || document.parent(node).map(isNamed) ?? false, let href = document.attribute(node, .href) else { return false }
        return !href.contains("respond") && !href.contains("replytocom")
    }

    func readState(_ record: Int, _ own: [Int], into result: ReadRecord) {
        let hints = signals.hints[record]
        if hints.contains(.pingback) { result.kind = .pingback }
        if hints.contains(.deleted) { result.state = .deleted }
    }

    func readVotes(_ own: [Int], body: Int?, into result: ReadRecord) {
        for node in own where document.isElement(node) {
            let isPlatformVotes = platform?.votes?.matches(node, in: document) ?? false
            guard isPlatformVotes || (platform?.votes == nil && signals.hints[node].contains(.vote)) else { continue }
            if let body, body != node, document.contains(body, node) { continue }
            let line = document.line(node)
            guard line.utf8.count <= 40, let number = number(in: line) else { continue }
            let names = document.attributeBytes(node, .class).map { ArraySlice($0.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }) } ?? []
            var votes = result.votes ?? Votes()
            if names.contains(voteNames[0]) || names.contains(voteNames[1]) {
                votes.down = votes.down ?? abs(number)
            } else if voteNames[2...].contains(where: { names.contains($0) }) {
                votes.up = votes.up ?? number
            } else {
                votes.score = votes.score ?? number
            }
            result.votes = votes
        }
    }

    /// The one whole number in a short text ("12 points", "+3", "−1"); `nil` for none or several.
    func number(in line: String) -> Int? {
        var value: Int?
        var sign = 1
        var digits = ""
        func close() -> Bool {
            guard !digits.isEmpty else { return true }
            guard value == nil, let number = Int(digits) else { return false }
            value = number * sign
            digits = ""
            return true
        }
        for character in line.unicodeScalars {
            switch character {
            case "0"..."9": digits.unicodeScalars.append(character)
            case ",", "\u{202F}": continue
            case "-", "−", "–":
                guard digits.isEmpty else { return nil }
                sign = -1
            default: guard close() else { return nil }
            }
        }
        return close() ? value : nil
    }
}

/// The id at the end of `comment-12`, `c6a00d8_2`, `post_id_55`: from its first digit-bearing part on; `nil` where there is no digit.
func trailingKey(_ value: String) -> String? {
    var value = value
    return value.withUTF8 { trailingKey($0) }
}

private func trailingKey(_ value: some RandomAccessCollection<UInt8>) -> String? {
    guard value.count <= 120, let digit = value.firstIndex(where: isDigit) else { return nil }
    let value = value[...(value.lastIndex { !partsKey($0) } ?? digit)]
    // c123, p55, comment12: letters before the first digit of a decimal number are a prefix.
    if value[digit...].allSatisfy(isDigit) { return String(decoding: value[digit...], as: UTF8.self) }
    let start = value[..<digit].lastIndex(where: partsKey).map { value.index(after: $0) } ?? value.startIndex
    return String(decoding: Array(value[start...].split(whereSeparator: partsKey).joined(separator: [0x2D])), as: UTF8.self)
}

private func partsKey(_ byte: UInt8) -> Bool { byte == 0x2D || byte == 0x5F || byte == 0x3A || byte == 0x2E }

private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

/// The key in an attribute that names the answered comment; an address, as federated systems have them, is the key as it stands.
private func lastKey(_ value: String) -> String? { value.isEmpty ? nil : value.contains("://") ? value : trailingKey(value) ?? value }

/// The key in a link's fragment: `…#comment-12` → `12`.
func fragmentNumber(_ href: String) -> String? {
    guard let hash = href.utf8.lastIndex(of: 0x23) else { return nil }
    return trailingKey(String(href[href.utf8.index(after: hash)...]))
}

/// The last run of digits.
func lastNumber(_ text: String) -> String? {
    var number = "", last: String?
    for character in text.unicodeScalars {
        if ("0"..."9").contains(character) {
            number.unicodeScalars.append(character)
        } else if !number.isEmpty {
            last = number
            number = ""
        }
    }
    return number.isEmpty ? last : number
}

/// Attributes that may hold a comment's id.
private let keyAttributes: [Name] = [.id, .dataId, .dataCommentId, .dataPostId, .dataPid, .name]
private let keyNames = NameSet(keyAttributes)

/// What class names say of a count of votes: the first two of those against.
private let voteNames = ["down", "dislike", "up", "like", "recommend"].map { Array($0.utf8) }

/// Labels of links that lead to the answered comment.
private let parentLabels = LabelTable(["parent", "in reply to", "übergeordneter kommentar", "ответ на", "родитель"])

/// The same before the number of a comment: "Reply to #3".
private let numberLabels = LabelTable([
    "reply to", "in reply to", "reply to comment", "reply to post", "in reply to comment", "in reply to post", "response to", "in response to", "answer to", "antwort auf", "als antwort auf", "antwort auf beitrag", "antwort auf kommentar", "en réponse à", "réponse à", "respuesta a", "en respuesta a",
    "resposta a", "em resposta a", "risposta a", "in risposta a", "in antwoord op", "antwoord op", "reactie op", "odpowiedź na", "w odpowiedzi na", "svar på", "svar till", "ответ на", "в ответ на", "ответ на комментарий", "відповідь на", "у відповідь на", "回复", "回覆", "返信",
])

/// Class names of such links.
private let parentNames = ["in-reply", "inreply", "reply-to", "replyto", "reply_to", "parent-link", "parent_link"].map { Array($0.utf8) }

private let inReplyTo = Array("u-in-reply-to".utf8)

/// Words of addresses that lead to a comment.
private let permalinkNames = ["permalink", "comment"].map { Array($0.utf8) }
