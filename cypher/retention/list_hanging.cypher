// What hangs from things that go and would have no meaning without them.
// mode: read
// params: network_id, ids
// returns: id
UNWIND $ids AS gone
MATCH (thing:Actor|Collaboration {id: gone, network_id: $network_id})
UNWIND [(thing)<-[:AT]-(part:Position) | part.id]
  + [(thing)-[:WENT_THROUGH]->(part:StatusChange) | part.id]
  + [(thing)<-[:OF]-(part:Rating|Result) | part.id]
  + [(thing)<-[:MERGED_INTO]-(part:MergedActor) | part.id]
  + [(thing)<-[:BETWEEN]-(part:Introduction) | part.id]
  + [(thing)<-[:ABOUT]-(part:ContactMoment|FollowUp) WHERE
      all(other IN [(part)-[:ABOUT]->(about:Actor|Collaboration) | about.id] WHERE other IN $ids) | part.id]
  AS id
RETURN DISTINCT id
ORDER BY id
