// Whether the engine answers.
// mode: read
// returns: one
RETURN 1 AS one
