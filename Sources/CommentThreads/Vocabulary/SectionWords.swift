// Lines around a comment section, folded.
extension Vocabulary {
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

    /// Words of the line at a page's foot, where two and more stand side by side: "Imprint · Privacy · Contact".
    static let pageFoot: Set<String> = [
        "imprint", "privacy", "contact", "terms", "cookies", "cookie", "legal", "sitemap", "advertise", "advertising", "accessibility", "disclaimer", "careers", "press", "feedback", "faq", "rss",
        "impressum", "datenschutz", "datenschutzerklarung", "kontakt", "agb", "nutzungsbedingungen", "barrierefreiheit", "werbung", "mentions", "legales", "confidentialite", "cgu", "publicite",
        "aviso", "privacidad", "contacto", "publicidad", "privacidade", "contato", "publicidade", "termos", "contatti", "pubblicita", "polityka", "prywatnosci", "regulamin", "reklama",
        "контакты", "реклама", "конфиденциальность", "конфиденциальности", "правила", "gizlilik", "iletisim", "kunye", "reklam", "colofon", "voorwaarden", "adverteren", "integritetspolicy", "tietosuoja", "kontakty",
    ]

    /// Openings of sentences that comment systems put around comments, however long.
    static let notices: [String] = [
        "you can follow this conversation", "you can follow any responses", "you can skip to the end", "you can leave a response", "both comments and pings are", "subscribe to comments", "comment below or sign in",
        "your email address will not be published", "required fields are marked", "this is only a preview", "your comment is awaiting", "comments are moderated", "all comments are moderated", "note: comments",
        "sie mussen angemeldet sein", "du musst angemeldet sein", "ihre e-mail-adresse wird nicht", "deine e-mail-adresse wird nicht", "votre adresse e-mail ne sera pas", "votre adresse de messagerie ne sera pas", "vous devez etre connecte",
        "tu direccion de correo", "debes iniciar sesion", "o seu endereco de e-mail nao", "o seu endereco de email nao", "voce precisa fazer o login", "il tuo indirizzo email non", "twoj adres e-mail nie", "ваш e-mail не будет", "ваш адрес email не будет",
        "e-posta hesabiniz yayimlanmayacak", "لن يتم نشر عنوان بريدك", "您的电子邮箱地址不会", "您的邮箱地址不会", "メールアドレスが公開される",
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
