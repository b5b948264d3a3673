// Tests of LanguageIdentification.
