extension Vocabulary {
    static let catalan = Vocabulary(
        language: "ca",
        months: [
            "gener", "febrer", "març", "abril", "maig", "juny",
            "juliol", "agost", "setembre", "octubre", "novembre", "desembre",
        ],
        weekdays: ["dilluns", "dimarts", "dimecres", "dijous", "divendres", "dissabte", "diumenge"],
        units: ["segon=1 segons", "minut=1 minuts", "hora=1 hores", "dia=1 dies", "setmana=1 setmanes", "mes=1 mesos", "any=1 anys"],
        agoBefore: "fa",
        numbers: "un=1 una=1 dos=2 dues=2 tres=3",
        now: "ara_mateix",
        today: "avui",
        yesterday: "ahir",
        at: "a_les",
        of: "de d del",
        clockWords: "h",
        approximate: "gairebé",
        and: "i")
}
