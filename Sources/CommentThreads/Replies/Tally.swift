/// How many links of one make were right on pages where the parent is known.
struct Tally {
    var right: Int
    var all: Int

    init(_ right: Int, of all: Int) { (self.right, self.all) = (right, all) }

    /// The share right that is to be expected: drawn toward that of all links of the kind, as if ten of these had been seen besides.
    /// A handful of cases so says little, a hundred speak for themselves (shrinkage toward a prior mean; B. Efron, C. Morris, "Stein's paradox in statistics", 1977).
    func confidence(among kind: Tally) -> Double {
        (Double(right) + Self.weight * kind.share) / (Double(all) + Self.weight)
    }

    /// The share right of a kind as a whole, drawn toward one half by two cases (P. S. Laplace's rule of succession).
    var share: Double { Double(right + 1) / Double(all + 2) }

    private static let weight = 10.0
}
