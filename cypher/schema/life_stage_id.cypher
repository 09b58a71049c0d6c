// Every LifeStage has an id of its own.
// mode: schema
CREATE CONSTRAINT life_stage_id IF NOT EXISTS
FOR (n:LifeStage)
REQUIRE n.id IS UNIQUE
