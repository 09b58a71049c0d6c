// Every ActorGroup has an id of its own.
// mode: schema
CREATE CONSTRAINT actor_group_id IF NOT EXISTS
FOR (n:ActorGroup)
REQUIRE n.id IS UNIQUE
