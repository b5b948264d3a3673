// Tests of BuiltIn.
