// Across networks: say that a backup is being put back (0), or that it was, and when (1).
// mode: write
// params: number, now
// returns: number
MERGE (mark:SchemaVersion {name: 'restore'})
SET mark.number = $number, mark.applied_at = $now
RETURN mark.number AS number
