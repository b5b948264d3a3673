/// The commonest function words of languages in Latin letters, chosen by hand from what every grammar lists: articles, pronouns, prepositions,
/// conjunctions, auxiliaries. Words of one letter, and words that are names or common words elsewhere, are left out.
/// A word of one language only counts 3 points, of two languages 2 each, of more 1 each.
enum FunctionWords {
    struct Weight: Sendable {
        let language: Int
        let points: Int
    }

    /// Weights by the hashes of words, in one piece: what is asked of every word of a text must not cost a hash of the hash.
    struct Table: Sendable {
        private let slots: [(key: UInt64, first: Int32, count: Int32)]
        let weights: [Weight]
        private let mask: Int

        init(_ owners: [UInt64: [Weight]]) {
            var size = 1
            while size < owners.count * 4 { size *= 2 }
            var slots = [(key: UInt64, first: Int32, count: Int32)](repeating: (0, 0, 0), count: size)
            var all: [Weight] = []
            for (key, weights) in owners {
                var place = Self.place(of: key, size - 1)
                while slots[place].count > 0 { place = (place + 1) & (size - 1) }
                slots[place] = (key, Int32(all.count), Int32(weights.count))
                all += weights
            }
            (self.slots, self.weights, mask) = (slots, all, size - 1)
        }

        /// Places in `weights`; `nil` for a word of no language.
        @inline(__always)
        subscript(key: UInt64) -> Range<Int>? {
            var place = Self.place(of: key, mask)
            while slots[place].count > 0 {
                if slots[place].key == key { return Int(slots[place].first)..<Int(slots[place].first + slots[place].count) }
                place = (place + 1) & mask
            }
            return nil
        }

        /// The lowest bits of FNV-1a are those of the last bytes alone; the highest are mixed best.
        @inline(__always)
        private static func place(of key: UInt64, _ mask: Int) -> Int { Int(truncatingIfNeeded: key ^ key >> 32) & mask }
    }

    static let languages: [String] = lists.map(\.language)
    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    /// FNV-1a.
    @inline(__always)
    static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

    /// By the hash of the word in small letters.
    static let table: Table = {
        var owners: [UInt64: [Int]] = [:]
        for (index, list) in lists.enumerated() {
            for word in list.words.split(separator: " ") {
                let hash = word.utf8.reduce(seed, step)
                if owners[hash]?.last != index { owners[hash, default: []].append(index) }
            }
        }
        return Table(owners.mapValues { of in of.map { Weight(language: $0, points: max(1, 4 - of.count)) } })
    }()

    /// Letters, as their two bytes in UTF-8, that speak for a language by themselves.
    static let letters: [UInt16: [Weight]] = {
        let spoken: [(String, [String])] = [
            ("ß", ["de"]), ("ñ", ["es"]), ("ã", ["pt"]), ("õ", ["pt", "et"]), ("å", ["sv", "da", "no"]), ("ø", ["da", "no"]), ("æ", ["da", "no"]),
            ("ä", ["de", "sv", "fi"]), ("ł", ["pl"]), ("ą", ["pl", "lt"]), ("ę", ["pl", "lt"]), ("ś", ["pl"]), ("ż", ["pl"]), ("ğ", ["tr"]), ("ı", ["tr"]),
            ("ş", ["tr"]), ("ř", ["cs"]), ("ě", ["cs"]), ("ů", ["cs"]), ("ő", ["hu"]), ("ű", ["hu"]), ("ă", ["ro", "vi"]), ("ț", ["ro"]), ("ţ", ["ro"]),
            ("ș", ["ro"]), ("ľ", ["sk"]), ("ô", ["fr", "sk", "vi"]), ("đ", ["hr", "vi"]), ("ơ", ["vi"]), ("ư", ["vi"]), ("ė", ["lt"]),
        ]
        var table: [UInt16: [Weight]] = [:]
        for (letter, of) in spoken {
            let bytes = Array(letter.utf8)
            guard bytes.count == 2 else { continue }
            table[UInt16(bytes[0]) << 8 | UInt16(bytes[1])] = of.compactMap { name in
                languages.firstIndex(of: name).map { Weight(language: $0, points: of.count == 1 ? 2 : 1) }
            }
        }
        return table
    }()

