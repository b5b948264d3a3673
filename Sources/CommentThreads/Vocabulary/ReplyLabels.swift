extension Vocabulary {
    /// Words that name whom a comment answers, before the name, in lower case as they are spelt; at the beginning of an element nothing else begins so.
    ///
    /// From the translations of WordPress, Disqus, Drupal, Discourse, XenForo and phpBB.
    static let plainReplyLabels: [String] = [
        "in reply to", "in response to", "replying to", "reply to @", "responding to", "als antwort auf", "antwort auf", "en réponse à", "réponse à", "em resposta a", "en respuesta a", "in risposta a",
        "als reactie op", "in reactie op", "als antwoord op", "in antwoord op", "antwoord op", "reactie op", "in antwort auf", "em resposta ao", "em resposta à", "som svar til", "ca răspuns la", "v odpovědi na", "w odpowiedzi na", "odpowiedź na", "som svar på", "svar till", "в ответ на", "ответ на", "у відповідь на", "yanıt olarak", "előzmény:", "válasz erre:", "ردا على", "回复 @", "回覆 @",
    ]

    /// The same with labels that are words of sentences as well: in a header line the name behind them tells.
    static let replyLabels: [String] = plainReplyLabels + [
        "in answer to", "replied to", "reply to", "response to", "@reply to",
        "antwortet auf", "antwortete auf", "antwort an", "antwortet", "antwortete",
        "répond à", "a répondu à", "répondre à",
        "respuesta a", "responde a", "respondió a", "respondiendo a", "responder a",
        "resposta a", "respondeu a", "respondendo a",
        "risposta a", "ha risposto a", "rispondendo a",
        "w odpowiedzi do", "odpowiedź do", "odpowiada na", "odpowiedział",
        "svar til", "vastaus käyttäjälle", "vastauksena",
        "odpověď na", "odpověď uživateli", "odpověď pro", "reaguje na", "reakce na", "răspuns la", "válasz erre", "válaszolt erre", "válaszul",
        "σε απάντηση", "απάντηση σε",
        "в ответ", "ответ для", "ответил", "ответила", "ответил(а)", "отвечает", "відповідь на", "в отговор на",
        "cevap olarak", "yanıtlanan", "cevaplanan", "yanıtladı:", "cevapladı:",
        "ردًا على", "رد على", "في رد على", "בתגובה ל", "در پاسخ به", "trả lời", "membalas", "sebagai balasan",
        "回复给", " 回复 ", " 回覆 ", "回复@", "回复：", "回复:", "回覆@", "回覆：", "回應", "回应", "返信先", "→", "➝", "➜", "➤", "▸", "►", "▶", "➡", "⤷", "↳", "↪",
    ]

    /// The same where the words stand behind the name: 「浜の人さんへの返信」.
    static let replyLabelsBehind: [String] = [
        "さんへの返信", "さんへの返答", "さんに返信", "への返信", "に返信", "님에게 보낸 답글", "님에게 답글", "님에 대한 답글", "에게 답글", "的回复", "的回覆",
        "kullanıcısına yanıt olarak", "adlı kullanıcıya yanıt olarak", "adlı üyeye cevap", "kişisine yanıt olarak", "ye cevap olarak", "a cevap olarak", "e cevap olarak", "ya cevap olarak",
    ]
}
