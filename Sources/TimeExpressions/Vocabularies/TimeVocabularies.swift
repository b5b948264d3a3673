extension TimeVocabulary {
    /// Every language that is read; where a word means two things in two languages, the earlier one is believed.
    static let all: [TimeVocabulary] = [
        .english, .german, .french, .spanish, .portuguese, .italian, .dutch, .polish,
        .russian, .ukrainian, .turkish, .arabic, .chinese, .japanese, .korean, .swedish,
    ]
}
