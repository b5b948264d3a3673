/// The part of a paper that an article stands in, as a label of its own or the last step of a trail that begins at the front page.
enum TextSectionLabel {
    /// Names of news sections: subjects and regions of the world, in small letters.
    private static let names: Set<String> = [
        "news", "world", "world news", "politics", "business", "economy", "finance", "markets", "opinion", "comment is free", "editorial", "analysis", "sport", "sports", "football",
        "culture", "arts", "entertainment", "science", "technology", "tech", "health", "environment", "climate", "education", "society", "lifestyle", "life", "travel",
        "food", "military", "military & intelligence", "defense", "defence", "local", "local news", "national", "international", "features", "books", "music", "film", "media",
        "middle east", "europe", "asia", "asia & pacific", "asia pacific", "africa", "americas", "latin america", "north america", "south america", "us", "usa", "uk", "russia", "china",
        "politik", "wirtschaft", "kultur", "wissenschaft", "gesellschaft", "ausland", "inland", "panorama", "meinung", "politique", "monde", "économie", "société", "culture et idées",
        "política", "mundo", "economía", "economia", "deportes", "esportes", "cultura", "sociedad", "opinión", "politica", "esteri", "cronaca", "mondo", "sport e spettacoli",
        "polityka", "świat", "gospodarka", "kraj", "opinie", "buitenland", "binnenland", "politiek", "economie", "cultuur", "политика", "в мире", "экономика", "общество", "культура",
        "спорт", "наука", "мнения", "світ", "політика", "економіка", "gündem", "dünya", "ekonomi", "siyaset", "kultur & nöje", "inrikes", "utrikes", "ulkomaat", "kotimaa", "talous",
        "国际", "政治", "经济", "社会", "経済", "国際", "السياسة", "العالم", "اقتصاد", "رياضة",
    ]

    static func read(_ row: String) -> String? {
        guard row.utf8.count <= 60 else { return nil }
        return names.contains(row.lowercased()) ? row : nil
    }

    static func read(trail: [String]) -> String? {
        trail.dropFirst().last { names.contains($0.lowercased()) }
    }
}
