// What a municipality decided about how long each kind of record is kept.
// mode: read
// params: network_id
// returns: kind, version, months, privacy_ground, archive_ground, decided_on
MATCH (term:RetentionTerm {network_id: $network_id})
RETURN term.kind AS kind, term.version AS version, term.months AS months,
  term.privacy_ground AS privacy_ground, term.archive_ground AS archive_ground,
  term.decided_on AS decided_on
ORDER BY kind
LIMIT 20
