// Put contact moments in a network.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MERGE (moment:ContactMoment {id: row.id})
ON CREATE SET
  moment.network_id = $network_id,
  moment.on = row.on,
  moment.at = row.at,
  moment.channel = row.channel,
  moment.note = row.note,
  moment.evidence = row.evidence,
  moment.heard_from = row.heard_from,
  moment.plenary = row.plenary,
  moment.created_at = row.created_at,
  moment.updated_at = row.created_at,
  moment.version = 1
