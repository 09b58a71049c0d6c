// The sweep looks for what is waiting among the mails of years.
// mode: schema
CREATE INDEX message_state IF NOT EXISTS
FOR (n:Message)
ON (n.state)
