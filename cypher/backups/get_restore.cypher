// Across networks: whether a backup was put back as a whole (1) or was cut short (0), and when.
// mode: read
// returns: number, at
MATCH (mark:SchemaVersion {name: 'restore'})
RETURN mark.number AS number, mark.applied_at AS at
