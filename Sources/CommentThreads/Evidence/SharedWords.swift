package import DiscourseModel

extension Reply.Evidence {
    /// Of the comments that may be meant, the one that speaks of the same things.
    package static let sharedWords = Reply.Evidence(rawValue: "shared-words")
}

/// Ranks comments by the rare words they share with another: the sum of log(n / df) over word stems that stand in few comments
/// (K. Spärck Jones, "A statistical interpretation of term specificity", 1972), where talk about something published (a channel, a report, a link ...)
/// counts as one word whatever it is called.
struct SharedWords {
    /// The different stems of each comment, as numbers in ascending order.
    private var stems: [[Int]]
    /// How many of them are about something published.
    private var published: [Int]
    /// In how many comments each stem stands.
    private var frequency: [Int] = []
    private var publishedFrequency = 0

    init(of comments: [Comment]) {
        stems = []
        published = []
        var numbers: [String: Int] = [:]
        for comment in comments {
            var seen: Set<Int> = []
            var media = 0
            for word in comment.text.lowercased().split(whereSeparator: { !$0.isLetter }) where word.count >= 4 {
                // Six letters stand for a word's family well enough: "report", "reports", "reporting".
                let stem = String(word.prefix(6))
                let number = numbers[stem] ?? numbers.count
                if number == numbers.count {
                    numbers[stem] = number
                    frequency.append(0)
                }
                guard seen.insert(number).inserted else { continue }
                frequency[number] += 1
                if Self.publications.contains(String(stem.prefix(5))) { media += 1 }
            }
            if media > 0 { publishedFrequency += 1 }
            stems.append(seen.sorted())
            published.append(media)
        }
    }

    /// How much two comments share, in nats; 0 for nothing that is rare.
    func score(_ a: Int, _ b: Int) -> Double {
        let count = Double(stems.count)
        let limit = max(2, stems.count / 10)
        var sum = 0.0
        var i = 0
        var j = 0
        while i < stems[a].count, j < stems[b].count {
            if stems[a][i] == stems[b][j] {
                let df = frequency[stems[a][i]]
                if df <= limit { sum += naturalLogarithm(count / Double(df)) }
                i += 1
                j += 1
            } else if stems[a][i] < stems[b][j] {
                i += 1
            } else {
                j += 1
            }
        }
        let both = min(published[a], published[b])
        if both > 0 { sum += Double(both) * naturalLogarithm(count / Double(publishedFrequency)) }
        return sum
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

    /// First letters of words for what is published, and for those who publish.
    private static let publications: Set<String> = [
        "video", "vidéo", "chann", "youtu", "repor", "conte", "promo", "news", "websi", "site", "sites", "link", "links", "blog", "blogs",
        "artic", "infor", "analy", "sourc", "docum", "podca", "episo", "clip", "clips", "publi", "newsp", "journ",
        "kanal", "beric", "beitr", "nachr", "quell", "artik", "inhal", "seite", "zeitu", "canal", "chaîn", "conti", "fuent", "notic", "artíc",
        "enlac", "canai", "fonte", "conté", "artyk", "źródł", "видео", "канал", "новос", "стать", "сайт", "исто", "ссылк", "репор", "haber", "kayna",
    ]
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
