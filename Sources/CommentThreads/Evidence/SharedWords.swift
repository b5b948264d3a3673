package import DiscourseModel

extension Reply.Evidence {
    /// Of the comments that may be meant, the one that speaks of the same things.
    package static let sharedWords = Reply.Evidence(rawValue: "shared-words")
}

extension EvidenceKind {
    /// The comment just before, where it shares rare words with this one, and clearly more than any of eleven before it does. It is asked only where times tell
    /// nothing of threads: on pages that show none, in no order of time, or where people quote each other.
    static let sharedWords = EvidenceKind.textual(.sharedWords, .sharedWords) { context, comment in
        guard let words = context.words, context.threads == nil, let previous = context.previous(comment), context.mayAnswer(comment, previous),
            words.count(previous, comment) >= 2
        else { return nil }
        let likeness = words.likeness(previous, comment)
        guard likeness >= 0.08 else { return nil }
        let rank = context.order.rank[previous]
        for other in context.order.earliestFirst[max(0, rank - 11)..<rank] where words.likeness(other, comment) * 1.5 > likeness { return nil }
        let tally = context.isQuoting ? Tally(8, of: 13) : Tally(42, of: 47)
        return ReplyHint(parent: previous, confidence: tally.confidence(among: Tally(50, of: 60)))
    }
}

/// Ranks comments by the rare words they share with another: the sum of log(n / df) over word stems that stand in few comments
/// (K. Spärck Jones, "A statistical interpretation of term specificity", 1972), where talk about something published (a channel, a report, a link ...)
/// counts as one word whatever it is called.
struct SharedWords {
    /// The different stems of each comment, as numbers in ascending order.
    private var stems: [[Int32]] = []
    /// How many of them are about something published.
    private var published: [Int] = []
    /// In how many comments each stem stands.
    private var frequency: [Int32] = []
    private var publishedFrequency = 0
    /// log(n / df) by df, for what is rare; 0 behind.
    private var rarity: [Double] = []
    /// The rarity of all stems of each comment.
    private var weights: [Double] = []

    /// Five letters stand for a word's family well enough: "report", "reports", "reporting". Where nothing parts words, two signs are one.
    init(of comments: [Comment]) {
        var numbers = HashPlaces(capacity: 1_024)
        var words = PageWords(stem: 5)
        for comment in comments {
            let number = words.append(comment.text)
            let range = words.words(of: number)
            var own: [Int32] = []
            for at in range {
                var key = words.hashes[at]
                let place = words.places[at]
                if at + 1 < range.upperBound, place.end == words.places[at + 1].start {
                    key = (key ^ words.hashes[at + 1]) &* 0x9E37_79B9_7F4A_7C15
                } else if place.end - place.start < 4 {
                    continue
                }
                let number = numbers.insert(key)
                if number == frequency.count { frequency.append(0) }
                own.append(Int32(number))
            }
            own.sort()
            var different: [Int32] = []
            for number in own where different.last != number {
                different.append(number)
                frequency[Int(number)] += 1
            }
            let media = Set(words.hashes[range].lazy.filter(Self.publications.contains)).count
            if media > 0 { publishedFrequency += 1 }
            stems.append(different)
            published.append(media)
        }
        let limit = max(2, comments.count / 10)
        rarity = (0...limit).map { $0 == 0 ? 0 : max(0, naturalLogarithm(Double(comments.count) / Double($0))) }
        weights = stems.map { $0.reduce(0) { $0 + rarity(of: $1) } }
    }

    private func rarity(of stem: Int32) -> Double {
        let frequency = Int(frequency[Int(stem)])
        return frequency < rarity.count ? rarity[frequency] : 0
    }

    /// How much two comments share, in nats; 0 for nothing that is rare.
    func score(_ a: Int, _ b: Int) -> Double {
        let both = min(published[a], published[b])
        return shared(a, b).weight + (both > 0 ? Double(both) * naturalLogarithm(Double(stems.count) / Double(publishedFrequency)) : 0)
    }

    /// How many rare words two comments share.
    func count(_ a: Int, _ b: Int) -> Int { shared(a, b).count }

    /// How much two comments share for their length, 0 to 1; ten nats are added to each so that short ones are not alike by one word.
    func likeness(_ a: Int, _ b: Int) -> Double { shared(a, b).weight / ((weights[a] + 10) * (weights[b] + 10)).squareRoot() }

    private func shared(_ a: Int, _ b: Int) -> (weight: Double, count: Int) {
        var weight = 0.0, count = 0, i = 0, j = 0
        while i < stems[a].count, j < stems[b].count {
            if stems[a][i] == stems[b][j] {
                let rarity = rarity(of: stems[a][i])
                if rarity > 0 { (weight, count) = (weight + rarity, count + 1) }
                i += 1
                j += 1
            } else if stems[a][i] < stems[b][j] {
                i += 1
            } else {
                j += 1
            }
        }
        return (weight, count)
    }

    /// The candidate that shares most; `nil` where none shares anything rare.
    func best(of candidates: some Sequence<Int>, for comment: Int) -> Int? {
        var best: (Int, Double)?
        for candidate in candidates {
            let score = score(comment, candidate)
            if score > (best?.1 ?? 0) { best = (candidate, score) }
        }
        return best?.0
    }

    /// Stems of words for what is published, and for those who publish.
    private static let publications: HashPlaces = {
        var words = PageWords(stem: 5)
        for word in [
            "video", "vidéo", "chann", "youtu", "repor", "conte", "promo", "news", "websi", "site", "sites", "link", "links", "blog", "blogs",
            "artic", "infor", "analy", "sourc", "docum", "podca", "episo", "clip", "clips", "publi", "newsp", "journ",
            "kanal", "beric", "beitr", "nachr", "quell", "artik", "inhal", "seite", "zeitu", "canal", "chaîn", "conti", "fuent", "notic", "artíc",
            "enlac", "canai", "fonte", "conté", "artyk", "źródł", "видео", "канал", "новос", "стать", "сайт", "исто", "ссылк", "репор", "haber", "kayna",
        ] { words.append(word) }
        return HashPlaces(words.hashes)
    }()
}

/// ln x for x >= 1, by the series of atanh; this stage does without Foundation.
private func naturalLogarithm(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    let exponent = Double(x.exponent)
    let t = (x.significand - 1) / (x.significand + 1)
    var sum = 0.0
    var power = t
    for k in stride(from: 1, through: 19, by: 2) {
        sum += power / Double(k)
        power *= t * t
    }
    return exponent * 0.693_147_180_559_945_3 + 2 * sum
}
