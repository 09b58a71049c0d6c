// Every Invitation has an id of its own.
// mode: schema
CREATE CONSTRAINT invitation_id IF NOT EXISTS
FOR (n:Invitation)
REQUIRE n.id IS UNIQUE
