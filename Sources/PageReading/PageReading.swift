// PageReading
