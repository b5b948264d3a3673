extension TimeVocabulary {
    /// Portuguese.
    static let portuguese = TimeVocabulary(
        language: "pt",
        months: [
            ["janeiro"], ["fevereiro", "fev"], ["março", "marco"], ["abril", "abr"],
            ["maio", "mai"], ["junho"], ["julho"], ["agosto"],
            ["setembro"], ["outubro", "out"], ["novembro"], ["dezembro", "dez"],
        ],
        weekdays: ["segunda", "terça", "quarta", "quinta", "sexta", "sábado", "domingo", "seg", "ter", "qua", "qui", "sex", "segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira"],
        seconds: ["segundo", "segundos"],
        minutes: ["minuto", "minutos"],
        hours: ["hora", "horas"],
        days: ["dia", "dias"],
        weeks: ["semana", "semanas"],
        monthUnits: ["mês", "meses"],
        years: ["ano", "anos"],
        agoAfter: ["atrás"],
        agoBefore: ["há"],
        today: ["hoje"],
        yesterday: ["ontem"],
        dayBeforeYesterday: ["anteontem"],
        now: ["agora"],
        connectors: ["às", "de", "em"],
        one: ["um", "uma"])
}
