// The version of the data, as recorded by the last program that prepared the schema.
// mode: read
// returns: number
MATCH (version:SchemaVersion {name: 'data'})
RETURN version.number AS number
