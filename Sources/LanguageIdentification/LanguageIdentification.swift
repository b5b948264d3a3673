// LanguageIdentification
