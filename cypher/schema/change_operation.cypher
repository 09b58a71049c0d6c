// The changes of one operation are read on its page, and when it is undone.
// mode: schema
CREATE INDEX change_operation IF NOT EXISTS
FOR (n:Change)
ON (n.operation_id)
