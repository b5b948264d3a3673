// Tests of PatternTagging.
