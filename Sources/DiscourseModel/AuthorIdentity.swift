extension Author {
    /// What two comments of one site have in common when one person wrote both: the platform's id of the author, else the profile,
    /// else the name; `nil` where the name stands for nobody in particular.
    ///
    /// It joins within one site only: equal names on two sites are two people.
    package var identity: String? {
        if isAnonymous { return nil }
        if let key, !key.isEmpty { return "key:" + key }
        if let profile, !profile.isEmpty { return "profile:" + profile }
        return "name:" + name
    }
}
