// Keep on partners what their active collaborations add up to: the strongest and counts, never a mean.
// mode: write
// params: network_id, ids, today, lively_from, token
// returns: id
UNWIND $ids AS id
MATCH (actor:Actor {id: id, network_id: $network_id})
// The lock first: who refreshes another collaboration of this partner must not add up without ours.
SET actor._lock = $token
REMOVE actor._lock
WITH actor,
  [(actor)-[part:TAKES_PART_IN]->(one:Collaboration)
    WHERE one.status = 'active' AND one.archived_at IS NULL
      AND (part.until IS NULL OR part.until >= $today) | one {.id, .energy, .last_contact_on}] AS parts,
  [(actor)-[part:TAKES_PART_IN]->(one:Collaboration)<-[others:TAKES_PART_IN]-(other:Actor)
    WHERE one.status = 'active' AND one.form = 'working' AND one.archived_at IS NULL
      AND other.archived_at IS NULL AND other.id <> actor.id
      AND (part.until IS NULL OR part.until >= $today)
      AND (others.until IS NULL OR others.until >= $today) | other.id] AS partners,
  [(actor)<-[:ABOUT]-(moment:ContactMoment)
    WHERE moment.archived_at IS NULL AND moment.on <= $today | moment.on] AS contacts
// A partner may take part in one collaboration more than once, each time in a role of its own.
WITH actor, partners, contacts,
  reduce(each_once = [], one IN parts |
    CASE WHEN one.id IN [known IN each_once | known.id] THEN each_once ELSE each_once + [one] END) AS active
WITH actor, active,
  reduce(best = null, one IN active |
    CASE WHEN best IS NULL OR one.energy > best THEN one.energy ELSE best END) AS strongest,
  reduce(seen = [], id IN partners | CASE WHEN id IN seen THEN seen ELSE seen + id END) AS distinct_partners,
  reduce(latest = null, on IN contacts + [one IN active | one.last_contact_on] |
    CASE WHEN on IS NULL THEN latest WHEN latest IS NULL OR on > latest THEN on ELSE latest END) AS latest
SET actor.energy = CASE WHEN actor.is_person THEN null ELSE strongest END,
    actor.active = size(active),
    actor.lively = size([one IN active WHERE one.energy >= $lively_from]),
    actor.unmeasured = size([one IN active WHERE one.energy IS NULL]),
    actor.partners = size(distinct_partners),
    actor.last_contact_on = latest
RETURN actor.id AS id
