// Make the term of a kind of record when it is not there yet, take its lock and tell its version.
// mode: write
// params: network_id, id, kind, now, token
// returns: version, updated_at
MERGE (term:RetentionTerm {id: $id})
ON CREATE SET term.network_id = $network_id, term.kind = $kind, term.created_at = $now,
  term.updated_at = $now, term.version = 0
SET term._lock = $token
REMOVE term._lock
RETURN term.version AS version, term.updated_at AS updated_at
