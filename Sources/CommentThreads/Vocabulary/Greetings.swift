extension Vocabulary {
    /// Words that stand right before the name of someone who is addressed, as they are spelt.
    static let greetings: [String] = [
        "hi", "hey", "hello", "dear", "thanks", "thx", "you", "yes", "yeah", "no", "sorry", "ok", "well", "oh", "ah", "and", "but", "so", "agreed", "welcome",
        "hallo", "lieber", "liebe", "danke", "servus", "ja", "nein", "genau", "bonjour", "salut", "merci", "cher", "chère", "oui", "non", "hola", "gracias", "querido", "querida", "estimado", "estimada", "oye", "sí",
        "olá", "oi", "obrigado", "obrigada", "caro", "cara", "sim", "ciao", "grazie", "cześć", "hej", "dzięki", "drogi", "droga", "panie", "pani", "tak", "nie",
        "привет", "здравствуйте", "спасибо", "уважаемый", "уважаемая", "да", "нет", "merhaba", "selam", "teşekkürler", "sevgili", "sayın", "evet", "hayır",
        "مرحبا", "شكرا", "عزيزي", "يا", "أخي", "你好", "谢谢", "感谢",
    ]
}
