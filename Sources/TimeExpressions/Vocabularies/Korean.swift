extension TimeVocabulary {
    /// Korean.
    static let korean = TimeVocabulary(
        language: "ko",
        seconds: ["초"],
        minutes: ["분"],
        hours: ["시간"],
        days: ["일"],
        weeks: ["주"],
        monthUnits: ["개월"],
        years: ["년"],
        agoAfter: ["전"],
        today: ["오늘"],
        yesterday: ["어제"],
        now: ["방금"],
        leadingAM: ["오전"],
        leadingPM: ["오후"],
        hourMarks: ["시"],
        minuteMarks: ["분"],
        yearMarks: ["년"],
        monthMarks: ["월"],
        dayMarks: ["일"])
}
