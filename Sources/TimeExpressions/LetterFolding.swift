/// Brings a letter to the form in which vocabularies are compared: small, without accents, one form for variants.
///
/// Latin letters lose their marks (é → e, ı and İ → i, ł → l), Cyrillic й and ё become и and е, Greek loses its accents,
/// Arabic alef its hamzas; combining marks and tatweel vanish (0).
func folded(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A: scalar + 32
    case 0x00C0...0x017F: UInt32(latinBases[Int(scalar - 0xC0)])
    case 0x0218, 0x0219: 0x73
    case 0x021A, 0x021B: 0x74
    case 0x0300...0x036F, 0x0591...0x05C7, 0x0640, 0x064B...0x065F: 0
    case 0x0386, 0x03AC: 0x03B1
    case 0x0388, 0x03AD: 0x03B5
    case 0x0389, 0x03AE: 0x03B7
    case 0x038A, 0x03AF, 0x03CA, 0x0390: 0x03B9
    case 0x038C, 0x03CC: 0x03BF
    case 0x038E, 0x03CD, 0x03CB, 0x03B0: 0x03C5
    case 0x038F, 0x03CE: 0x03C9
    case 0x03C2: 0x03C3
    case 0x0391...0x03A9: scalar + 32
    case 0x0401, 0x0451: 0x0435
    case 0x0407, 0x0457: 0x0456
    case 0x0419, 0x0439: 0x0438
    case 0x0410...0x042F: scalar + 32
    case 0x0400...0x040F: scalar + 80
    case 0x0490: 0x0491
    case 0x0622, 0x0623, 0x0625: 0x0627
    case 0x0649: 0x064A
    case 0x1E00...0x1EFF: scalar | 1
    default: scalar
    }
}

/// The base letters of U+00C0 to U+017F, in order.
private let latinBases = Array(
    ("aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
        + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkk"
        + "llllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)
