package func identifyLanguage(of text: String) -> String? { nil }
