import LanguageIdentification
import Testing

@Suite struct LanguageIdentificationTests {
    @Test(arguments: [
        ("en", "I would not say that the bridge was closed because of the storm, but they did warn us."),
        ("de", "Ich glaube nicht, dass die Brücke wegen des Sturms geschlossen wurde, aber man hat uns gewarnt."),
        ("fr", "Je ne crois pas que le pont ait été fermé à cause de la tempête, mais on nous a prévenus."),
        ("es", "No creo que el puente se haya cerrado por la tormenta, pero nos avisaron de todo."),
        ("pt", "Não acho que a ponte foi fechada por causa da tempestade, mas eles já nos avisaram."),
        ("it", "Non credo che il ponte sia stato chiuso per la tempesta, ma ci hanno avvisati."),
        ("nl", "Ik denk niet dat de brug door de storm is gesloten, maar ze hebben ons wel gewaarschuwd."),
        ("pl", "Nie sądzę, że most został zamknięty przez burzę, ale ostrzegali nas już wczoraj."),
        ("tr", "Köprünün fırtına için kapatıldığını sanmıyorum ama bize çok daha önce haber verdiler."),
        ("sv", "Jag tror inte att bron var stängd för stormen, men de har varnat oss också."),
        ("da", "Jeg tror ikke at broen blev lukket af stormen, men de har også advaret os."),
        ("no", "Jeg tror ikke at broen ble stengt av stormen, men de har også advart oss, hva nå?"),
        ("fi", "En usko, että silta suljettiin myrskyn takia, mutta meitä on kyllä varoitettu jo."),
        ("cs", "Nemyslím si, že byl most kvůli bouři zavřený, ale už nás varovali, když přišli."),
        ("hu", "Nem hiszem, hogy a híd a vihar miatt volt zárva, de már figyelmeztettek minket."),
        ("ro", "Nu cred că podul a fost închis din cauza furtunii, dar ne-au avertizat după aceea."),
        ("ru", "Я не думаю, что мост закрыли из-за бури, но нас об этом предупреждали."),
        ("uk", "Я не думаю, що міст закрили через бурю, але нас про це попереджали її мешканці."),
        ("bg", "Не мисля, че мостът беше затворен заради бурята, но ни предупредиха, че това ще стане със сигурност в градът."),
        ("el", "Δεν νομίζω ότι η γέφυρα έκλεισε λόγω της καταιγίδας."),
        ("he", "אני לא חושב שהגשר נסגר בגלל הסערה."),
        ("ar", "لا أعتقد أن الجسر أغلق بسبب العاصفة، لكنهم حذرونا في المدينة."),
        ("fa", "فکر نمی‌کنم پل به خاطر طوفان بسته شده باشد، ولی به ما هشدار داده بودند که گرفتار می‌شویم."),
        ("ur", "میں نہیں سمجھتا کہ پل طوفان کی وجہ سے بند ہوا تھا، لیکن انہوں نے ہمیں خبردار کیا تھا۔"),
        ("zh", "我不认为这座桥是因为暴风雨而关闭的。"),
        ("ja", "嵐のせいで橋が閉鎖されたとは思いません。"),
        ("ko", "폭풍 때문에 다리가 폐쇄되었다고 생각하지 않습니다."),
        ("th", "ฉันไม่คิดว่าสะพานถูกปิดเพราะพายุ"),
        ("hi", "मुझे नहीं लगता कि तूफान के कारण पुल बंद किया गया था।"),
    ])
    func tellsLanguage(_ expected: String, _ text: String) {
        #expect(identifyLanguage(of: text) == expected)
    }

    @Test(arguments: [
        "", "   \n", "lol", "Nice one", "12345 67890 12345 67890", "Konstantinopolitanski Vladivostok Reykjavik Ouagadougou",
        "https://example.org/the/and/of/to/in/is/that/it", "Привет", "Мост закрыли из-за бури. The bridge was closed in the storm",
        "\u{1F600}\u{1F600}\u{1F600}\u{1F600}\u{1F600}\u{1F600}\u{1F600}\u{1F600}",
    ])
    func keepsSilent(_ text: String) {
        #expect(identifyLanguage(of: text) == nil)
    }

    @Test func readsABoundedPart() {
        let english = String(repeating: "They said that it was not the storm. ", count: 200)
        #expect(identifyLanguage(of: english + String(repeating: "Мост закрыли из-за бури, это было вчера. ", count: 2000)) == "en")
    }

    @Test func cutsInsideALetter() {
        // 4096 bytes end in the middle of a two-byte letter.
        #expect(identifyLanguage(of: "a" + String(repeating: "это был мост, ", count: 400)) == "ru")
    }
}
