// ThreadMeasures
