extension TimeVocabulary {
    /// Spanish.
    static let spanish = TimeVocabulary(
        language: "es",
        months: [
            ["enero", "ene"], ["febrero"], ["marzo"], ["abril", "abr"],
            ["mayo"], ["junio"], ["julio"], ["agosto", "ago"],
            ["septiembre", "setiembre", "set"], ["octubre"], ["noviembre"], ["diciembre", "dic"],
        ],
        weekdays: ["lunes", "martes", "miércoles", "miercoles", "jueves", "viernes", "sábado", "sabado", "domingo", "lun", "mié", "jue", "vie", "sáb", "dom"],
        seconds: ["segundo", "segundos"],
        minutes: ["minuto", "minutos"],
        hours: ["hora", "horas"],
        days: ["día", "días", "dia", "dias"],
        weeks: ["semana", "semanas"],
        monthUnits: ["mes", "meses"],
        years: ["año", "años"],
        agoBefore: ["hace"],
        today: ["hoy"],
        yesterday: ["ayer"],
        dayBeforeYesterday: ["anteayer"],
        now: ["ahora"],
        connectors: ["a", "las", "la", "el", "de", "del"],
        one: ["un", "una", "uno"],
        hourMarks: ["hs"])
}
