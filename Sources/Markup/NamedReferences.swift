/// The characters of named references that HTML has and libxml2's table, which is HTML 4's, has not: letters, punctuation, fractions and signs
/// (WHATWG HTML, 13.5, "Named character references"; names of up to eight letters that mean one character).
enum NamedReferences {
    /// The UTF-8 of what the name at a place means, and where the reference ends; `nil` for every other name. Each needs its semicolon.
    static func meaning(_ page: UnsafeBufferPointer<UInt8>, at start: Int) -> (bytes: [UInt8], end: Int)? {
        var name: UInt64 = 0
        var at = start
        while at < page.count, at - start <= 8 {
            let byte = page[at]
            if byte == 0x3B { return at > start ? table[name].map { ($0, at + 1) } : nil }
            guard (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) else { return nil }
            name = name << 8 | UInt64(byte)
            at += 1
        }
        return nil
    }

    /// By the name's bytes.
    private static let table: [UInt64: [UInt8]] = {
        let words = text.split { $0 == " " || $0 == "\n" }
        var table: [UInt64: [UInt8]] = [:]
        for index in stride(from: 0, to: words.count - 1, by: 2) {
            table[words[index].utf8.reduce(0) { $0 << 8 | UInt64($1) }] = Array(words[index + 1].utf8)
        }
        return table
    }()

    private static let text = """
        excl ! num # dollar $ percnt % lpar ( rpar ) ast * plus + comma , period . sol / colon : semi ; equals = quest ? commat @ lbrack [
        lsqb [ bsol \\ rbrack ] rsqb ] Hat ^ lowbar _ grave ` lbrace { lcub { verbar | vert | rbrace } rcub } COPY © REG ® pm ± half ½ div ÷
        Amacr Ā amacr ā Abreve Ă abreve ă Aogon Ą aogon ą Cacute Ć cacute ć Ccirc Ĉ ccirc ĉ Cdot Ċ cdot ċ Ccaron Č ccaron č Dcaron Ď dcaron ď
        Dstrok Đ dstrok đ Emacr Ē emacr ē Edot Ė edot ė Eogon Ę eogon ę Ecaron Ě ecaron ě Gcirc Ĝ gcirc ĝ Gbreve Ğ gbreve ğ Gdot Ġ gdot ġ
        Gcedil Ģ Hcirc Ĥ hcirc ĥ Hstrok Ħ hstrok ħ Itilde Ĩ itilde ĩ Imacr Ī imacr ī Iogon Į iogon į Idot İ imath ı inodot ı IJlig Ĳ ijlig ĳ
        Jcirc Ĵ jcirc ĵ Kcedil Ķ kcedil ķ kgreen ĸ Lacute Ĺ lacute ĺ Lcedil Ļ lcedil ļ Lcaron Ľ lcaron ľ Lmidot Ŀ lmidot ŀ Lstrok Ł lstrok ł
        Nacute Ń nacute ń Ncedil Ņ ncedil ņ Ncaron Ň ncaron ň napos ŉ ENG Ŋ eng ŋ Omacr Ō omacr ō Odblac Ő odblac ő Racute Ŕ racute ŕ Rcedil Ŗ
        rcedil ŗ Rcaron Ř rcaron ř Sacute Ś sacute ś Scirc Ŝ scirc ŝ Scedil Ş scedil ş Tcedil Ţ tcedil ţ Tcaron Ť tcaron ť Tstrok Ŧ tstrok ŧ
        Utilde Ũ utilde ũ Umacr Ū umacr ū Ubreve Ŭ ubreve ŭ Uring Ů uring ů Udblac Ű udblac ű Uogon Ų uogon ų Wcirc Ŵ wcirc ŵ Ycirc Ŷ ycirc ŷ
        Zacute Ź zacute ź Zdot Ż zdot ż Zcaron Ž zcaron ž IOcy Ё DJcy Ђ GJcy Ѓ Jukcy Є DScy Ѕ Iukcy І YIcy Ї Jsercy Ј LJcy Љ NJcy Њ TSHcy Ћ
        KJcy Ќ Ubrcy Ў DZcy Џ Acy А Bcy Б Vcy В Gcy Г Dcy Д IEcy Е ZHcy Ж Zcy З Icy И Jcy Й Kcy К Lcy Л Mcy М Ncy Н Ocy О Pcy П Rcy Р Scy С
        Tcy Т Ucy У Fcy Ф KHcy Х TScy Ц CHcy Ч SHcy Ш SHCHcy Щ HARDcy Ъ Ycy Ы SOFTcy Ь Ecy Э YUcy Ю YAcy Я acy а bcy б vcy в gcy г dcy д iecy е
        zhcy ж zcy з icy и jcy й kcy к lcy л mcy м ncy н ocy о pcy п rcy р scy с tcy т ucy у fcy ф khcy х tscy ц chcy ч shcy ш shchcy щ hardcy ъ
        ycy ы softcy ь ecy э yucy ю yacy я iocy ё djcy ђ gjcy ѓ jukcy є dscy ѕ iukcy і yicy ї jsercy ј ljcy љ njcy њ tshcy ћ kjcy ќ ubrcy ў
        dzcy џ dash ‐ hyphen ‐ horbar ― Verbar ‖ Vert ‖ rsquor ’ lsquor ‚ rdquor ” ldquor „ ddagger ‡ bullet • nldr ‥ mldr … caret ⁁ hybull ⁃
        incare ℅ numero № copysr ℗ rx ℞ TRADE ™ frac13 ⅓ frac23 ⅔ frac15 ⅕ frac25 ⅖ frac35 ⅗ frac45 ⅘ frac16 ⅙ frac56 ⅚ frac18 ⅛ frac38 ⅜
        frac58 ⅝ frac78 ⅞ bigstar ★ starf ★ star ☆ phone ☎ female ♀ male ♂ sung ♪ flat ♭ natur ♮ natural ♮ sharp ♯ check ✓ cross ✗
        """
}
