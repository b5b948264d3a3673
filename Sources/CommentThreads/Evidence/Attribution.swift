package import DiscourseModel

extension Reply.Evidence {
    /// A line of the comment's text says whose words it quotes: "klod wrote:", "Originally posted by klod".
    package static let attribution = Reply.Evidence(rawValue: "attribution")
}

extension EvidenceKind {
    /// The first such line near the beginning that names an author of the page. Where words of that author follow, 41 of 41 were right;
    /// without them it may be the heading of another comment.
    static let attribution = EvidenceKind.textual(.attribution, .quotedWords) { context, comment in
        var text = context.comments[comment].text
        let lines: [PageWords] = text.withUTF8 { bytes in
            var lines: [PageWords] = []
            var openers = PageWords()
            var start = 0, seen = 0
            while start < bytes.count, seen < 12 {
                var end = start
                while end < bytes.count, bytes[end] != 0x0A { end += 1 }
                if end - start < 140, end > start {
                    let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
                    seen += 1
                    // A colon ends it, or its first word says what it is: most lines are neither.
                    let opener = line.last == 0x3A || line.suffix(3).elementsEqual(wideColon) ? nil : openers.append(line, most: 1)
                    if opener.map({ openers.words(of: $0).contains { attributionOpeners.contains(openers.hashes[$0]) } }) ?? true {
                        var words = PageWords()
                        words.append(line)
                        lines.append(words)
                    }
                }
                start = end + 1
            }
            return lines
        }
        for words in lines {
            guard words.hashes.count <= 16, words.hashes.contains(where: attributionWords.contains) else { continue }
            for start in words.hashes.indices {
                guard let (author, _, isPart) = context.names.author(in: words, at: start, end: words.hashes.count), !isPart,
                    author != context.names.author[comment]
                else { continue }
                for place in context.quotationsOf[comment] {
                    if case .comment(let source) = context.quotations[place].source, context.names.author[source] == author,
                        context.order.isEarlier(source, than: comment)
                    {
                        return ReplyHint(parent: source, confidence: Tally(41, of: 41).share, name: context.names.names[author])
                    }
                }
                guard let parent = context.latest(by: author, before: comment) else { continue }
                return ReplyHint(parent: parent, confidence: 0.5, name: context.names.names[author])
            }
        }
        return nil
    }
}

/// "wrote", "said" and their like, as forum programs word them in their translations.
private let attributionWords = hashes(Vocabulary.attributions)

/// Words that open such a line where no colon ends it.
private let attributionOpeners = hashes(Vocabulary.quoteOpeners)

private func hashes(_ list: [String]) -> HashPlaces {
    var words = PageWords()
    for word in list { words.append(word) }
    return HashPlaces(words.hashes)
}

/// ： as UTF-8.
private let wideColon: [UInt8] = [0xEF, 0xBC, 0x9A]
