// PatternTagging
