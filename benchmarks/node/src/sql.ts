/** The statements that all who write SQL use, with `?` for parameters. */
export const userColumns = 'id, name, email, address, isadmin AS "isAdmin", created_at AS "createdAt"'
export const postColumns = 'id, user_id AS "userId", title, content, created_at AS "createdAt"'
export const commentColumns = 'id, post_id AS "postId", user_id AS "userId", content, created_at AS "createdAt"'
export const entryColumns = 'id, name, email, address, flagged, created_at AS "createdAt"'

export const byId = `SELECT ${userColumns} FROM users WHERE id = ?`
export const page = `SELECT ${userColumns} FROM users WHERE isadmin = ? AND name >= ? ORDER BY created_at DESC, id LIMIT 20 OFFSET ?`
export const measurements =
  'SELECT id, label, note, kind, small, big, ratio, amount, active, optional, taken_at AS "takenAt", ended_at AS "endedAt" FROM measurements'
export const fiftyUsers = `SELECT ${userColumns} FROM users WHERE id <= 50 ORDER BY id`
export const tenUsers = `SELECT ${userColumns} FROM users WHERE id <= 10 ORDER BY id`
export const insertEntry = 'INSERT INTO entries (name, email, address, flagged, created_at)'
export const returningEntry = ` RETURNING ${entryColumns}`
export const update = `UPDATE users SET name = ?, address = ? WHERE id = ? RETURNING ${userColumns}`
export const upsert =
  'INSERT INTO tallies (name, hits) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET hits = tallies.hits + 1 RETURNING name, hits'
export const aggregate =
  'SELECT kind, COUNT(*) AS count, SUM(small) AS small, MAX(big) AS big FROM measurements GROUP BY kind ORDER BY kind'
export const complex = `SELECT u.id, u.name, COALESCE(p.posts, 0) AS posts, COALESCE(c.comments, 0) AS comments, p.last_post AS "lastPost"
 FROM users u
 LEFT JOIN (SELECT user_id, COUNT(*) AS posts, MAX(created_at) AS last_post FROM posts GROUP BY user_id) p ON p.user_id = u.id
 LEFT JOIN (SELECT user_id, COUNT(*) AS comments FROM comments GROUP BY user_id) c ON c.user_id = u.id
 WHERE u.id <= 1000 ORDER BY u.id`
export const topUsers = `SELECT u.id, u.name, COUNT(*) AS posts FROM users u
 JOIN posts p ON p.user_id = u.id GROUP BY u.id, u.name ORDER BY COUNT(*) DESC, u.id LIMIT 10`
export const email = 'SELECT email FROM users WHERE id = ?'
export const isAdmin = 'SELECT isadmin AS "isAdmin" FROM users WHERE id = ?'
export const insertComment = 'INSERT INTO comments (post_id, user_id, content, created_at) VALUES (?, ?, ?, ?) RETURNING id'

/** `?` as PostgreSQL numbers them. */
export function numbered(sql: string): string {
  let count = 0
  return sql.replace(/\?/g, () => `$${++count}`)
}

/** `?, ?, …` */
export function marks(count: number): string {
  return new Array<string>(count).fill('?').join(', ')
}
