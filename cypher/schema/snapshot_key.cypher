// One snapshot a network a week.
// mode: schema
CREATE CONSTRAINT snapshot_key IF NOT EXISTS
FOR (n:Snapshot)
REQUIRE n.key IS UNIQUE
