// Record that the schema is prepared up to a version; never goes back.
// mode: write
// params: number, now
// returns: number
MERGE (version:SchemaVersion {name: 'data'})
ON CREATE SET version.number = $number, version.applied_at = $now
WITH version, version.number < $number AS older
SET version.applied_at = CASE WHEN older THEN $now ELSE version.applied_at END,
    version.number = CASE WHEN older THEN $number ELSE version.number END
RETURN version.number AS number
