internal import DiscourseModel
internal import Markup

/// What lists of something else have and comments have not.
extension RecordFinder {
    /// Whether a group that looks like comments is, as a whole, a list of anything else.
    func areOfSomethingElse(_ group: RecordGroup) -> Bool {
        if leadElsewhere(group.members) || hold(.lastPost, group) { return true }
        guard !group.isNamed else { return false }
        return hold(.tweet, group) || areRowsOfData(group.members) || holdPrices(group) || openWithTitles(group) || holdSeveral(group)
    }

    /// Whether most members are lists of dated things themselves.
    private func holdSeveral(_ group: RecordGroup) -> Bool {
        let looked = firstOf(group)
        return looked.count(where: namesSeveral) * 2 > looked.count
    }

    /// Whether three names stand beside times of their own.
    func namesSeveral(_ nodes: Range<Int>) -> Bool { Set(signals.times(in: nodes).compactMap { signals.names.beside($0.node)?.node }).count > 2 }

    /// Whether the members lead to comments on several pages: a list of the newest comments of a site is no discussion.
    private func leadElsewhere(_ members: [Int]) -> Bool {
        guard members.count >= 2, members.count <= 30 else { return false }
        var pages: Set<ArraySlice<UInt8>> = []
        for member in members {
            for node in document.subtree(member) where document.name(node) == .a {
                guard let href = document.attributeBytes(node, .href), let hash = href.lastIndex(of: 0x23), hash > href.startIndex, commentWords.contains(where: href[hash...].contains) else { continue }
                // "/comment/12#Comment_12" is an address of its own for each comment of one page: the number aside, all are one.
                let page = href[..<hash], key = Array(href[hash...].drop { $0 &- 0x30 >= 10 })
                pages.insert(key.isEmpty ? page : page.without(key))
                break
            }
        }
        return pages.count >= 2 && pages.count * 10 >= members.count * 6
    }

    /// Whether a text is the head of a column ("Replies" above how many there are) and not of a section: other cells stand beside it.
    func isColumnHead(_ holder: Int) -> Bool {
        guard let cell = ([holder] + document.ancestors(holder).prefix(2)).first(where: { RecordFinder.cells.contains(document.name($0)) }), let row = document.parent(cell) else { return false }
        return document.elements(row).contains { $0 != cell && RecordFinder.cells.contains(document.name($0)) && signals.textSize(document.subtree($0)) > 0 }
    }

    /// Whether they are the rows of a table under three heads and more of which none announces words.
    private func areRowsOfData(_ members: [Int]) -> Bool {
        guard document.name(members[0]) == .tr, let table = document.ancestors(members[0]).first(where: { document.name($0) == .table }),
            let head = document.subtree(table).first(where: { document.name($0) == .tr && signals.textSize(document.subtree($0)) > 0 }),
            signals.timeCount(document.subtree(head)) == 0
        else { return false }
        let cells = document.elements(head).filter { RecordFinder.cells.contains(document.name($0)) }
        let heads = cells.map { document.line($0) }.filter { !$0.isEmpty }
        guard heads.count >= 3, heads.allSatisfy({ $0.utf8.count <= 40 }), cells.allSatisfy({ document.name($0) == .th }) || head != members[0] else { return false }
        return !heads.contains(where: wordHeads.contains)
    }

    /// Whether most members hold an element that is named for something: a board's last posts, an account's tweets.
    private func hold(_ hint: Hints, _ group: RecordGroup) -> Bool {
        let looked = firstOf(group)
        return looked.count { nodes in nodes.contains { signals.hints[$0].contains(hint) } } * 2 > looked.count
    }

    /// Whether most members name a price in a text of its own, and nobody can answer them: goods.
    private func holdPrices(_ group: RecordGroup) -> Bool {
        let looked = firstOf(group)
        let priced = looked.count { nodes in signals.actionCount(nodes) == 0 && nodes.contains { document.isText($0) && isPrice(document.textBytes($0)) } }
        return priced * 10 >= looked.count * 7
    }

    /// As many members as tell what the others are.
    private func firstOf(_ group: RecordGroup) -> [Range<Int>] { zip(group.members, group.ends).prefix(12).map { $0..<$1 } }

    /// Whether the first words of nearly all are a link to a page of its own each, and too many for names; the subjects of answers are alike, and
    /// answers stand inside others.
    private func openWithTitles(_ group: RecordGroup) -> Bool {
        let looked = firstOf(group)
        guard looked.count >= 3, !zip(looked, looked.dropFirst()).contains(where: { $0.contains($1.lowerBound) }) else { return false }
        let titles = looked.compactMap(openingTitle)
        // Few people have names of four words.
        return min(Set(titles.map(\.page)).count, Set(titles.map(\.words)).count) * 10 >= looked.count * 8 && titles.count { $0.words.count >= 4 } * 10 >= looked.count * 4
    }

