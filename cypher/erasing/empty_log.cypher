// Leave of the lines about a person only who did what kind of thing when.
// mode: write
// params: network_id, person_id, name
// returns: emptied
MATCH (change:Change {network_id: $network_id, subject_id: $person_id})
SET change.subject_name = $name, change.before = '{}', change.after = '{}'
RETURN count(change) AS emptied
