extension Vocabulary {
    static let italian = Vocabulary(
        language: "it",
        months: [
            "gennaio gen?", "febbraio feb febb", "marzo mar", "aprile apr", "maggio mag?", "giugno giu", "luglio lug", "agosto ago?",
            "settembre set? sett", "ottobre ott", "novembre nov", "dicembre dic",
        ],
        weekdays: ["lunedì lun?", "martedì mar?", "mercoledì mer?", "giovedì gio?", "venerdì ven?", "sabato sab?", "domenica dom?"],
        units: [
            "secondo secondi sec pochi_secondi=1 qualche_secondo=1 alcuni_secondi=1", "minuto minuti min", "ora ore h", "giorno giorni gg", "settimana settimane", "mese mesi", "anno anni",
        ],
        compactUnits: ["", "min", "h", "g gg", "", "", ""],
        agoAfter: "fa",
        numbers: "un=1 uno=1 una=1 due=2 tre=3 quattro=4 cinque=5 sei=6 sette=7 otto=8 nove=9 dieci=10",
        now: "proprio_ora proprio_adesso un_momento_fa qualche_istante_fa un_attimo_fa",
        today: "oggi",
        yesterday: "ieri",
        dayBeforeYesterday: "l_altro_ieri avantieri",
        at: "alle ore all ora",
        of: "di del il",
        ordinals: "º",
        approximate: "circa quasi più_di",
        and: "e ed")
}