    /// The words of a link that stand first in a record, without "Re:", and where it leads, unless they name a person.
    private func openingTitle(_ nodes: Range<Int>) -> (page: ArraySlice<UInt8>, words: [Substring])? {
        guard let first = nodes.first(where: { document.isText($0) && signals.textSize($0..<$0 + 1) > 0 && !signals.hidden.contains($0) }),
            let link = document.ancestors(first).prefix(4).first(where: { document.name($0) == .a }), link >= nodes.lowerBound, signals.textSize(document.subtree(link)) >= 4,
            let href = document.attributeBytes(link, .href), isPage(href)
        else { return nil }
        let isPerson = ([link] + document.ancestors(link).prefix(3)).contains { $0 >= nodes.lowerBound && !signals.hints[$0].isDisjoint(with: [.author, .profile]) }
        return isPerson || signals.times(in: nodes).contains { signals.names.beside($0.node)?.node == first } ? nil : (href, document.line(link).split(separator: " ").filter { $0 != "Re:" })
    }

    /// Whether it is where one writes: fields to fill in stand in it, or it is what a small form begins with.
    func isForm(_ member: Int) -> Bool {
        func hasField(_ node: Int) -> Bool { document.subtree(node).contains { document.name($0) == .textarea } }
        if hasField(member) { return true }
        guard let form = document.ancestors(member).prefix(6).first(where: { document.name($0) == .form }) else { return false }
        let size = signals.textSize(document.subtree(form)), isNamed = !signals.hints[form].isDisjoint(with: [.comment, .reply])
        return size < 3 * signals.textSize(document.subtree(member)) + (isNamed ? 1_000 : 120) && hasField(form)
    }

    private static let cells = NameSet([.td, .th, .dt, .dd])
}

extension RecordReader {
    /// Whether most records say what a link in them says that leads to another page and names nobody, and nothing else: what each of them is about.
    func areTitles(_ records: [ReadRecord]) -> Bool {
        let written = records.filter { $0.kind == .comment && !$0.text.isEmpty }
        guard written.count >= 2 else { return false }
        let titled = written.count { record in
            ownNodes(record.node).contains { node in
                document.name(node) == .a && signals.hints[node].isDisjoint(with: [.author, .profile]) && document.attributeBytes(node, .href).map(isPage) ?? false && signals.textSize(document.subtree(node)) * 4 >= record.text.utf8.count * 3 && document.line(node) == record.text
            }
        }
        return titled * 10 >= written.count * 6
    }
}

/// "US $3.57", "12,90 €": few signs, digits and a currency.
private func isPrice(_ text: ArraySlice<UInt8>) -> Bool {
    guard (2...24).contains(text.count), text.contains(where: { $0 &- 0x30 < 10 }) else { return false }
    return text.contains(0x24) || currencies.contains(where: text.contains)
}

private let currencies = ["€", "£", "¥", "₽", "₹", "₩", "zł", "руб", "EUR", "USD"].map { Array($0.utf8) }

/// Above a column that holds what people wrote.
private let wordHeads = LabelTable([
    "comment", "comments", "message", "messages", "text", "post", "posts", "entry", "review", "opinion", "nachricht", "kommentar", "beitrag", "eintrag", "commentaire", "message", "avis", "mensaje", "comentario", "mensagem", "comentário", "messaggio", "commento", "bericht", "reactie",
    "wiadomość", "komentarz", "wpis", "meddelande", "inlägg", "сообщение", "комментарий", "отзыв", "повідомлення", "mesaj", "yorum", "رسالة", "تعليق", "内容", "留言", "评论", "評論", "コメント", "本文", "メッセージ", "내용", "댓글",
])

let commentWord = Array("comment".utf8)
private let commentWords = ["comment", "post", "msg"].map { Array($0.utf8) }

extension ArraySlice<UInt8> {
    /// The bytes but for the last place where some others stand in them.
    fileprivate func without(_ part: [UInt8]) -> ArraySlice<UInt8> {
        guard count >= part.count, let at = (startIndex...(endIndex - part.count)).last(where: { self[$0..<$0 + part.count].elementsEqual(part) }) else { return self }
        return ArraySlice(self[..<at] + self[(at + part.count)...])
    }
}
