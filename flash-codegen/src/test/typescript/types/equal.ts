/** Fails to compile unless both types are the same. */
export function same<A, B>(..._: (<T>() => T extends Show<A> ? 1 : 2) extends <T>() => T extends Show<B> ? 1 : 2 ? [] : ['they differ', Show<A>, Show<B>]): void {}

/** A type with its members written out. */
type Show<T> = T extends Date | Uint8Array | bigint ? T : T extends object ? { [name in keyof T]: Show<T[name]> } : T
