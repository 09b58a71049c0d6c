// A link finds its token by the hash of its secret.
// mode: schema
CREATE CONSTRAINT token_secret IF NOT EXISTS
FOR (n:Token)
REQUIRE n.secret_hash IS UNIQUE