    private static let lists: [(language: String, words: String)] = [
        ("en", """
            the and of to in is that it for you was with on as are this be have not they at but or from by we he his their if an all can has \
            what there who will so would do my your just like which when one about out up more them than then how our had were its no been \
            because me some only people think don doesn isn didn get know now why could should other into him she her did does any these those \
            very even also too many most us where being much over after such yes really never still here said say says make good well back
            """),
        ("de", """
            der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei \
            einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde wenn ich wir ihr \
            mir mich kann hier doch schon keine kein diese dieser dieses was wer warum ja nein immer
            """),
        ("fr", """
            le la les de des du et en un une est que qui dans pour pas sur au par plus ne ce se avec il elle sont ils nous vous je mais ou où \
            été cette son sa ses leur comme tout aux fait être ont même bien sans très aussi c'est d'un qu'il y on si ces votre notre donc alors \
            quand ça moi toi lui peut était
            """),
        ("es", """
            el la los las de del que en un una es por con para no se su al lo como más pero sus le ha este esta son entre cuando muy sin sobre \
            ser también me hasta hay donde quien desde todo nos durante todos uno les ni contra otros ese eso ante ellos esto antes algunos qué \
            unos yo otro porque está estos mi tiene ya si sólo solo hacer gracias
            """),
        ("pt", """
            de do da dos das que em um uma para com não no na os as por mais se como mas foi ao ele ela tem à seu sua ou ser quando muito há nos \
            já está eu também só pelo pela até isso entre era depois sem mesmo aos ter seus quem nas me esse eles estão você tinha foram essa num \
            nem suas meu às minha têm numa pelos qual isto são obrigado
            """),
        ("it", """
            il la di che non è un una per in con del della dei delle sono si da le lo gli come più anche ma nel nella alla questo questa ha hanno \
            al ai dal sul se ci io tu lui lei noi loro essere molto perché cosa solo quando dove chi era stato ancora quindi così degli tutti \
            tutto mi sua suo fatto senza
            """),
        ("nl", """
            de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar die bij nog wel naar uit door over ze hij zich ik je \
            we wat dit deze kan worden wordt heeft hebben werd was meer geen veel mijn jij jullie ons hun waar wie moet moeten zou zal gaan goed
            """),
        ("pl", """
            nie na się że do to jest jak co za ale od tak po czy tylko przez był była było są być który która które może już gdy bardzo jego jej \
            ich tego tym dla oraz ten ta te sobie mnie tym ze przy pod nad więc też jednak kiedy gdzie dlaczego mam ma mają bo pan nas was
            """),
        ("tr", """
            ve bir bu da de için ile çok olarak daha olan gibi ama ne var kadar sonra ben sen biz siz onlar değil mi mı en ise her diye şey \
            olduğu oldu olur ki ya hiç yok böyle nasıl neden bana sana ona bunu şu işte
            """),
        ("sv", """
            och att det som en på är av för med den till inte har de ett om var jag men sig från vi så kan när hade nu under också efter eller \
            man vid han hon mot ut vad bara mycket alla ska skulle här då där detta finns mig dig oss sina något vara blir varför
            """),
        ("da", """
            og at det som en på er af for med den til ikke har de et om var jeg men sig fra vi så kan når havde nu under også efter eller man ved \
            han hun mod ud hvad bare meget alle skal skulle her da der dette mig dig os sine noget være bliver hvorfor blev efter kun
            """),
        ("no", """
            og at det som en på er av for med den til ikke har de et om var jeg men seg fra vi så kan når hadde nå under også etter eller man ved \
            han hun mot ut hva bare mye alle skal skulle her da der dette meg deg oss sine noe være blir hvorfor ble etter kun
            """),
        ("fi", """
            ja on ei se että oli hän joka ovat mutta kun myös sen ole niin kuin tai jos vain siitä ollut mitä voi sitä minä sinä me te he tämä \
            olen olisi nyt vielä jo hyvin sekä mukaan kanssa jälkeen koska miksi ne en mikä tässä
            """),
        ("cs", """
            se na je že to do ve si ale jako za by od jsem jsou jsme tak po které který která nebo pro při ještě už jen není bylo byl být také \
            podle než co když jak proč tom toho této tento bych mu ho jeho jejich ze aby pak až
            """),
        ("sk", """
            sa na je že to do vo si ale ako za by od som sú sme tak po ktoré ktorý ktorá alebo pre pri ešte už len nie bolo bol byť tiež podľa \
            než čo keď prečo tom toho tento jeho ich zo aby potom až
            """),
        ("hu", """
            az egy és hogy nem is ez meg csak már még de volt van mint azt ha el lehet aki ami vagy kell ki én ő mert nagyon itt ott így ezt \
            minden sem lesz akkor most után között miért szerint
            """),
        ("ro", """
            și de la în cu nu pe că este un care mai din o să se pentru sunt au fost ce dar ca sau prin acest această lui ei lor fi când după foarte \
            doar fără am ai are era asta tot decât unde
            """),
        ("hr", """
            je se na da su za od što kao koji koja koje nije ne bi to ali iz ili samo već bio bila bilo biti može kako ako još nakon prema kada \
            sve sam smo ste mi ti oni ima ga zašto
            """),
        ("id", """
            yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena tersebut bisa ada mereka lebih telah atau oleh kita \
            sudah anda kami aku kamu dia seperti hanya bukan apa belum harus orang tapi
            """),
        ("vi", """
            và của là có không cho các được một những trong với người này để khi đã từ cũng như ở vào đến ra về nhưng tôi anh nó phải làm
            """),
        ("lt", "ir kad yra tai su iš bet kaip ne buvo už nuo jau tik apie taip arba jis ji jie mes labai dar po prie kur kas"),
        ("et", "ja on ei et see ka oli mis kui aga või siis ning seda kes selle nii veel oma ta ma sa me te nad olen pole väga"),
    ]
}
