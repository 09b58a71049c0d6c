// Remove the tokens that ended before a moment: nobody needs the address in them any more.
// mode: write
// params: before
// returns: tokens
MATCH (token:Token)
WHERE token.expires_at < $before
DETACH DELETE token
RETURN count(*) AS tokens
