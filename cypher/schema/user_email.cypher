// Nobody shares a sign-in address.
// mode: schema
CREATE CONSTRAINT user_email IF NOT EXISTS
FOR (n:User)
REQUIRE n.email IS UNIQUE
