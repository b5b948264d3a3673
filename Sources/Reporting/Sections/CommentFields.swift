import DiscourseModel

/// What the template of a comment is given.
func commentFields(_ material: ReportMaterial, _ index: Int, level: Int) -> Fields {
    let comment = material.comments[index]
    let language = material.page.article.language.flatMap { $0.hasPrefix("en") ? nil : $0 }
    return [
        "id": .text(comment.id), "indent": .text("l\(min(level, indentLimit))"), "level": .text(String(level)), "isRoot": .flag(level == 0),
        "deep": level > indentLimit ? .text("level \(level)") : .none,
        "author": .optional(comment.author?.name), "profile": .optional(safeLink(comment.author?.profile)),
        "badges": .list((comment.author?.badges ?? []).map { ["badge": .text($0)] }),
        "time": .optional(comment.posted.map(readable) ?? comment.postedText), "datetime": .optional(comment.posted?.iso8601),
        "votes": .optional(votes(comment.votes)), "permalink": .optional(safeLink(comment.permalink, on: material.liveURL)),
        "place": .optional(comment.place.map(place)), "state": comment.state == .live ? .none : .text(comment.state.rawValue),
        "pingback": .flag(comment.kind == .pingback), "reply": replyFields(material, index), "language": .optional(language),
        "quoted": .list(comment.quoted.map { passage in ["by": .optional(passage.author), "text": .markup(quoteBox(passage.text))] }),
        "body": .markup(commentBody(material, index)), "signature": .optional(comment.signature),
        "hasChips": .flag(!material.taggings[index].isEmpty), "chips": .list(chips(material, index)),
    ]
}

/// Where a comment stands in the saved page.
private func place(_ place: Place) -> String {
    "bytes \(place.start)–\(place.end) of \(place.page.map { "saved page \($0)" } ?? "the saved page")" + (place.node.map { ", node \($0)" } ?? "")
}

private func quoteBox(_ text: String) -> Markup {
    Markup { html in
        let utf8 = Array(text.utf8)
        for paragraph in paragraphs(of: utf8) {
            html.open("p")
            html.lines(utf8[paragraph])
            html.close("p")
        }
    }
}

private func replyFields(_ material: ReportMaterial, _ index: Int) -> TemplateValue {
    func target(_ index: Int) -> TemplateValue { .fields(["id": .text(material.id(index)), "name": .text(material.speaker(index))]) }
    let evidence = TemplateValue.text(material.evidence(index))
    func fields(_ kind: String, _ verb: String, target answered: TemplateValue = .none, absent: String? = nil, guess: Int? = nil) -> TemplateValue {
        .fields([
            "class": .text(kind), "verb": .text(verb), "target": answered, "absent": .optional(absent), "evidence": evidence,
            "guess": guess.map(target) ?? .none, "guessEvidence": .optional(material.guessEvidence(index)),
        ])
    }
    return switch material.mark(index) {
    case nil: .none
    case .link(let parent, true): fields("stated", "answers", target: target(parent))
    case .link(let parent, false): fields("inferred", "probably answers", target: target(parent))
    case .guess(let parent): fields("inferred guessed", "may answer", target: target(parent))
    case .absent(let name, let guess): fields("absent", "answers", absent: name, guess: guess)
    case .open(let guess): fields("absent", "answers someone; the page does not tell whom", guess: guess)
    }
}

private func votes(_ votes: Votes?) -> String? {
    guard let votes else { return nil }
    if let up = votes.up, let down = votes.down { return "+\(up) −\(abs(down))" }
    return votes.balance.map { $0 > 0 ? "+\($0)" : $0 < 0 ? "−\($0.magnitude)" : "0" }
}

private func chips(_ material: ReportMaterial, _ index: Int) -> [Fields] {
    distinctTags(material.taggings[index]).map { tag, own, quoted in
        [
            "kind": .text(material.kind(tag).rawValue), "label": .text(material.label(tag)), "isQuoted": .flag(own == 0),
            "isExperimental": .flag(own > 0 && !material.isCounted(tag)),
            // A tag that is in no figure (only in quoted words, or experimental) has no row to lead to.
            "href": own > 0 && material.isCounted(tag) ? .text("#" + material.anchor(tag: tag)) : .none,
            "times": own > 1 ? .text("×\(own)") : .none,
        ]
    }
}
