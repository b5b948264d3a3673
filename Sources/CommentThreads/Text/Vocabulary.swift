/// What a word does on a comment page, apart from what it means in a sentence.
struct WordClass: OptionSet, Hashable {
    let rawValue: UInt16
    /// Names the thing: comments, responses, discussion.
    static let comment = WordClass(rawValue: 1)
    /// Reply, answer.
    static let reply = WordClass(rawValue: 2)
    /// A button or link under a comment: like, share, report, permalink, log in.
    static let action = WordClass(rawValue: 4)
    /// Says, wrote.
    static let says = WordClass(rawValue: 8)
    /// By, from.
    static let by = WordClass(rawValue: 16)
    /// Small words that furniture is held together with: to, the, this, or.
    static let glue = WordClass(rawValue: 32)
    static let posted = WordClass(rawValue: 64)
    /// Points, votes, likes, score.
    static let votes = WordClass(rawValue: 128)
    /// Its time is not when the comment was written: joined, edited, last seen.
    static let unposted = WordClass(rawValue: 256)
    /// Member, moderator, guest, staff.
    static let role = WordClass(rawValue: 512)
    /// Alternative text of a portrait: avatar, picture.
    static let alt = WordClass(rawValue: 1024)
    /// Show, hide, load, more.
    static let toggle = WordClass(rawValue: 2048)

    /// A line of a forum's side bar: location, messages, reputation.
    static let profile = WordClass(rawValue: 4096)

    /// Classes that make a line of nothing but known words a line of furniture.
    static let furniture: WordClass = [.reply, .action, .votes, .alt, .toggle]
}

