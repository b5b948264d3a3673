extension Vocabulary {
    static let serbian = Vocabulary(
        language: "sr",
        months: [
            "januar januara јануар јануара", "februara фебруар фебруара", "marta? март марта", "april? април априла", "maja? мај маја", "juna? јун јуна",
            "jula? јул јула", "avgusta август августа", "septembra септембар септембра", "oktobar oktobra октобар октобра", "novembar novembra новембар новембра", "decembar decembra децембар децембра",
        ],
        weekdays: ["ponedeljak понедељак", "utorak уторак", "sreda среда", "četvrtak четвртак", "petak петак", "subota субота", "nedelja недеља"],
        units: ["sekunde секунде секунди", "minuta минут=1 минута", "sata sati сат=1 сата сати", "dana дан=1 дана", "nedelju=1 nedelje недељу=1 недеље", "mesec=1 meseca meseci месец=1 месеца месеци", "godinu=1 godine godina годину=1 године година"],
        agoBefore: "pre? пре",
        numbers: "један=1 два=2 две=2 три=3",
        now: "управо_сада upravo_sad",
        today: "данас danas",
        yesterday: "јуче juče",
        at: "u у",
        clockWords: "часова časova",
        approximate: "oko око",
        and: "i и")
}
