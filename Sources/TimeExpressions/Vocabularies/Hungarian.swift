extension Vocabulary {
    static let hungarian = Vocabulary(
        language: "hu",
        months: [
            "január jan", "február febr feb", "március márc", "április ápr", "május máj", "június jún", "július júl",
            "augusztus aug", "szeptember szept", "október okt", "november nov", "december dec",
        ],
        weekdays: ["hétfő", "kedd", "szerda", "csütörtök", "péntek", "szombat", "vasárnap"],
        units: [
            "másodperc másodperce másodperccel mp", "perc perce perccel=1", "óra órája órával=1", "nap napja nappal=1", "hét hete héttel=1",
            "hónap hónapja hónappal=1", "év éve évvel=1",
        ],
        agoAfter: "ezelőtt",
        numbers: "egy=1 két=2 kettő=2 három=3 négy=4 öt=5",
        now: "éppen_most épp_most",
        today: "ma?",
        yesterday: "tegnap",
        dayBeforeYesterday: "tegnapelőtt",
        at: "ekkor",
        approximate: "körülbelül kb",
        and: "és")
}