/// The words of comment pages in the languages we read. Folded: lower case, no diacritics (`fold`), so `Réponses` is found as `reponses`.
///
/// Collected from the interface translations of common comment systems (WordPress, Disqus, phpBB, Drupal, MediaWiki) and from news sites.
enum Vocabulary {
    static let words: [String: WordClass] = {
        var words: [String: WordClass] = [:]
        for (value, list) in lists {
            for word in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) { words[Folding.fold(String(word)), default: []].formUnion(value) }
        }
        return words
    }()

    /// Longest phrase of Han, kana or Hangul in `words`, in characters.
    static let longestIdeographic = 6

    private static let lists: [(WordClass, String)] = [
        (.comment, """
            comment comments response responses thoughts discussion discussions replies answers reactions
            kommentar kommentare kommentaren leserkommentare diskussion antworten meinungen beitrage
            commentaire commentaires reponses avis reactions discussione
            comentario comentarios respuestas respostas opiniones discusion discussao
            commento commenti risposte
            komentarz komentarze komentarzy odpowiedzi dyskusja opinie
            комментарий комментарии комментариев комментария обсуждение обсуждения отзывы ответы
            yorum yorumlar yorumlari tartisma yanitlar
            تعليق تعليقات التعليقات تعليقا ردود النقاش
            评论 評論 留言 讨论 討論 条评论 則留言 コメント 댓글
            """),
        (.reply, """
            reply replies respond antworten antwort beantworten repondre reponse responder respuesta resposta rispondi risposta
            odpowiedz ответить ответ yanitla cevapla yanit رد الرد اضف 回复 回覆 返信 返信する 답글
            """),
        (.action, """
            permalink link links share tweet report flag delete edit quote save embed copy cite print email facebook twitter pinterest
            recommend recommended like liked likes dislike unlike love upvote downvote vote votes up down thumb thumbs agree disagree helpful
            inappropriate abuse spam hide close cancel login log sign register signup subscribe follow unfollow block ignore mute parent source
            context website contact message profile top back give gold award options loading offline online perma fedilink
            bookmark solution accept unread multi multiquote add useful whatsapp google plus
            melden teilen gefallt zitieren zitat bearbeiten loschen drucken anmelden einloggen empfehlen empfehlung
            signaler partager aime citer citation modifier supprimer connecter connectez connexion recommander
            denunciar reportar compartir compartilhar gusta citar editar eliminar borrar enlace iniciar sesion entrar curtir curtidas apagar excluir
            segnala condividi piace cita modifica elimina accedi
            zglos udostepnij lubie cytuj edytuj usun zaloguj
            пожаловаться поделиться нравится цитировать цитата изменить редактировать удалить ссылка войти войдите жалоба
            sikayet paylas begen begendim alinti duzenle sil giris bildir
            إبلاغ ابلاغ مشاركة شارك اعجاب أعجبني اعجبني اقتباس حذف تعديل رابط
            举报 舉報 檢舉 分享 赞 讚 点赞 引用 编辑 刪除 删除 链接 踩 顶 支持 反对
            通報 シェア いいね 引用する 削除 編集 공유 신고 추천
            """),
        (.says, """
            says said say wrote writes writes: commented replied responded
            sagt sagte schreibt schrieb meint dit ecrit dice dijo escribio escribe disse diz escreveu ha scrive scritto
            mowi pisze napisal napisala powiedzial пишет написал написала говорит сказал сказала пишет
            diyor dedi diyorki yazdi يقول قال كتب 说 說 说道 写道 より
            """),
        (.by, "by from von par por da di przez od от tarafindan بواسطة من 作者 投稿者 名前"),
        (.posted, """
            posted post posts submitted published commented added written asked answered started
            geschrieben verfasst erstellt veroffentlicht eingetragen publie poste ecrit publicado enviado escrito pubblicato inviato scritto
            opublikowano napisano dodano опубликовано добавлено написано gonderildi نشر 发表于 发表 發表於 发布于 投稿日 投稿
            """),
        (.votes, """
            point points pts vote votes score likes like upvotes downvotes karma rating rate children recommendations reactions insightful interesting informative funny
            punkte stimmen voix votos puntos pontos punti glosy балл голосов оценка oy puan نقاط 分 票 点
            """),
        (.unposted, """
            last joined join registered registriert dabei seit member since edited modified updated edit lastedited seen active changed viewed updated reviewed
            bearbeitet geandert modifie inscrit inscription editado modificado registrado ingreso desde iscritto modificato registrato dolaczyl
            edytowano zarejestrowany отредактировано изменено зарегистрирован регистрация kayit duzenlendi katilim انضم تعديل 编辑于 注册 注册于 登録
            """),
        (.role, """
            member members moderator moderators mod admin administrator staff author guest op contributor editor senior junior veteran newbie poster original verified commenter unregistered
            gast autor redaktion invite auteur invitado autor convidado ospite gosc гость автор модератор misafir زائر 楼主 作者 游客
            """),
        (.alt, """
            avatar gravatar picture photo image icon thumbnail thumb portrait userpic userpicture profilbild benutzerbild bild imagen foto immagine
            zdjecie awatar аватар фото resim صورة 头像 頭像 アイコン minus square
            """),
        (.toggle, """
            sort sorted newest oldest best order relevance chronological threaded nested flat
            sortieren neueste alteste trier recents anciens ordenar recientes recentes ordina recenti sortuj najnowsze najstarsze сортировка новые старые sirala 排序 最新 最早 新しい順 古い順
            show hide expand collapse load more less view all read unread toggle older newer previous next
            anzeigen ausblenden mehr weitere afficher masquer plus voir mostrar ocultar ver mas mais mostra nascondi pokaz ukryj wiecej
            показать скрыть ещё еще goster gizle daha عرض اخفاء المزيد 显示 展开 收起 更多 もっと 表示
            """),
        (.profile, """
            location posts messages joined reaction score age reputation gender occupation country city trophy rep registered threads reputations solutions
            ort wohnort beitrage nachrichten alter geschlecht registriert localisation inscrit lieu ubicacion mensajes edad localizacao mensagens idade
            localita messaggi posty skad wiek сообщений сообщения откуда репутация пол возраст konum mesaj mesajlar yas المشاركات 帖子 积分 注册时间
            """),
        (.glue, """
            to the this that on at in of for or and a an is it as with your you be if not no are
            zu zum diesen dieser diese auf am um uhr der die das den oder und im bei mit
            a le la les ce cette pour ou et en sur au un une du de
            al el los las este esta para o y del un una em no na ao os e
            il lo gli questo questa per alle alla su
            na do lub w z dnia tym
            в на и или к от с до о это этот
            icin bu ve veya ile
            في على و او الى هذا
            的 在 于 了 の に は
            """),
    ]

    /// Nouns for the posts of a forum thread: they open a section only with a number before them ("13 posts").
    static let countedPosts: Set<String> = ["posts", "messages", "beitrage", "mensajes", "mensagens", "messaggi", "posty", "сообщений", "сообщения", "mesaj", "帖子"]

    static let one: Set<String> = ["one", "ein", "eine", "einen", "un", "une", "uno", "una", "um", "uma", "jeden", "jedna", "один", "одно", "bir", "一"]

    /// Nouns that stand in menus as well: without a number they open nothing.
    static let weakNouns: Set<String> = ["answers", "discussions", "reactions", "thoughts", "response", "comment", "opinie", "opiniones", "avis", "meinungen", "отзывы", "ответы", "antworten", "respuestas", "respostas", "risposte", "odpowiedzi", "reponses", "yanitlar", "ردود"]

    /// Beside "comments": the section takes no more of them.
    static let closed: Set<String> = ["closed", "geschlossen", "fermes", "cerrados", "fechados", "chiusi", "zamkniete", "закрыты", "kapali", "مغلقة"]

    /// Words that name whom a comment answers, before the name. Longest first where one is part of another.
    static let replyLabels: [String] = [
        "in reply to", "in response to", "replying to", "responding to", "in answer to", "replied to", "reply to", "response to", "@reply to",
        "als antwort auf", "antwort auf", "antwortet auf", "antwort an",
        "en reponse a", "reponse a", "repond a",
        "en respuesta a", "respuesta a", "responde a", "responder a",
        "em resposta a", "em resposta ao", "resposta a", "respondendo a",
        "in risposta a", "risposta a", "rispondendo a",
        "w odpowiedzi na", "odpowiedz na", "odpowiada na", "w odpowiedzi do", "odpowiedz do",
        "в ответ на", "в ответ", "ответ на", "ответ для", "отвечает",
        "cevap olarak", "yanit olarak", "yanitlanan",
        "ردا على", "رد على",
        "回复给", "回复 @", "回复@", "回复：", "回复:", "回覆 @", "回覆@", "返信先", "in antwort auf",
    ]

    /// Openings of lines that end a comment section: forms, pings, neighbouring lists, page ends.
    static let sectionEnds: [String] = [
        "leave a", "leave your", "leave reply", "post a comment", "post comment", "post your comment", "post a new comment", "post new comment",
        "add a comment", "add comment", "add your comment", "add new comment", "write a comment", "write a reply", "submit a comment", "submit comment", "join the discussion", "join the conversation",
        "speak your mind", "have your say", "your comment", "your email address", "your name", "name (required)", "name required", "name *", "name*", "verify your comment", "comments are closed", "comments closed",
        "commenting is closed", "commenting has been", "comments for this", "comments on this entry are closed", "the comments to this entry are closed", "this entry was posted", "blog comments powered", "comments powered", "powered by", "you must be logged", "you must log in", "sign in to comment",
        "log in to comment", "login to comment", "trackback", "pingback", "trackbacks", "pingbacks", "links to this post", "recent posts", "recent comments", "latest comments", "latest posts", "popular posts",
        "related", "you may also like", "you might also", "more from", "more stories", "similar threads", "similar topics", "previous post", "next post", "older post", "newer post", "« previous", "next »", "← previous", "next →", "previous article", "next article",
        "archives", "categories", "blogroll", "copyright", "©", "all rights reserved", "subscribe to", "subscribe by", "follow us", "about us", "about the author", "about me", "notify me", "quick reply", "quick links", "you cannot post", "you may not post", "thread tools", "jump to", "forum jump", "return to", "who is online", "users browsing", "want to reply", "create an account or sign in", "create an account to", "go to topic listing", "recently browsing", "your answer", "not the answer", "thanks for contributing", "browse other questions", "explore related questions", "hot network questions", "primary sidebar", "reader interactions", "search this", "submit story", "there may be more comments", "get more comments", "view more", "share this", "this site uses akismet", "terms of", "privacy policy", "report this ad", "sponsored", "advertisement", "most popular", "most read", "trending", "footer", "navigation", "post navigation", "comment navigation", "you are commenting using", "please log in", "please sign in", "please login", "suggested topics", "suggested reading", "welcome back",
        "kommentar schreiben", "kommentar verfassen", "kommentar hinterlassen", "kommentieren", "schreibe einen kommentar", "schreiben sie einen", "ihr kommentar", "dein kommentar", "antwort schreiben", "ahnliche", "mehr zum thema", "impressum", "datenschutz",
        "laisser un commentaire", "ecrire un commentaire", "ajouter un commentaire", "publier un commentaire", "votre commentaire", "articles similaires", "a lire aussi", "mentions legales",
        "deja un comentario", "dejar un comentario", "escribe un comentario", "anadir comentario", "deja una respuesta", "tu comentario", "articulos relacionados", "entradas recientes",
        "deixe um comentario", "deixe uma resposta", "escreva um comentario", "deixe o seu", "comente", "artigos relacionados",
        "lascia un commento", "scrivi un commento", "aggiungi un commento", "articoli correlati",
        "dodaj komentarz", "napisz komentarz", "zostaw komentarz", "skomentuj", "podobne", "zobacz takze",
        "оставить комментарий", "добавить комментарий", "написать комментарий", "ваш комментарий", "похожие", "читайте также", "добавить ответ",
        "yorum yap", "yorum yaz", "bir yorum", "bir cevap yazin", "benzer", "ilgili",
        "اترك تعليق", "اضف تعليق", "أضف تعليق", "اكتب تعليق", "مواضيع",
        "发表评论", "发表回复", "發表評論", "發佈留言", "写评论", "相关", "コメントを残す", "コメントを書く", "コメントする", "関連",
    ]

    /// Openings of sentences that comment systems put around comments, however long.
    static let notices: [String] = [
        "you can follow this conversation", "you can follow any responses", "you can skip to the end", "you can leave a response", "both comments and pings are", "subscribe to comments", "comment below or sign in",
        "your email address will not be published", "required fields are marked", "this is only a preview", "your comment is awaiting", "comments are moderated", "all comments are moderated", "note: comments",
        "sie mussen angemeldet sein", "du musst angemeldet sein", "ihre e-mail-adresse wird nicht", "deine e-mail-adresse wird nicht", "votre adresse e-mail ne sera pas", "votre adresse de messagerie ne sera pas", "vous devez etre connecte",
        "tu direccion de correo", "debes iniciar sesion", "o seu endereco de e-mail nao", "o seu endereco de email nao", "voce precisa fazer o login", "il tuo indirizzo email non", "twoj adres e-mail nie", "ваш e-mail не будет", "ваш адрес email не будет",
        "e-posta hesabiniz yayimlanmayacak", "لن يتم نشر عنوان بريدك", "您的电子邮箱地址不会", "您的邮箱地址不会", "メールアドレスが公開される",
    ]

    /// Words that open a line over a quoted passage: "Originally posted by Jo", "Quote from: Jo".
    static let quoteOpeners: Set<String> = [
        "originally", "quote", "quoting", "zitat", "ursprunglich", "citation", "cita", "citando", "citacao", "cytat", "citaat", "цитата", "цитирую", "alinti", "اقتباس", "引用",
    ]

    /// What closes a quoted passage that a forum shows in part, white space taken out.
    static let quoteClosers: [String] = [
        "clicktoexpand", "zumvergroßernanklicken", "zumvergrossernanklicken", "zumvergrosernanklicken", "cliquezpouragrandir", "hazclicparaexpandir", "cliqueparaexpandir", "fareclicperespandere", "cliccaperespandere",
        "kliknij,abyrozwinac", "klikomtevergroten", "нажмитедляраскрытия", "нажмите,чтобыраскрыть", "genisletmekicintıkla", "genisletmekicintikla", "انقرللتوسيع", "点击展开", "點擊展開", "クリックして展開",
    ]

    /// Parts of lines that say that more comments exist elsewhere.
    static let moreElsewhere: [String] = [
        "load more", "more comments", "older comments", "newer comments", "show more comments", "view all comments", "all comments", "see all", "previous comments", "view more comments", "load comments", "load all",
        "mehr kommentare", "weitere kommentare", "alle kommentare", "ältere kommentare", "plus de commentaires", "voir tous", "mas comentarios", "mais comentarios", "altri commenti",
        "wiecej komentarzy", "wszystkie komentarze", "ещё комментарии", "еще комментарии", "все комментарии", "tum yorumlar", "daha fazla yorum", "المزيد من التعليقات", "更多评论", "查看更多", "もっと見る",
    ]

    /// Words with a number between them that say which page of a thread this is: "page 2 of 7".
    static let page: Set<String> = ["page", "seite", "pagina", "strona", "страница", "sayfa", "صفحة"]
    static let of: Set<String> = ["of", "von", "sur", "de", "di", "z", "из", "/", "من"]
}
