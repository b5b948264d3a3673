// Tests of ThreadMeasures.
