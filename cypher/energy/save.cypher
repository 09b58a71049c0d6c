// Keep the energy of collaborations, so that lists need not compute it.
// mode: write
// params: network_id, rows, today
// returns: id
UNWIND $rows AS row
MATCH (collaboration:Collaboration {id: row.id, network_id: $network_id})
SET collaboration.energy = row.energy,
    collaboration.alive = row.alive,
    collaboration.firm = row.firm,
    collaboration.known = row.known,
    collaboration.last_contact_on = row.last_contact_on,
    collaboration.energy_on = $today
RETURN collaboration.id AS id
