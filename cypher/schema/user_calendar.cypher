// Calendar programs ask for a user by key, a few times a day each.
// mode: schema
CREATE INDEX user_calendar IF NOT EXISTS
FOR (n:User)
ON (n.calendar_key)
