// The log of one thing is read on its page.
// mode: schema
CREATE INDEX change_subject IF NOT EXISTS
FOR (n:Change)
ON (n.subject_id)
