extension Vocabulary {
    static let finnish = Vocabulary(
        language: "fi",
        months: [
            "tammikuu tammikuuta tammi?", "helmikuu helmikuuta helmi?", "maaliskuu maaliskuuta maalis?", "huhtikuu huhtikuuta huhti?",
            "toukokuu toukokuuta touko?", "kesäkuu kesäkuuta kesä?", "heinäkuu heinäkuuta heinä?", "elokuu elokuuta elo?",
            "syyskuu syyskuuta syys?", "lokakuu lokakuuta loka?", "marraskuu marraskuuta marras?", "joulukuu joulukuuta joulu?",
        ],
        weekdays: [
            "maanantai maanantaina", "tiistai tiistaina", "keskiviikko keskiviikkona", "torstai torstaina", "perjantai perjantaina",
            "lauantai lauantaina", "sunnuntai sunnuntaina",
        ],
        units: [
            "sekunti sekuntia", "minuutti minuuttia min", "tunti tuntia", "päivä päivää", "viikko viikkoa", "kuukausi kuukautta kk",
            "vuosi vuotta",
        ],
        agoAfter: "sitten",
        numbers: "yksi=1 kaksi=2 kolme=3 neljä=4 viisi=5",
        now: "juuri_nyt hetki_sitten",
        today: "tänään",
        yesterday: "eilen",
        dayBeforeYesterday: "toissapäivänä",
        at: "klo kello",
        approximate: "noin",
        and: "ja")
}
