extension Vocabulary {
    static let french = Vocabulary(
        language: "fr",
        months: [
            "janvier janv", "février févr fév", "mars?", "avril avr", "mai?", "juin", "juillet juil", "août", "septembre sept",
            "octobre oct", "novembre nov", "décembre déc",
        ],
        weekdays: ["lundi lun?", "mardi mar?", "mercredi mer?", "jeudi jeu?", "vendredi ven?", "samedi sam?", "dimanche dim?"],
        units: [
            "seconde secondes sec quelques_secondes=1 quelques_instants=1", "minute minutes min", "heure heures h", "jour jours j", "semaine semaines sem", "mois", "an ans année années",
        ],
        compactUnits: ["", "min", "h", "j", "sem", "", ""],
        agoBefore: "il_y_a ilya",
        numbers: "un=1 une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10",
        now: "à_l_instant",
        today: "aujourd_hui",
        yesterday: "hier?",
        dayBeforeYesterday: "avant_hier",
        at: "à a vers",
        of: "le de",
        ordinals: "er",
        clockWords: "heures",
        approximate: "environ presque plus_de",
        and: "et")
}
