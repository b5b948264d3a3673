/// The 95 % score interval of a share, `count` of `base`: E. B. Wilson, "Probable inference, the law of succession, and
/// statistical inference", JASA 22 (1927) 209-212. With an empty base nothing is known: 0 to 1.
package func wilsonInterval(_ count: Int, of base: Int) -> (low: Double, high: Double) {
    guard base > 0 else { return (0, 1) }
    /// The 97.5 % point of the normal distribution.
    let z = 1.959963984540054
    let n = Double(base)
    let share = Double(count) / n
    let denominator = 1 + z * z / n
    let centre = (share + z * z / (2 * n)) / denominator
    let half = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot() / denominator
    return (max(0, centre - half), min(1, centre + half))
}
