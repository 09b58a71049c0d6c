// Put the collaborations of a starter set in its network; the energy refresh fills in their energy.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MERGE (collaboration:Collaboration {id: row.id})
ON CREATE SET
  collaboration.network_id = $network_id,
  collaboration.name = row.name,
  collaboration.sort_name = row.sort_name,
  collaboration.search = row.search,
  collaboration.goal = row.goal,
  collaboration.form = row.form,
  collaboration.layer = row.layer,
  collaboration.status = row.status,
  collaboration.rhythm_days = row.rhythm_days,
  collaboration.started_on = row.started_on,
  collaboration.ended_on = row.ended_on,
  collaboration.funded_until = row.funded_until,
  collaboration.residents_involved = row.residents_involved,
  collaboration.source = row.source,
  collaboration.created_at = row.created_at,
  collaboration.updated_at = row.created_at,
  collaboration.version = 1
