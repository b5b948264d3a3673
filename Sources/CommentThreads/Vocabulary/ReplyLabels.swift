extension Vocabulary {
    /// Words that name whom a comment answers, before the name, in lower case as they are spelt.
    ///
    /// From the translations of WordPress, Disqus, Drupal, Discourse, XenForo and phpBB.
    static let replyLabels: [String] = [
        "in reply to", "in response to", "replying to", "responding to", "in answer to", "replied to", "reply to", "response to", "@reply to",
        "als antwort auf", "in antwort auf", "antwort auf", "antwortet auf", "antwortete auf", "antwort an", "antwortet", "antwortete",
        "en réponse à", "réponse à", "répond à", "a répondu à", "répondre à",
        "en respuesta a", "respuesta a", "responde a", "respondió a", "respondiendo a", "responder a",
        "em resposta ao", "em resposta à", "em resposta a", "resposta a", "respondeu a", "respondendo a",
        "in risposta a", "risposta a", "ha risposto a", "rispondendo a",
        "als reactie op", "in reactie op", "als antwoord op", "antwoord op", "reactie op",
        "w odpowiedzi na", "w odpowiedzi do", "odpowiedź na", "odpowiedź do", "odpowiada na", "odpowiedział",
        "som svar på", "svar till", "som svar til", "svar til", "vastaus käyttäjälle", "vastauksena",
        "v odpovědi na", "odpověď na", "odpověď pro", "ca răspuns la", "răspuns la", "válasz erre:", "válaszul", "σε απάντηση", "απάντηση σε",
        "в ответ на", "в ответ", "ответ на", "ответ для", "ответил", "ответила", "отвечает", "у відповідь на", "відповідь на", "в отговор на",
        "cevap olarak", "yanıt olarak", "yanıtlanan", "cevaplanan",
        "ردا على", "ردًا على", "رد على", "في رد على", "בתגובה ל", "در پاسخ به", "trả lời", "membalas", "sebagai balasan",
        "回复给", "回复 @", "回复@", "回复：", "回复:", "回覆 @", "回覆@", "回覆：", "回應", "回应", "返信先", "→", "➝", "➜", "↪",
    ]

    /// The same where the words stand behind the name: 「浜の人さんへの返信」.
    static let replyLabelsBehind: [String] = [
        "さんへの返信", "さんへの返答", "さんに返信", "への返信", "に返信", "님에게 보낸 답글", "님에게 답글", "님에 대한 답글", "에게 답글", "的回复", "的回覆",
        "kullanıcısına yanıt olarak", "adlı kullanıcıya yanıt olarak", "adlı üyeye cevap", "kişisine yanıt olarak", "ye cevap olarak", "a cevap olarak", "e cevap olarak", "ya cevap olarak",
    ]
}
