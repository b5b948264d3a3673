// Tests of PatternMatching.
