// The sweep looks for what is being worked on among the imports of years.
// mode: schema
CREATE INDEX import_state IF NOT EXISTS
FOR (n:Import)
ON (n.state)
