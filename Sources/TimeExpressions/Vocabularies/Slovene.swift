extension Vocabulary {
    static let slovene = Vocabulary(
        language: "sl",
        months: [
            "januar januarja", "februarja", "marec", "aprila", "maja?", "junij junija",
            "julij julija", "avgust avgusta", "septembra", "oktober oktobra", "novembra", "decembra",
        ],
        weekdays: ["ponedeljek", "torek", "sreda", "četrtek", "petek", "sobota", "nedelja"],
        units: ["sekundo=1 sekundama=2 sekundami", "minuto=1 minutama=2 minutami min?", "uro=1 urama=2 urami", "dnevom=1 dnevoma=2 dnevi", "tednom=1 tednoma=2 tedni", "mesecem=1 mesecema=2 meseci", "letom=1 letoma=2 leti"],
        agoBefore: "pred",
        numbers: "eno=1 enim=1 dvema=2 tremi=3",
        now: "pravkar",
        today: "danes",
        yesterday: "včeraj",
        at: "ob",
        clockWords: "uri",
        approximate: "približno",
        and: "in")
}
