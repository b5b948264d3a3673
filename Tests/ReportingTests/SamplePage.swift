import DiscourseModel

/// The invented page of `Reports/Examples/sample.html` as the pipeline would hand it to a report, made by hand.
func samplePage() -> AnalyzedPage {
    var page = PageMaker(
        title: "Council sells Port Ellery harbour to Gulf fund for £212m",
        blocks: [
            Block(kind: .paragraph, text: "Port Ellery’s council voted by 11 to 9 on Wednesday night to sell the town’s harbour, its cranes and the fish quay to Halcyon Maritime, an investment fund based in Abu Dhabi, for £212 million."),
            Block(kind: .paragraph, text: "The vote came at 11.40 pm, after the public gallery had been cleared. Two councillors left the room before the count and declined to say why."),
            Block(kind: .heading, text: "“A lifeline, not a sale”"),
            Block(kind: .paragraph, text: "“This is not a sale, it is a lifeline,” council leader Douglas Reave said. “The harbour has lost money in nine of the last ten years, and nobody else was standing in the queue.”"),
            Block(kind: .paragraph, text: "Halcyon has promised to keep all 340 jobs for three years and to dredge the channel by 2026. The contract, of which the Courier has seen a summary, puts no penalty on breaking either promise."),
            Block(kind: .paragraph, text: "The harbourmaster, Ines Calder, said that she learned of the vote from a reporter. “I have run this port for nineteen years. I would have liked a phone call,” she said."),
            Block(kind: .heading, text: "What happened at Saltmarsh"),
            Block(kind: .paragraph, text: "Fishing crews fear for the quay, where a berth costs £14 a night. At Saltmarsh, which the same fund bought in 2019, a berth now costs £95."),
            Block(kind: .paragraph, text: "Opposition members said they would ask for a judicial review. “You do not sell the front door of a town at midnight,” said Councillor Amina Sorel."),
            Block(kind: .paragraph, text: "Halcyon did not answer questions about who its investors are."),
        ])
    page.add(101, "Old Bosun", 7, 2,
        "Sold. Nineteen generations of fishermen, and it goes for the price of a footballer. The traitors who put up their hands should be named, every last one of them.")
    page.add(102, "ChandlerJo", 7, 15, answers: 0,
        "Their names are in the minutes, eleven of them. And “traitors” is a bit much, isn’t it? They are idiots, not spies.")
    page.add(103, "Old Bosun", 7, 31, answers: 1,
        "Idiots do not leave the room before a count. Somebody told those two to go for a walk. Follow the money.")
    page.add(104, "Maren Holt", 7, 40, badges: ["Author"], answers: 2,
        "We asked both councillors why they left. Neither has replied. If they do, we will publish it here.")
    page.add(105, "P. Lindqvist", 7, 48,
        "“The harbour has lost money in nine of the last ten years, and nobody else was standing in the queue.”\n\nBecause the same council set the fees! You starve the dog, and then you sell it for being thin.")
    page.add(106, "Keel & Co", 8, 3, answers: 4,
        "Exactly. And who wrote the report that said it was worth only 212 million? Halcyon’s own consultants, that’s who: https://courier.example/files/halcyon-report.pdf")
    page.add(107, "Guest", 8, 30,
        "WAKE UP PEOPLE!!! First the harbour, then the water, then your house. It is the same foreign mob everywhere, and the media will NEVER tell you.")
    page.add(108, "Tam the Ferry", 8, 36, answers: 6,
        "You are reading about it in the media, you muppet.")
    page.add(109, "Dr Wren Okafor", 9, 5,
        "I have no love for this deal, but the fund is not the enemy. Saltmarsh was bankrupt in 2018; it now employs more people than before the sale, according to the port authority’s own figures.\n\nThe question is what the contract says, and we have not been allowed to read it.")
    page.add(110, "Saltmarsh Sally", 9, 22, answers: 8,
        "I live in Saltmarsh. More people, yes. On zero hours, from an agency in another county. £95 a night, and the last crabber left in March. Believe me, you do not want our luck.")
    page.add(111, "Dr Wren Okafor", 9, 41, answers: 9,
        "Fair point, and I did not know about the agency. Do you have a source for the hours?")
    page.add(112, "Anonymous", 10, 2,
        "no surprise there. Reave’s brother in law has a new boat, I hear. Just asking.")
    page.add(114, "Netta", 10, 20,
        "@tidewatcher What about the bus station, then? You lot sold that in 2011, and nobody said a word. At least this one pays.")
    page.add(115, "ChandlerJo", 10, 27,
        "@Netta two wrongs don’t make a harbour.")
    page.add(116, "Harbour4All", 11, 10,
        "Sign the petition, come to the steps on Saturday at noon, bring a lamp. NO SALE WITHOUT A VOTE. Our harbour, our town, our children’s future!")
    page.add(117, "Old Bosun", 11, 18, answers: 14,
        "We will be there. And if they send the dredger in before the review, we will chain the gates and throw their suits in the dock.")
    page.edit {
        $0.page.canonicalURL = "https://courier.example/2024/09/11/council-sells-harbour/"
        $0.page.captured = Timestamp(year: 2024, month: 9, day: 14, hour: 6, minute: 30, utcOffset: 0)
        $0.article.byline = "Maren Holt"
        $0.article.published = Timestamp(year: 2024, month: 9, day: 11, hour: 23, minute: 58, utcOffset: 60)
        $0.article.site = "The Ellery Courier"
        $0.article.section = "Local politics"
        $0.article.tags = ["council", "Halcyon Maritime", "harbour"]
        $0.article.related = [RelatedLink(title: "Ferry cuts its winter timetable", url: "https://courier.example/2024/08/20/ferry-winter-timetable/")]
        $0.discussion.completeness = Completeness(claimed: 18)
        $0.notes = [
            Note(.replies, .doubt, "One comment answers tidewatcher, who is not on the page.", comment: 12),
            Note(.comments, .info, "One pingback is not counted as a comment."),
        ]
    }
    page.reply(12, Reply(inferredParent: 11, targetName: "tidewatcher", evidence: .init(rawValue: "label"), supporting: [.init(rawValue: "shared-words")], isExplicit: true, confidence: 0.9))
    page.reply(13, Reply(parent: 12, targetName: "Netta", evidence: .init(rawValue: "leading-name"), isExplicit: false, confidence: 0.93))
    page.quote(4, "“The harbour has lost money in nine of the last ten years, and nobody else was standing in the queue.”", block: 3)

    page.define("themes/economy", "Money and privatisation", "Prices, fees, sales of public property, consultants.")
    page.define("themes/government", "Council and government", "Councils, votes, councillors.")
    page.define("themes/labour", "Work", "Jobs, hours, agencies, wages.")
    page.define("themes/media", "Media", "The press, as a subject.")
    page.define("rhetoric/name-calling", "Name calling", "A person or group is given a label meant to insult.")
    page.define("rhetoric/conspiracy", "Conspiracy", "Hidden hands are said to steer events.")
    page.define("rhetoric/insinuation", "Insinuation", "A charge is hinted at and not made.")
    page.define("rhetoric/slogan", "Slogan and call to action", "A short phrase to rally behind, or a call to act.")
    page.define("rhetoric/shouting", "Shouting", "Words in capitals, rows of exclamation marks.")
    page.define("rhetoric/whataboutism", "Whataboutism", "A charge is answered with another charge.")
    page.define("rhetoric/agreement", "Agreement", "The speaker agrees with whom they answer.")

    let tags: [(Int, String, String)] = [
        (0, "themes/economy", "price of a footballer"), (0, "rhetoric/name-calling", "The traitors"), (0, "themes/economy", "Sold"),
        (1, "themes/government", "in the minutes"), (1, "rhetoric/name-calling", "idiots"),
        (2, "rhetoric/name-calling", "Idiots"), (2, "rhetoric/conspiracy", "Follow the money"), (2, "themes/economy", "money"),
        (2, "rhetoric/insinuation", "Somebody told those two"), (3, "themes/government", "councillors"),
        (4, "themes/government", "council"), (4, "themes/economy", "fees! You starve the dog, and then you sell"),
        (5, "rhetoric/agreement", "Exactly"), (5, "rhetoric/insinuation", "And who wrote the report"), (5, "themes/economy", "consultants"),
        (6, "rhetoric/shouting", "WAKE UP PEOPLE!!!"), (6, "rhetoric/conspiracy", "WAKE UP PEOPLE"), (6, "rhetoric/conspiracy", "the media will NEVER tell you"),
        (6, "themes/media", "the media"), (6, "rhetoric/name-calling", "foreign mob"), (6, "rhetoric/shouting", "NEVER"),
        (7, "themes/media", "the media"), (7, "rhetoric/name-calling", "you muppet"), (8, "themes/labour", "employs"), (8, "themes/economy", "deal"),
        (9, "themes/labour", "zero hours, from an agency"), (10, "rhetoric/agreement", "Fair point"), (10, "themes/labour", "agency"),
        (11, "rhetoric/insinuation", "I hear. Just asking"), (12, "rhetoric/whataboutism", "What about the bus station"), (12, "themes/economy", "sold"),
        (14, "rhetoric/slogan", "Sign the petition"), (14, "rhetoric/slogan", "NO SALE WITHOUT A VOTE"), (14, "rhetoric/shouting", "NO SALE WITHOUT A VOTE"),
        (14, "themes/government", "VOTE"), (15, "rhetoric/slogan", "We will be there"),
    ]
    for (comment, tag, words) in tags { page.tag(comment, tag, words) }
    page.tag(4, "themes/economy", "lost money", voice: .quoted)
    return page.made()
}
