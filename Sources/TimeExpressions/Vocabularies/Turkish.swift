extension Vocabulary {
    static let turkish = Vocabulary(
        language: "tr",
        months: [
            "ocak oca?", "şubat şub", "mart mar", "nisan nis", "mayıs may?", "haziran haz?", "temmuz tem?", "ağustos ağu", "eylül eyl", "ekim eki?",
            "kasım kas?", "aralık ara?",
        ],
        weekdays: ["pazartesi pzt", "salı sal?", "çarşamba çar?", "perşembe per?", "cuma cum?", "cumartesi cmt", "pazar paz?"],
        units: [
            "saniye sn birkaç_saniye=1", "dakika dk dak", "saat sa", "gün", "hafta", "ay", "yıl sene",
        ],
        compactUnits: ["sn", "dk", "sa", "g", "", "", ""],
        agoAfter: "önce evvel",
        numbers: "bir=1 iki=2 üç=3 dört=4 beş=5 altı=6 yedi=7 sekiz=8 dokuz=9 on=10",
        now: "az_önce",
        today: "bugün",
        yesterday: "dün?",
        dayBeforeYesterday: "evvelsi_gün",
        at: "saat saati",
        am: "öö",
        pm: "ös",
        approximate: "yaklaşık",
        and: "ve")
}
