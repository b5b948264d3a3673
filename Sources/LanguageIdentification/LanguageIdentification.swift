/// The language of a text as a BCP 47 primary tag ("en"), or `nil` where it cannot be told: too short, mixed, or in a language not known here.
///
/// The script decides first; letters that one language alone has part the languages of a script; among languages in Latin letters their
/// commonest function words decide, and only with a clear margin. A guess is never made on fewer than 20 letters (4 where the script itself
/// decides). Reads the first 4 KB only.
package func identifyLanguage(of text: String) -> String? {
    var text = text
    return text.withUTF8 { identifyLanguage(of: UnsafeBufferPointer(rebasing: $0.prefix(4096))) }
}

private func identifyLanguage(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let census = LetterCensus(of: bytes)
    guard let (script, share) = census.dominant, share >= 0.7 else { return nil }
    switch script {
    case .latin: return census.letters(of: .latin) >= 20 ? latinLanguage(of: bytes) : nil
    case .cyrillic: return census.letters(of: .cyrillic) >= 20 ? census.cyrillicLanguage : nil
    case .arabic: return census.letters(of: .arabic) >= 20 ? census.arabicLanguage : nil
    case .han:
        guard census.letters(of: .han) + census.letters(of: .kana) >= 4 else { return nil }
        return census.letters(of: .kana) * 12 >= census.letters(of: .han) ? "ja" : "zh"
    case .kana: return census.letters(of: .kana) >= 4 ? "ja" : nil
    case .hangul: return census.letters(of: .hangul) >= 4 ? "ko" : nil
    case .greek: return census.letters(of: .greek) >= 10 ? "el" : nil
    case .hebrew: return census.letters(of: .hebrew) >= 10 ? "he" : nil
    case .thai: return census.letters(of: .thai) >= 10 ? "th" : nil
    case .devanagari: return census.letters(of: .devanagari) >= 10 ? "hi" : nil
    }
}

/// Counts the function words of each language, and takes the first if it leads clearly.
private func latinLanguage(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let languages = FunctionWords.languages
    let table = FunctionWords.table
    var scores = [Int](repeating: 0, count: languages.count)
    var words = 0
    var hash = FunctionWords.seed, length = 0, isLink = false

    func endWord() {
        defer { (hash, length) = (FunctionWords.seed, 0) }
        guard length > 0, !isLink else { return }
        words += 1
        guard let weights = table[hash] else { return }
        for weight in table.weights[weights] { scores[weight.language] += weight.points }
    }

    var at = 0
    while at < bytes.count {
        let byte = bytes[at]
        switch byte {
        case 0x41...0x5A, 0x61...0x7A:
            hash = FunctionWords.step(hash, byte | 0x20)
            length += 1
        case 0xC3 where at + 1 < bytes.count:
            // À...Þ are ß... with one bit less; × and ÷ are no letters, and do no harm.
            let low = bytes[at + 1]
            let folded = (0x80...0x9E).contains(low) ? low + 0x20 : low
            hash = FunctionWords.step(FunctionWords.step(hash, byte), folded)
            if let points = FunctionWords.letters[UInt16(0xC300) | UInt16(folded)] {
                for weight in points { scores[weight.language] += weight.points }
            }
            length += 1
            at += 1
        case 0xC4...0xC9 where at + 1 < bytes.count:
            // In these blocks capital and small alternate.
            let low = bytes[at + 1]
            hash = FunctionWords.step(FunctionWords.step(hash, byte), low)
            if let points = FunctionWords.letters[UInt16(byte) << 8 | UInt16(low)] {
                for weight in points { scores[weight.language] += weight.points }
            }
            length += 1
            at += 1
        case 0xE2 where at + 2 < bytes.count && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x99:
            endWord()
            at += 2
        case 0x3A where at + 2 < bytes.count && bytes[at + 1] == 0x2F && bytes[at + 2] == 0x2F:
            // The words of an address are in no language.
            (isLink, length) = (true, 0)
        case 0x00...0x20:
            endWord()
            isLink = false
        default: endWord()
        }
        at += 1
    }
    endWord()

    var best = 0, second = 0, bestLanguage = -1
    for (language, score) in scores.enumerated() {
        if score > best {
            (second, best, bestLanguage) = (best, score, language)
        } else if score > second {
            second = score
        }
    }
    // One word in twelve at least must speak for it: running text has a function word in three.
    guard bestLanguage >= 0, best >= 4, best >= second + 3, best * 2 >= second * 3, best * 6 >= words else { return nil }
    return languages[bestLanguage]
}
