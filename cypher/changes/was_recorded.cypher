// Across networks: whether a transaction that was interrupted while it was committed is there after all.
// mode: read
// params: ids
// returns: recorded
UNWIND $ids AS id
MATCH (change:Change {id: id})
RETURN count(change) > 0 AS recorded
