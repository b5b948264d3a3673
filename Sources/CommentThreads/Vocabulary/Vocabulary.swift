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
            kommentar kommentare kommentaren leserkommentare lesermeinungen leserreaktionen nutzerkommentare diskussion antworten meinungen beitrage
            commentaire commentaires reponses avis reactions discussione
            comentario comentarios respuestas respostas opiniones discusion discussao
            commento commenti risposte
            komentarz komentarze komentarzy odpowiedzi dyskusja opinie
            комментарий комментарии комментариев комментария обсуждение обсуждения отзывы ответы
            yorum yorumlar yorumlari tartisma yanitlar
            تعليق تعليقات التعليقات تعليقا ردود النقاش
            评论 評論 留言 跟贴 跟帖 热评 讨论 討論 条评论 則留言 コメント 댓글
            reactie reacties opmerking opmerkingen kommentarer kommentaren inlagg svar kommentit vastausta komentare komentaru prispevky prispevku prispevek odpovedi comentarii raspunsuri hozzaszolas hozzaszolasok σχολια коментар коментарі коментари коментарів bình luận komentar תגובות نظرات 의견 덧글
            komentarai komentaru komentaras komentari komentara komentarji komentarjev komentars kommentaarid kommentaari kommentaar kommenttia kommentti kommenter коментара comentaris iruzkinak komente komentet ummæli ความคิดเห็น टिप्पणियाँ टिप्पणी ulasan לתגובה תגובה
            """),
        (.reply, """
            reply replies replying respond antworten antwort beantworten repondre reponse responder respuesta resposta rispondi risposta
            odpowiedz ответить ответ yanitla cevapla yanit رد الرد اضف 回复 回覆 返信 返信する 답글 回應 回应 답변 답장
            reageer reageren beantwoord beantwoorden antwoord antwoorden svara besvara svar vastaa odpovedet odpoved raspunde valasz απαντηση відповісти відповідь отговори balas השב پاسخ
            atsakyti atbildet vasta vastata odgovori odgovor odpovedat respon הגב ตอบกลับ
            """),
        (.action, """
            permalink link links share tweet report flag delete edit quote save embed copy cite print email facebook twitter pinterest
            recommend recommended like liked likes dislike unlike love upvote downvote vote votes up down thumb thumbs agree disagree helpful
            inappropriate abuse spam hide close cancel login log sign register signup subscribe follow unfollow block ignore mute parent source
            context website contact message profile top back give gold award options loading offline online perma fedilink
            bookmark solution accept thread unread url multi multiquote add useful whatsapp google plus
            melden teilen gefallt zitieren zitat bearbeiten loschen drucken anmelden einloggen empfehlen empfehlung
            signaler partager aime citer citation modifier supprimer connecter connectez connexion recommander
            denunciar reportar compartir compartilhar gusta citar editar eliminar borrar enlace iniciar sesion entrar curtir curtidas apagar excluir
            segnala condividi piace cita modifica elimina accedi
            zglos udostepnij lubie cytuj edytuj usun zaloguj
            пожаловаться поделиться нравится цитировать цитата изменить редактировать удалить ссылка войти войдите жалоба
            sikayet paylas begen begendim alinti duzenle sil giris bildir
            إبلاغ ابلاغ مشاركة شارك اعجاب أعجبني اعجبني اقتباس حذف تعديل رابط
            举报 舉報 檢舉 分享 赞 讚 点赞 引用 编辑 刪除 删除 链接 踩 顶 支持 反对
            通報 シェア いいね 引用する 削除 編集 공유 신고 추천 좋아요 싫어요 공감 비공감 삭제 수정
            rapporteer rapporteren melden deel delen citeer citeren leuk verwijderen bewerken inloggen anmal anmala dela gilla citera redigera ta bort logga ilmoita tykkaa jaa nahlasit sdilet raporteaza distribuie jelentes megosztas поскаржитися поділитися подобається цитувати редагувати видалити увійти 收藏 投诉 不喜欢 点踩 댓글달기
            pranesti dalintis patinka zinot dalities teata meeldib prijavi podijeli deli svidja nahlasit paci докладвай сподели харесва αναφορα κοινοποιηση דווח שתף laporkan bagikan suka ilmianna anmeld synes tetszik รายงาน
            """),
        (.says, """
            says said say wrote writes writes: commented replied responded
            sagt sagte schreibt schrieb meint dit ecrit dice dijo escribio escribe disse diz escreveu ha scrive scritto
            sagen meinen disent dicen dizem dicono zeggen mowia говорят пишут
            mowi pisze napisal napisala powiedzial пишет написал написала говорит сказал сказала пишет
            diyor dedi diyorki yazdi يقول قال كتب 说 說 说道 写道 より zegt schreef zei sager skrev skriver sanoo rika napsal пише каже написав
            """),
        (.by, "by from von par por da di przez od от tarafindan بواسطة من 作者 投稿者 名前 door av af від"),
        (.posted, """
            posted post posts submitted published commented added written asked answered started
            geschrieben verfasst erstellt veroffentlicht eingetragen publie poste ecrit publicado enviado escrito pubblicato inviato scritto
            opublikowano napisano dodano опубликовано добавлено написано gonderildi نشر 发表于 发表 發表於 发布于 投稿日 投稿 發佈於 回复于 作成日 작성일 등록일 geplaatst geschreven skapad skrevet додано
            """),
        (.votes, """
            point points pts vote votes score likes like upvotes downvotes karma rating rate children recommendations reactions insightful interesting informative funny
            punkte stimmen voix votos puntos pontos punti glosy punten stemmen poang roster балів голосів балл голосов оценка oy puan نقاط 分 票 点
            """),
        (.unposted, """
            last joined join registered registriert dabei seit since edited modified updated edit lastedited seen active changed viewed updated reviewed
            bearbeitet geandert modifie inscrit inscription editado modificado registrado ingreso desde iscritto modificato registrato dolaczyl
            edytowano zarejestrowany отредактировано изменено зарегистрирован регистрация kayit duzenlendi katilim انضم تعديل 编辑于 注册 注册于 登録
            """),
        (.role, """
            member members moderator moderators mod admin administrator staff author guest op contributor editor senior junior veteran newbie poster original verified commenter unregistered maintainer collaborator subscriber
            visitor visiteur besucher visitante visitatore gast autor redaktion invite auteur invitado autor convidado ospite gosc гость автор модератор misafir زائر 楼主 作者 游客 版主 管理员 高级会员 会员 moderatorin mitglied membre miembro membro lid medlem участник пользователь администратор üye 작성자 운영자
            """),
        (.alt, """
            avatar gravatar picture photo image icon arrow chevron thumbnail thumb portrait userpic userpicture profilbild benutzerbild bild imagen foto immagine
            zdjecie awatar аватар фото resim صورة 头像 頭像 アイコン minus square
            """),
        (.toggle, """
            sort sorted newest oldest best order relevance chronological threaded nested flat
            sortieren neueste alteste trier recents anciens ordenar recientes recentes ordina recenti sortuj najnowsze najstarsze сортировка новые старые sirala 排序 最新 最早 新しい順 古い順
            show hide expand collapse load more less view all read unread toggle older newer previous next
            anzeigen ausblenden mehr weitere afficher masquer plus voir mostrar ocultar ver mas mais mostra nascondi pokaz ukryj wiecej
            показать скрыть раскрыть развернуть свернуть ветку ещё еще goster gizle daha عرض اخفاء المزيد 显示 展开 收起 更多 热门 最热 もっと 表示 zobrazit skryt vlakno vlakna cele
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
            של על זו זה את לכתבה
            的 在 于 了 の に は この記事への 全部 所有 网友 精彩 精选
            """),
    ]

    /// Pictures of people alone.
    static let portraits: Set<String> = ["avatar", "gravatar", "userpic", "userpicture", "profilbild", "benutzerbild", "awatar", "аватар", "头像", "頭像", "アバター", "아바타"]

    /// Whose comments a heading announces: "Reader comments".
    static let readers: Set<String> = ["reader", "readers", "user", "users", "visitor", "visitors", "leser", "nutzer", "lecteurs", "internautes", "lectores", "usuarios", "leitores", "lettori", "lezers", "customer", "customers", "guest", "guests", "kunden", "clients", "clientes", "clienti", "klantenervaringen", "klientow", "покупателей", "пользователей", "czytelnikow", "читателей", "okuyucu"]

    /// Those of them who say something of an article, and not of what they bought.
    static let audience: Set<String> = ["reader", "readers", "leser", "leserinnen", "lecteurs", "lectores", "leitores", "lettori", "lezers", "lasare", "czytelnicy", "читатели", "okurlar"]

    /// Nouns for the posts of a forum thread: they open a section only with a number before them ("13 posts").
    static let countedPosts: Set<String> = ["posts", "messages", "beitrage", "mensajes", "mensagens", "messaggi", "posty", "сообщений", "сообщения", "mesaj", "帖子", "reviews", "review", "rezensionen", "bewertungen", "recensioni", "recenzji", "recenzje", "resenas", "avaliacoes", "recensies", "отзывов", "отзыва", "отзыв"]

    /// What readers and buyers write of a thing: behind a word for them they open a section.
    static let reviews: Set<String> = ["reviews", "rezensionen", "bewertungen", "avis", "resenas", "opiniones", "avaliacoes", "recensioni", "recensies", "recenzje", "opinie", "отзывы"]

    /// Behind a number: thousands and millions of something.
    static let magnitudes: Set<String> = ["k", "m", "tsd", "mio", "mil", "mln", "тыс", "млн", "万", "萬", "만", "천"]

    static let one: Set<String> = ["one", "ein", "eine", "einen", "un", "une", "uno", "una", "um", "uma", "jeden", "jedna", "один", "одно", "bir", "一"]

    /// Nouns that stand in menus as well: without a number they open nothing.
    static let weakNouns: Set<String> = ["answers", "discussions", "reactions", "thoughts", "response", "comment", "opinie", "opiniones", "avis", "meinungen", "отзывы", "ответы", "antworten", "respuestas", "respostas", "risposte", "odpowiedzi", "reponses", "yanitlar", "ردود"]

    /// Before a colon: whose entry it is.
    static let nameLabels: Set<String> = [
        "comment from", "comment by", "kommentar von", "commentaire de", "commentaire par", "comentario de", "commento di", "reactie van", "name", "author", "poster", "sender", "user", "username", "nick", "nickname", "posted by", "written by", "submitted by", "nom", "pseudo", "auteur", "nombre", "autor", "nome", "autore", "naam", "imie", "namn", "navn", "имя", "автор", "isim", "gonderen", "الاسم", "姓名", "昵称", "作者", "投稿者", "名前", "이름", "작성자",
    ]

    /// Header fields of mail and news (RFC 5322, RFC 5536) that archives show, without those whose names are words of other pages.
    static let mailHeaders: Set<String> = ["message-id", "newsgroups", "in-reply-to", "mime-version", "content-type", "content-transfer-encoding", "nntp-posting-host", "user-agent", "reply-to", "x-mailer", "x-newsreader", "xref", "return-path", "delivered-to", "list-id", "followup-to"]

    /// What nobody does but in comments.
    static let commentVerbs: Set<String> = [
        "commented", "replied", "responded", "answered", "kommentierte", "kommentiert", "antwortete", "commente", "repondu", "comento", "respondio", "comentou", "respondeu", "commentato", "risposto", "reageerde", "antwoordde", "skomentowal", "skomentowala", "odpowiedzial", "odpowiedziala", "kommenterade", "svarade",
        "прокомментировал", "прокомментировала", "ответил", "ответила", "комментирует", "відповів", "yanitladi", "评论了", "回复了",
    ]

    /// What a question page puts before the time of an answer, below its words.
    static let answerVerbs: Set<String> = ["answered", "beantwortet", "repondue", "repondu", "respondida", "respondido", "risposto", "odpowiedziano", "ответ", "отвечено", "回答于", "回答"]
    /// The same for the question.
    static let questionVerbs: Set<String> = ["asked", "gefragt", "demandee", "posee", "preguntada", "formulada", "perguntada", "chiesto", "chiesta", "zadane", "задан", "задано", "sorulan", "提问于", "質問"]

    /// Nouns for what answers a comment, behind a number: "(11 children)", "3 replies".
    static let countedAnswers: Set<String> = [
        "children", "child", "replies", "reply", "antworten", "antwort", "reponses", "reponse", "respuestas", "respuesta", "respostas", "resposta", "risposte", "risposta", "reacties", "odpowiedzi", "odpowiedz", "ответа", "ответов", "ответ", "yanit", "svar", "回复", "返信", "답글",
    ]

    /// What a wiki's signature links beside the name, to be talked to.
    static let signatureLinks: Set<String> = ["talk", "diskussion", "discuter", "discusion", "discussao", "discussione", "overleg", "dyskusja", "обсуждение", "обс", "tartisma", "نقاش", "留言", "会話", "토론", "keskustelu", "diskuse"]

    /// Words before what a comment was written with, or where: "来自网页", "IP属地：上海".
    static let origins = ["来自", "來自", "属地"]

    /// Buttons that stand under articles and products as well: they offer to pass something on, not to answer it.
    static let sharing: Set<String> = [
        "share", "save", "print", "email", "facebook", "twitter", "tweet", "pinterest", "whatsapp", "google", "plus", "embed", "link", "links", "copy", "bookmark", "add", "follow", "teilen", "drucken", "partager", "compartir", "compartilhar", "condividi", "udostepnij", "поделиться", "paylas", "مشاركة", "شارك", "分享", "シェア", "공유", "delen", "dela", "sdilet", "megosztas",
    ]

    /// Beside "comments": the section takes no more of them.
    static let closed: Set<String> = ["closed", "geschlossen", "fermes", "cerrados", "fechados", "chiusi", "zamkniete", "закрыты", "kapali", "مغلقة"]
}
