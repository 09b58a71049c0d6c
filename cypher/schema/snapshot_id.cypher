// Every Snapshot has an id of its own.
// mode: schema
CREATE CONSTRAINT snapshot_id IF NOT EXISTS
FOR (n:Snapshot)
REQUIRE n.id IS UNIQUE
