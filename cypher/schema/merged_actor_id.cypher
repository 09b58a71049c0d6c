// Every MergedActor has an id of its own.
// mode: schema
CREATE CONSTRAINT merged_actor_id IF NOT EXISTS
FOR (n:MergedActor)
REQUIRE n.id IS UNIQUE
