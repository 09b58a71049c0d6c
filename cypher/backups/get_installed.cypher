// Across networks: since when there are data here.
// mode: read
// returns: at
MATCH (version:SchemaVersion {name: 'data'})
RETURN version.applied_at AS at
