"""The statements that all who write SQL use."""

USER = "id, name, email, address, isadmin, created_at"
POST = "id, user_id, title, content, created_at"
COMMENT = "id, post_id, user_id, content, created_at"
ENTRY = "name, email, address, flagged, created_at"

BY_ID = f"SELECT {USER} FROM users WHERE id = $1"
PAGE = (
    f"SELECT {USER} FROM users WHERE isadmin = $1 AND name >= $2 "
    "ORDER BY created_at DESC, id LIMIT 20 OFFSET $3"
)
MEASUREMENTS = (
    "SELECT id, label, note, kind, small, big, ratio, amount, active, optional, "
    "taken_at, ended_at FROM measurements"
)
FIFTY_USERS = f"SELECT {USER} FROM users WHERE id <= 50 ORDER BY id"
TEN_USERS = f"SELECT {USER} FROM users WHERE id <= 10 ORDER BY id"
POSTS_OF = f"SELECT {POST} FROM posts WHERE user_id = ANY($1) ORDER BY id"
COMMENTS_OF = f"SELECT {COMMENT} FROM comments WHERE post_id = ANY($1) ORDER BY id"
INSERT = f"INSERT INTO entries ({ENTRY}) VALUES ($1, $2, $3, $4, $5) RETURNING id, {ENTRY}"
INSERT_MANY = (
    f"INSERT INTO entries ({ENTRY}) SELECT * FROM "
    "unnest($1::text[], $2::text[], $3::text[], $4::boolean[], $5::timestamp[])"
)
UPDATE = f"UPDATE users SET name = $1, address = $2 WHERE id = $3 RETURNING {USER}"
UPSERT = (
    "INSERT INTO tallies (name, hits) VALUES ($1, 1) "
    "ON CONFLICT (name) DO UPDATE SET hits = tallies.hits + 1 RETURNING name, hits"
)
AGGREGATE = (
    "SELECT kind, COUNT(*) AS count, SUM(small) AS small, MAX(big) AS big "
    "FROM measurements GROUP BY kind ORDER BY kind"
)
EMAIL = "SELECT email FROM users WHERE id = $1"
TOP_USERS = (
    "SELECT u.id, u.name, COUNT(*) AS posts FROM users u JOIN posts p ON p.user_id = u.id "
    "GROUP BY u.id, u.name ORDER BY COUNT(*) DESC, u.id LIMIT 10"
)
INSERT_COMMENT = (
    "INSERT INTO comments (post_id, user_id, content, created_at) VALUES ($1, $2, $3, $4) RETURNING id"
)
