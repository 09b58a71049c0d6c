// Every Pillar has an id of its own.
// mode: schema
CREATE CONSTRAINT pillar_id IF NOT EXISTS
FOR (n:Pillar)
REQUIRE n.id IS UNIQUE
