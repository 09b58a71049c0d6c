// Somebody may ask for all that an account did.
// mode: schema
CREATE INDEX change_author IF NOT EXISTS
FOR (n:Change)
ON (n.by_id)
