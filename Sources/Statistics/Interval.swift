internal import Foundation

/// A 95 % interval.
package struct Interval: Hashable, Sendable, Codable {
    package var low: Double
    package var high: Double

    package init(_ low: Double, _ high: Double) { (self.low, self.high) = (low, high) }
}

/// The 97.5 % point of the normal distribution.
package let normal975 = 1.959963984540054

/// The 95 % score interval of a share, `count` of `base`: E. B. Wilson, "Probable inference, the law of succession, and
/// statistical inference", JASA 22 (1927) 209-212. With an empty base nothing is known: 0 to 1.
package func wilsonInterval(_ count: Int, of base: Int) -> Interval {
    guard base > 0 else { return Interval(0, 1) }
    let z = normal975
    let n = Double(base)
    let share = Double(count) / n
    let denominator = 1 + z * z / n
    let centre = (share + z * z / (2 * n)) / denominator
    let half = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot() / denominator
    return Interval(max(0, centre - half), min(1, centre + half))
}

/// The exact 95 % interval of a share: C. J. Clopper and E. S. Pearson, Biometrika 26 (1934) 404-413. An empty base: 0 to 1.
package func clopperPearsonInterval(_ count: Int, of base: Int) -> Interval {
    guard base > 0 else { return Interval(0, 1) }
    let (k, n) = (Double(count), Double(base))
    let low = count == 0 ? 0 : betaQuantile(0.025, k, n - k + 1)
    let high = count >= base ? 1 : betaQuantile(0.975, k + 1, n - k)
    return Interval(low, high)
}

/// Where the distribution function of Beta(a, b) reaches `share`, by bisection.
private func betaQuantile(_ share: Double, _ a: Double, _ b: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<80 {
        let middle = (low + high) / 2
        if regularizedBeta(middle, a, b) < share { low = middle } else { high = middle }
    }
    return (low + high) / 2
}

/// The regularized incomplete beta function I_x(a, b), by its continued fraction (W. J. Lentz, Applied Optics 15 (1976) 668-671).
func regularizedBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    // The fraction converges quickly on one side of the mean; the other side by symmetry.
    if x > (a + 1) / (a + b + 2) { return 1 - regularizedBeta(1 - x, b, a) }
    let logBeta: Double = lgamma(a) + lgamma(b) - lgamma(a + b)
    let logFront: Double = a * log(x) + b * log(1 - x) - logBeta
    let front = exp(logFront) / a
    let tiny = 1e-300
    var (f, c, d) = (1.0, 1.0, 0.0)
    for step in 0...1_000 {
        let m = Double(step / 2)
        let term: Double
        if step == 0 {
            term = 1
        } else if step % 2 == 0 {
            let (top, bottom): (Double, Double) = (m * (b - m) * x, (a + 2 * m - 1) * (a + 2 * m))
            term = top / bottom
        } else {
            let (top, bottom): (Double, Double) = ((a + m) * (a + b + m) * x, (a + 2 * m) * (a + 2 * m + 1))
            term = -top / bottom
        }
        d = 1 + term * d
        if abs(d) < tiny { d = tiny }
        d = 1 / d
        c = 1 + term / c
        if abs(c) < tiny { c = tiny }
        f *= c * d
        if abs(1 - c * d) < 1e-14 { break }
    }
    return front * (f - 1)
}
