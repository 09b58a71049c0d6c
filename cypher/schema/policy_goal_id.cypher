// Every PolicyGoal has an id of its own.
// mode: schema
CREATE CONSTRAINT policy_goal_id IF NOT EXISTS
FOR (n:PolicyGoal)
REQUIRE n.id IS UNIQUE
