internal import Markup

/// The words of buttons and labels around comments, folded to lower case, in the languages of the web's larger comment systems.
enum Labels {
    /// Whether a short text is only a button or label ("Reply", "Report abuse", "Antworten", "Ответить (3)").
    static func isAction(_ text: String) -> Bool {
        guard text.utf8.count <= 60 else { return false }
        return LabelTable.hash(of: text).map(isAction) ?? true
    }

    static func isAction(_ label: UInt64) -> Bool { actions.contains(label) }

    /// Whether a short text invites to answer or to report a comment: the buttons that only comments have.
    static func isReplyAction(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { replyActions.contains(bytes) }

    /// Whether a link's text leads on to the whole of an article.
    static func isTeaser(_ bytes: ArraySlice<UInt8>) -> Bool { teasers.contains(bytes) }

    /// Whether a short text only says what its author is to the page ("Moderator", "Senior Member"), which may stand between name and time.
    static func isRole(_ label: UInt64) -> Bool { roles.contains(label) }

    /// Whether a label says that a time is that of a person and not of what was written.
    static func opensProfile(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count <= 40 else { return false }
        // "Reporter since 3 Feb 2015": whatever someone has been since then.
        guard !profileLabels.contains(bytes) else { return true }
        guard let end = bytes.lastIndex(where: { $0 != 0x20 }) else { return false }
        return sinces.contains(bytes[(bytes[...end].lastIndex(of: 0x20).map { $0 + 1 } ?? bytes.startIndex)...end])
    }

    private static let sinces = LabelTable(["since", "seit", "depuis", "sinds", "sedan", "siden"])

    private static let profileLabels = LabelTable([
        "joined", "join date", "reged", "reg date", "reg", "member since", "registered", "registration date", "registered on", "user since", "since", "birthday", "last online", "last seen", "last visit", "last active", "last activity", "last login", "last post", "last article", "latest post", "latest article", "letzter beitrag", "letzter artikel", "letzte aktivität", "dernier message", "dernier article", "dernière visite", "último mensaje", "último artículo", "última visita", "последнее сообщение", "последняя активность", "mitglied seit", "registriert", "registriert seit", "dabei seit", "anmeldedatum", "inscrit le",
        "inscription", "date d'inscription", "membre depuis", "inscrit depuis", "registrado", "registrado el", "miembro desde", "fecha de ingreso", "registrado em", "membro desde", "cadastrado em", "registrato", "registrato il", "iscritto dal", "iscritto il", "iscritto",
        "geregistreerd", "lid sinds", "lid geworden op", "dołączył", "dołączyła", "dołączył(a)", "rejestracja", "zarejestrowany", "registrerad", "medlem sedan", "medlem siden", "зарегистрирован", "регистрация", "дата регистрации", "на сайте с", "на форуме с",
        "kayıt tarihi", "üyelik tarihi", "katılım", "注册时间", "注册日期", "加入时间", "注册于", "登録日", "가입일",
    ])

    private static let roles = LabelTable([
        "moderator", "mod", "admin", "administrator", "author", "staff", "editor", "op", "original poster", "member", "new member", "senior member", "junior member", "active member", "full member", "premium member", "well-known member", "registered user", "registered",
        "verified", "verified purchase", "contributor", "top contributor", "maintainer", "owner", "collaborator", "subscriber", "supporter", "pro", "vip", "expert", "newbie", "veteran", "host", "team", "top commenter", "top fan", "creator", "backer", "superbacker", "pinned",
        "moderatorin", "redaktion", "mitglied", "autor", "autorin", "verfasser", "fortgeschrittener", "anfänger", "profi", "modérateur", "modératrice", "auteur", "rédaction", "membre", "abonné", "abonnée", "moderador", "miembro", "redacción", "membro", "autora", "moderatore", "autore", "redazione", "utente", "redactie", "auteur", "lid",
        "użytkownik", "redakcja", "medlem", "författare", "модератор", "администратор", "автор", "редакция", "участник", "пользователь", "moderatör", "yazar", "yönetici", "üye", "مشرف", "كاتب", "عضو", "楼主", "作者", "管理员", "版主", "会员", "高级会员", "投稿者", "管理人", "작성자", "운영자", "글쓴이",
    ])

    private static let replyActions = LabelTable([
        "reply", "reply to this", "reply to comment", "reply to this comment", "log in to reply", "sign in to reply", "report", "report abuse", "report comment", "report this comment", "report post",
        "flag", "flag comment", "flag as inappropriate", "quote", "reply with quote", "respond", "answer", "in reply to", "antworten", "auf diesen kommentar antworten", "melden", "beitrag melden", "kommentar melden", "zitieren",
        "répondre", "signaler", "signaler un abus", "signaler ce commentaire", "citer", "responder", "denunciar", "reportar", "citar", "rispondi", "segnala", "segnala abuso", "cita",
        "reageer", "beantwoorden", "reageren", "rapporteer", "citeer", "odpowiedz", "zgłoś", "cytuj", "svara", "anmäl", "citera", "ответить", "пожаловаться", "цитировать", "відповісти", "поскаржитися",
        "yanıtla", "cevapla", "şikayet et", "alıntıla", "رد", "الرد", "إبلاغ", "أبلغ", "اقتباس", "回复", "回覆", "举报", "檢舉", "返信", "返信する", "通報", "通報する", "답글", "신고",
        "atsakyti", "pranešti", "atbildēt", "ziņot", "vasta", "teata", "vastaa", "ilmianna", "odgovori", "prijavi", "odpovedať", "nahlásiť", "odpovědět", "nahlásit", "răspunde", "raportează", "válasz", "jelentem", "отговори", "докладвай", "απάντηση", "αναφορά",
        "הגב", "השב", "הגב לתגובה זו", "דווח", "trả lời", "báo cáo", "balas", "laporkan", "ตอบกลับ", "รายงาน", "जवाब दें", "svar", "anmeld", "rapportér", "respon", "denuncia", "پاسخ", "گزارش",
    ])

    private static let teasers = LabelTable([
        "read more", "more", "continue reading", "full story", "read full story", "read the full story", "read article", "read the rest", "learn more", "details", "leave a comment", "no comments", "comments", "post a comment", "kommentare", "kommentar schreiben", "keine kommentare", "commentaires", "laisser un commentaire", "comentarios", "deja un comentario", "comentários", "deixe um comentário", "commenti", "lascia un commento", "reacties", "komentarze", "dodaj komentarz", "комментарии", "комментариев", "yorumlar", "yorum yap", "view details", "find out more", "apply", "apply now", "buy now", "add to cart",
        "mehr", "weiterlesen", "mehr lesen", "zum artikel", "mehr erfahren", "lire la suite", "en savoir plus", "leer más", "seguir leyendo", "ver más", "leia mais", "continue lendo", "leggi tutto", "continua", "lees meer", "lees verder",
        "czytaj więcej", "czytaj dalej", "läs mer", "читать далее", "подробнее", "далее", "читати далі", "devamı", "devamını oku", "اقرأ المزيد", "المزيد", "阅读全文", "查看更多", "详细", "続きを読む", "詳しく見る", "더 보기", "자세히 보기",
    ])

    private static let actions = LabelTable([
        // English
        "reply", "replies", "reply to this", "reply to comment", "reply to this comment", "log in to reply", "login to reply", "sign in to reply",
        "log in or register to post comments", "login or register to post comments", "log in to post comments", "permalink", "permanent link", "link",
        "link to this", "link to this comment", "share", "share this", "report", "report abuse", "report comment", "report this comment", "report post",
        "report to moderator", "logged", "ip logged", "flag", "flag comment", "flag as inappropriate", "flag as offensive", "like", "likes", "unlike", "dislike", "like this", "liked", "quote", "quote this",
        "edit", "delete", "remove", "hide", "show", "hide replies", "show replies", "view replies", "view reply", "more", "read more", "show more",
        "see more", "expand", "collapse", "parent", "context", "full comments", "save", "unsave", "give award", "embed", "upvote", "downvote",
        "vote up", "vote down", "up", "down", "thumbs up", "thumbs down", "recommend", "recommended", "recommend this", "respond", "respond to this",
        "answer", "block", "block user", "ignore", "mute", "follow", "unfollow", "contact", "send message", "top", "back to top", "comment",
        "add comment", "add a comment", "post a comment", "post comment", "leave a reply", "cancel reply", "click here to cancel reply", "cancel",
        "copy link", "get link", "helpful", "not helpful", "was this helpful", "agree", "disagree", "good", "bad", "rate this", "rate up", "rate down",
        "says", "said", "wrote", "writes", "root", "prev", "next", "unvote", "favorite", "in reply to", "avatar", "gravatar", "user avatar", "profile",
        "view profile", "view public profile", "find more posts by", "send a private message to", "visit homepage", "print", "email", "e-mail", "mail", "tweet", "facebook", "twitter", "reply with quote", "multi-quote", "multiquote", "thanks", "thank",
        "reply to this parent share", "re", "your comment is awaiting moderation", "loading", "hide comment", "show comment", "show commenthide comment",
        "reply quote", "like reply", "reply link", "reply report", "edited", "like comment", "view", "points", "point", "votes", "vote", "posts", "post",
        "offensive", "spam", "abuse", "alert moderator", "warn", "unread", "new", "share on facebook", "share on twitter", "link to post", "copy to clipboard",
        // German
        "antworten", "antwort", "auf diesen kommentar antworten", "melden", "beitrag melden", "kommentar melden", "verstoß melden", "zitieren", "gefällt mir",
        "teilen", "link kopieren", "bearbeiten", "löschen", "mehr", "mehr anzeigen", "weiterlesen", "empfehlen", "nach oben", "antworten anzeigen", "permalink zu diesem kommentar", "zitat", "sagt", "schrieb", "schreibt",
        // French
        "répondre", "réponse", "réponses", "signaler", "signaler un abus", "signaler ce commentaire", "j'aime", "j’aime", "je n'aime pas", "partager", "lien permanent", "citer",
        "voir plus", "lire la suite", "modifier", "supprimer", "dit", "a écrit", "a dit", "recommander", "alerter",
        // Spanish, Portuguese, Italian
        "responder", "respuesta", "respuestas", "denunciar", "reportar", "me gusta", "no me gusta", "compartir", "enlace permanente", "citar", "ver más", "leer más", "editar", "eliminar",
        "dice", "dijo", "escribió", "curtir", "compartilhar", "denunciar comentário", "link permanente", "respostas", "resposta", "disse", "diz", "mais", "gostar",
        "rispondi", "risposta", "risposte", "segnala", "segnala abuso", "mi piace", "condividi", "cita", "scrive", "ha detto", "ha scritto", "altro", "modifica", "elimina",
        // Dutch, Polish, Swedish
        "reageer", "beantwoorden", "antwoord", "reageren", "rapporteer", "vind ik leuk", "delen", "zegt", "schreef", "citeer", "odpowiedz", "zgłoś", "zgłoś nadużycie", "lubię to", "udostępnij", "cytuj", "pisze", "svara", "anmäl", "gilla", "dela", "citera", "säger", "skriver",
        // Russian, Ukrainian
        "ответить", "ответ", "ответы", "пожаловаться", "жалоба", "нравится", "не нравится", "мне нравится", "поделиться", "ссылка", "постоянная ссылка", "цитировать", "цитата",
        "показать", "скрыть", "ещё", "еще", "удалить", "редактировать", "пишет", "говорит", "сказал", "развернуть", "свернуть", "родитель", "відповісти", "поскаржитися", "поділитися", "подобається",
        // Turkish, Arabic
        "yanıtla", "cevapla", "cevap", "şikayet et", "bildir", "beğen", "paylaş", "alıntı", "alıntıla", "devamı", "daha fazla", "رد", "الرد", "إبلاغ", "أبلغ", "إعجاب", "مشاركة", "اقتباس", "المزيد",
        // Chinese, Japanese, Korean
        "回复", "回覆", "举报", "檢舉", "赞", "讚", "踩", "分享", "引用", "更多", "展开", "收起", "查看回复", "返信", "返信する", "通報", "通報する", "いいね", "シェア", "もっと見る", "固定リンク", "답글", "신고", "공유", "좋아요",
        // The Baltic, the Balkans, Central Europe, the Nordic countries, Greek, Hebrew, Persian, South-East Asia
        "atsakyti", "pranešti", "patinka", "dalintis", "atbildēt", "ziņot", "vasta", "teata", "vastaa", "ilmianna", "jaa", "odgovori", "prijavi", "sviđa mi se", "odpovedať", "nahlásiť", "odpovědět", "nahlásit", "sdílet", "răspunde", "raportează", "îmi place", "distribuie",
        "válasz", "jelentem", "tetszik", "megosztás", "отговори", "докладвай", "сподели", "απάντηση", "αναφορά", "κοινοποίηση", "הגב", "השב", "הגב לתגובה זו", "דווח", "שתף", "trả lời", "báo cáo", "thích", "chia sẻ", "balas", "laporkan", "suka", "bagikan",
        "ตอบกลับ", "รายงาน", "แชร์", "जवाब दें", "svar", "anmeld", "rapportér", "synes godt om", "respon", "denuncia", "m'agrada", "پاسخ", "گزارش",
    ])

    /// The name behind "In reply to", "Antwort auf" ...; of "In reply to Some title by X" the last name. Empty where the label names nobody;
    /// `nil` where the text is no such label.
    static func replyTarget(_ text: String) -> String? {
        guard let label = replyOpeners.opener(of: text) else { return nil }
        var rest = String(text.dropFirst(label.count))
        if let by = rest.range(ofSuffixAfter: " by ") { rest = String(rest[by...]) }
        rest = stripAuthor(rest)
        // "In reply to Jo (12)": the number of the comment.
        if rest.hasSuffix(")"), let open = rest.lastIndex(of: "("), open > rest.startIndex, rest[rest.index(after: open)...].dropLast().allSatisfy({ $0.isNumber || $0 == "#" }) { rest = stripAuthor(String(rest[..<open])) }
        return rest.utf8.count <= 80 ? rest : nil
    }

    /// Whether a link's words say that it leads to what is answered: "replied to comment from X", "In reply to X".
    static func namesAnswered(_ line: String) -> Bool { answeredOpeners.opener(of: line, goesOn: true) != nil }

    private static let answeredOpeners = OpeningPhrases(Vocabulary.replyLabels.filter { $0.utf8.count > 5 })

    /// Whether a text of its own between two names says that the first answers the second: "replied to", "→".
    static func joinsNames(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count <= 60 else { return false }
        if joiners.contains(bytes) { return true }
        guard bytes.contains(0xE2) || bytes.contains(0x3E), bytes.count(where: { $0 > 0x20 }) <= 8 else { return false }
        return arrows.contains(String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace && $0 != ":" })
    }

