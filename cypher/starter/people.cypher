// Put contact persons in a network.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MERGE (person:Person {id: row.id})
ON CREATE SET
  person.network_id = $network_id,
  person.name = row.name,
  person.sort_name = row.sort_name,
  person.search = row.search,
  person.email = row.email,
  person.phone = row.phone,
  person.created_at = row.created_at,
  person.updated_at = row.created_at,
  person.version = 1
