// Say who wrote a contact moment down; an edit by somebody else leaves that as it is.
// mode: write
// params: network_id, id, user_id
MATCH (moment:ContactMoment {id: $id, network_id: $network_id})
MATCH (user:User {id: $user_id})-[:MEMBER_OF]->(:Network {id: $network_id})
MERGE (moment)-[:LOGGED_BY]->(user)
