extension Vocabulary {
    static let english = Vocabulary(
        language: "en",
        months: [
            "january jan", "february feb febr", "march? mar", "april apr", "may?", "june jun", "july jul", "august? aug",
            "september sep sept", "october oct", "november nov", "december dec",
        ],
        weekdays: [
            "monday mon", "tuesday tue tues", "wednesday wed weds", "thursday thu thur thurs", "friday fri", "saturday sat?",
            "sunday sun?",
        ],
        units: [
            "second seconds sec secs s few_seconds=1 a_few_seconds=1", "minute minutes min mins m", "hour hours hr hrs h", "day days d", "week weeks wk wks w",
            "month months mo mos mth mths", "year years yr yrs y decade=10 decades=10",
        ],
        compactUnits: ["s sec secs", "m min mins", "h hr hrs", "d", "w wk wks", "mo mos", "y yr yrs"],
        agoAfter: "ago",
        numbers: "a=1 an=1 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 a_couple=2",
        now: "just_now moments_ago a_moment_ago",
        today: "today",
        yesterday: "yesterday",
        at: "at",
        of: "of the on",
        ordinals: "st nd rd th",
        am: "am a",
        pm: "pm p",
        clockWords: "hrs hours",
        approximate: "about around over almost nearly approximately less_than more_than",
        and: "and")
}
