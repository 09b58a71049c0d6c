// Across networks: all that is kept of an account itself.
// mode: read
// params: id
// returns: properties
MATCH (user:User {id: $id})
RETURN properties(user) AS properties
