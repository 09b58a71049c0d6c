// Every FollowUp has an id of its own.
// mode: schema
CREATE CONSTRAINT follow_up_id IF NOT EXISTS
FOR (n:FollowUp)
REQUIRE n.id IS UNIQUE
