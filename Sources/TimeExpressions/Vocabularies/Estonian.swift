extension Vocabulary {
    static let estonian = Vocabulary(
        language: "et",
        months: [
            "jaanuar", "veebruar", "märts", "aprill", "mai", "juuni",
            "juuli", "august", "september", "oktoober", "november", "detsember",
        ],
        weekdays: ["esmaspäev", "teisipäev", "kolmapäev", "neljapäev", "reede", "laupäev", "pühapäev"],
        units: ["sekund=1 sekundit", "minut=1 minutit", "tund=1 tundi", "päev=1 päeva", "nädal=1 nädalat", "kuu=1 kuud", "aasta=1 aastat"],
        agoAfter: "tagasi",
        numbers: "üks=1 kaks=2 kolm=3",
        now: "just_nüüd",
        today: "täna",
        yesterday: "eile",
        at: "kell kl",
        approximate: "umbes",
        and: "ja")
}
