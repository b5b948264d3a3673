// Lines over and under quoted passages.
extension Vocabulary {
    /// "wrote", "said" and their like between a name and what is quoted of it, as they are spelt.
    static let attributions: [String] = [
        "wrote", "writes", "said", "says", "posted", "quoting", "quote", "schrieb", "geschrieben", "sagte", "zitat", "écrit", "dit", "citation",
        "escribió", "dijo", "cita", "escreveu", "disse", "citação", "scritto", "napisał", "napisała", "napisał(a)", "powiedział", "powiedziała", "powiedział(a)", "pisze", "писал", "писала", "написал", "написала",
        "пишет", "сказал", "сказала", "сказал(а)", "написал(а)", "цитата", "yazdı", "dedi", "alıntı", "schreef", "skrev", "كتب", "كتبت", "写", "說", "说", "書",
    ]

    /// Words that open a line over a quoted passage, as they are spelt: "Originally posted by Jo", "Quote from: Jo".
    static let quoteOpeners: [String] = [
        "originally", "quote", "quoting", "zitat", "ursprünglich", "citation", "cita", "citando", "citação", "cytat", "citaat", "citat", "citace", "цитата", "цитирую", "alıntı", "اقتباس", "引用",
    ]
    static let foldedQuoteOpeners: Set<String> = Set(quoteOpeners.map(Folding.fold))

    /// What closes a quoted passage that a forum shows in part, white space taken out.
    static let quoteClosers: [String] = [
        "clicktoexpand", "zumvergrossernanklicken", "zumvergrosernanklicken", "cliquezpouragrandir", "hazclicparaexpandir", "cliqueparaexpandir", "fareclicperespandere", "cliccaperespandere",
        "kliknij,abyrozwinac", "klikomtevergroten", "нажмитедляраскрытия", "нажмите,чтобыраскрыть", "genisletmekicintıkla", "genisletmekicintikla", "انقرللتوسيع", "点击展开", "點擊展開", "クリックして展開",
    ]
}
