/** Where a contestant can do without waiting, it gives the value itself: an `await` more would be no part of its work. */
export type Result = unknown

/** Several libraries do nothing before somebody waits for them, and what they give is no `Promise` by its class. */
export function isToBeAwaited(result: Result): result is PromiseLike<unknown> {
  return typeof result === 'object' && result !== null && 'then' in result
}

export interface NewEntry {
  name: string
  email: string
  address: string | null
  flagged: boolean
  createdAt: Date
}

/** What everybody does. Rows come back as objects named as the schema names them, in the types that `equality.ts` lists. */
export interface Contestant {
  getById(id: number): Result
  page(fromName: string, skip: number): Result
  thousandRows(): Result
  insertOne(entry: NewEntry): Result
  insertMany(entries: NewEntry[]): Result
  update(id: number, name: string, address: string): Result
  upsert(name: string): Result
  usersWithPosts(): Result
  threeLevels(): Result
  aggregate(): Result
  complexQuery(): Result
  topUsers(): Result
  emailById(id: number): Result
  isAdminById(id: number): Result
  insertComment(postId: number, userId: number, content: string): Result
  close(): Result
}

export const COMMENTED_AT = new Date('2026-03-01T00:00:00Z')
