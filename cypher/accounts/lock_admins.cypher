// Across networks: lock the accounts of all admins, and tell which of them can sign in. The embedded engine only sees a race for a node that differs afterwards, hence the version.
// mode: write
// params: token
// returns: id
MATCH (admin:User)
WHERE admin.is_admin = true
WITH admin
ORDER BY admin.id
SET admin._lock = $token, admin.version = coalesce(admin.version, 1) + 1
REMOVE admin._lock
WITH admin
WHERE admin.is_admin = true AND admin.disabled_at IS NULL AND admin.password_hash IS NOT NULL
RETURN admin.id AS id
