// Tests of PageReading.
