extension Vocabulary {
    static let indonesian = Vocabulary(
        language: "id",
        months: [
            "januari jan", "februari feb", "maret", "april apr", "mei", "juni jun", "juli jul", "agustus agu agt", "september sep",
            "oktober okt", "november nov", "desember des?",
        ],
        weekdays: ["senin sen?", "selasa sel?", "rabu rab?", "kamis kam?", "jumat jum?", "sabtu sab?", "minggu"],
        units: ["detik", "menit mnt", "jam", "hari", "minggu", "bulan bln", "tahun thn"],
        agoAfter: "yang_lalu lalu",
        numbers: "satu=1 dua=2 tiga=3 empat=4 lima=5",
        now: "baru_saja",
        today: "hari_ini",
        yesterday: "kemarin",
        at: "pukul jam",
        clockWords: "wib",
        approximate: "sekitar",
        and: "dan")
}
