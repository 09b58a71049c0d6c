// Put the kinds of parties that a text names in its network.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MERGE (parties:ActorGroup {id: row.id})
ON CREATE SET
  parties.network_id = $network_id,
  parties.name = row.name,
  parties.sort_name = row.sort_name,
  parties.search = row.search,
  parties.kind = row.kind,
  parties.description = row.description,
  parties.source = row.source,
  parties.created_at = row.created_at,
  parties.updated_at = row.created_at,
  parties.version = 1
