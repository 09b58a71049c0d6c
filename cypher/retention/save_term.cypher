// Save what a municipality decided about a term that is locked.
// mode: write
// params: network_id, id, months, privacy_ground, archive_ground, decided_on, now
// returns: id
MATCH (term:RetentionTerm {id: $id, network_id: $network_id})
SET term.months = $months, term.privacy_ground = $privacy_ground,
  term.archive_ground = $archive_ground, term.decided_on = $decided_on,
  term.version = term.version + 1, term.updated_at = $now
RETURN term.id AS id
