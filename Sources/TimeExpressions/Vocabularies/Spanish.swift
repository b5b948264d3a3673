extension Vocabulary {
    static let spanish = Vocabulary(
        language: "es",
        months: [
            "enero ene?", "febrero feb", "marzo mar", "abril abr", "mayo may?", "junio jun", "julio jul", "agosto ago?",
            "septiembre setiembre sep set? sept", "octubre oct", "noviembre nov", "diciembre dic",
        ],
        weekdays: ["lunes lun?", "martes mar?", "miércoles mié?", "jueves jue?", "viernes vie?", "sábado sáb?", "domingo dom?"],
        units: [
            "segundo segundos seg unos_segundos=1 pocos_segundos=1 unos_instantes=1", "minuto minutos min", "hora horas h", "día días", "semana semanas sem", "mes meses", "año años",
        ],
        compactUnits: ["", "min", "h", "d", "sem", "", ""],
        agoBefore: "hace",
        agoAfter: "atrás",
        numbers: "un=1 una=1 uno=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10",
        now: "ahora_mismo hace_un_momento hace_un_instante hace_instantes",
        today: "hoy",
        yesterday: "ayer",
        dayBeforeYesterday: "anteayer antier",
        at: "a_las a_la las",
        of: "de del el",
        ordinals: "º",
        clockWords: "hs horas",
        approximate: "aproximadamente unos unas casi más_de",
        and: "y")
}