    private static let joiners = LabelTable(Vocabulary.replyLabels + ["回复", "回覆", "回應", "回应", "返信", "replied", "respondió", "respondeu", "ha risposto", "antwortete", "antwoordde", "svarade"])
    private static let arrows: Set<String> = ["→", "➝", "➜", "↪", "►", "▶", "»", "›", ">", "⮕", "⟶"]

    /// A look at the first two letters, before a line is made of the words.
    static func mayBeginReplyLabel(_ bytes: ArraySlice<UInt8>) -> Bool { replyOpeners.mayOpen(bytes.drop { $0 <= 0x20 }) }

    private static let replyOpeners = OpeningPhrases(Vocabulary.plainReplyLabels)

    /// Whether a short text says that a name stands beside it: "Posted by", "X says:".
    static func introducesAuthor(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var start = 0, end = bytes.count
        while start < end, bytes[start] <= 0x20 { start += 1 }
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        guard start < end else { return false }
        // "Name:", with a colon of ASCII or a wide one and nothing behind it.
        if bytes.count <= 24, bytes[end - 1] == 0x3A || bytes[end - 1] == 0x9A, nameLabels.contains(bytes) { return !bytes[..<(end - 1)].contains { $0 == 0x3A || $0 == 0x9A } }
        func stands(_ word: [UInt8], at place: Int) -> Bool {
            guard place >= start, end - place >= word.count else { return false }
            for index in 0..<word.count where bytes[place + index] | 0x20 != word[index] | 0x20 { return false }
            return true
        }
        // Closers end in a colon, a dot or …; openers begin with one of a few letters.
        switch bytes[start] | 0x20 {
        case 0x70, 0x63, 0x77, 0x73, 0x6C, 0x67: for word in openers where stands(word, at: start) { return true }
        default: break
        }
        switch bytes[end - 1] {
        case 0x3A, 0x2E, 0xA6: for word in closers where stands(word, at: end - word.count) { return true }
        default: break
        }
        return false
    }

    /// Before a colon, in a cell or line of its own: whose entry in a guest book it is.
    private static let nameLabels = LabelTable(["name", "your name", "author", "poster", "nickname", "nick", "username", "autor", "verfasser", "nom", "pseudo", "auteur", "nombre", "nome", "autore", "naam", "imię", "namn", "navn", "имя", "автор", "ім'я", "isim", "ad", "الاسم", "姓名", "昵称", "作者", "名前", "お名前", "投稿者", "이름", "작성자"])

    private static let openers = ["posted by", "comment by", "comment from", "commented by", "written by", "submitted by", "left by", "geschrieben von", "publié par", "publicado por", "scritto da"].map { Array($0.utf8) }
    private static let closers = [
        "says:", "said:", "said...", "said…", "says...", "wrote:", "writes:", "commented:", "replied:", "sagt:", "schrieb:", "meint:", "a dit :", "a dit...", "a dit…", "dijo...", "dijo:", "dice:", "disse...",
        "disse:", "diz:", "ha detto...", "ha detto:", "scrive:", "zegt:", "pisze:", "säger:", "пишет:", "говорит:", "сказал:",
    ].map { Array($0.utf8) }
}
