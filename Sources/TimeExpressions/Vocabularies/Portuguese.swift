extension Vocabulary {
    static let portuguese = Vocabulary(
        language: "pt",
        months: [
            "janeiro jan", "fevereiro fev", "março mar", "abril abr", "maio mai?", "junho jun", "julho jul", "agosto ago?",
            "setembro set?", "outubro out?", "novembro nov", "dezembro dez",
        ],
        weekdays: [
            "segunda? segunda_feira seg?", "terça? terça_feira ter?", "quarta? quarta_feira qua?", "quinta? quinta_feira qui?",
            "sexta? sexta_feira sex?", "sábado sáb?", "domingo dom?",
        ],
        units: [
            "segundo segundos seg alguns_segundos=1 poucos_segundos=1 uns_segundos=1", "minuto minutos min", "hora horas h", "dia dias", "semana semanas sem", "mês meses", "ano anos",
        ],
        compactUnits: ["", "min", "h", "d", "sem", "", ""],
        agoBefore: "há faz",
        agoAfter: "atrás",
        numbers: "um=1 uma=1 dois=2 duas=2 três=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10",
        now: "agora_mesmo há_instantes há_um_momento",
        today: "hoje",
        yesterday: "ontem",
        dayBeforeYesterday: "anteontem",
        at: "às as à",
        of: "de do em",
        ordinals: "º",
        clockWords: "horas",
        approximate: "cerca_de aproximadamente quase mais_de",
        and: "e")
}
