import type { Comparison } from './conditions.ts'
import type { Decimal, DecimalInput } from './decimal.ts'
import { DbNull, JsonNull } from './values.ts'

export type * from './conditions.ts'
export type { Decimal, DecimalInput } from './decimal.ts'
export { DbNull, JsonNull }

/** What generated code says of a model: the types of its records, and of what its calls take. */
export interface ModelTypes {
  row: object
  /** The models at the other ends: `Post[]`, `User`, `User | null`. */
  relations: object
  where: object
  unique: object
  select: object
  include: object
  omit: object
  orderBy: object
  /** A new record with its relations, and the same by the columns of its references. */
  create: object
  uncheckedCreate: object
  createMany: object
  update: object
  uncheckedUpdate: object
  updateMany: object
}

/** TypeScript's `Omit`, by a name that no model can take away. */
export type Except<T, K extends string> = Omit<T, K>
export type Many<T> = T | readonly T[]
export type JsonValue = string | number | boolean | null | JsonObject | JsonArray
export interface JsonObject {
  [name: string]: JsonValue
}
export interface JsonArray extends Array<JsonValue> {}
export type InputJsonValue = string | number | boolean | InputJsonObject | InputJsonArray | { toJSON(): unknown }
export interface InputJsonObject {
  readonly [name: string]: InputJsonValue | null | undefined
}
export interface InputJsonArray extends ReadonlyArray<InputJsonValue | null> {}
export type JsonInput = InputJsonValue | typeof JsonNull
export type JsonNullableInput = JsonInput | typeof DbNull

/** At least one of the members `K`. */
export type AtLeast<T, K extends string> = { [name in K]: name extends keyof T ? T & { [one in name]-?: T[one] } : never }[K]

// ---- orders and choices

export type SortOrder = 'asc' | 'desc'
export type NullsOrder = 'first' | 'last'
export interface SortOrderInput {
  sort: SortOrder
  nulls?: NullsOrder
}
/** `true` for what is wanted. */
export type Flags<R> = { [name in keyof R]?: boolean }
export interface CountArgs<M extends ModelTypes> {
  where?: M['where']
}
export interface Shape<M extends ModelTypes> {
  select?: M['select'] | null
  include?: M['include'] | null
  omit?: M['omit'] | null
}

// ---- writes

export type XOR<A, B> = (A & Without<B, A>) | (B & Without<A, B>)
type Without<A, B> = { [name in Exclude<keyof A, keyof B>]?: never }
type Created<M extends ModelTypes, R extends string> = XOR<Omit<M['create'], R>, Omit<M['uncheckedCreate'], R>>
type Changed<M extends ModelTypes, R extends string> = XOR<Omit<M['update'], R>, Omit<M['uncheckedUpdate'], R>>

export interface Change<T> {
  set?: T
}
export interface NumberChange<T, N = never> {
  set?: T | N
  increment?: T
  decrement?: T
  multiply?: T
  divide?: T
}
export interface ListChange<T> {
  set?: readonly T[]
  push?: Many<T>
}
/** `R` are the members that say what the new record belongs to, which it does already. */
export interface CreateNestedOne<M extends ModelTypes, R extends string> {
  create?: Created<M, R>
  connectOrCreate?: { where: M['unique']; create: Created<M, R> }
  connect?: M['unique']
}
export interface CreateNestedMany<M extends ModelTypes, R extends string> {
  create?: Many<Created<M, R>>
  connectOrCreate?: Many<{ where: M['unique']; create: Created<M, R> }>
  createMany?: { data: Many<Omit<M['createMany'], R>>; skipDuplicates?: boolean }
  connect?: Many<M['unique']>
}
export interface UpdateNestedOne<M extends ModelTypes, R extends string> extends CreateNestedOne<M, R> {
  upsert?: { where?: M['where']; update: Changed<M, R>; create: Created<M, R> }
  update?: Changed<M, R> | { where?: M['where']; data: Changed<M, R> }
}
export interface UpdateNestedOptional<M extends ModelTypes, R extends string> extends UpdateNestedOne<M, R> {
  disconnect?: boolean | M['where']
  delete?: boolean | M['where']
}
export interface UpdateNestedMany<M extends ModelTypes, R extends string> extends CreateNestedMany<M, R> {
  set?: Many<M['unique']>
  disconnect?: Many<M['unique']>
  delete?: Many<M['unique']>
  update?: Many<{ where: M['unique']; data: Changed<M, R> }>
  updateMany?: Many<{ where: M['where']; data: Omit<M['updateMany'], R> }>
  upsert?: Many<{ where: M['unique']; update: Changed<M, R>; create: Created<M, R> }>
  deleteMany?: Many<M['where']>
}

// ---- arguments

export interface FindUniqueArgs<M extends ModelTypes> extends Shape<M> {
  where: M['unique']
}
interface Page<M extends ModelTypes> {
  where?: M['where']
  orderBy?: Many<M['orderBy']>
  cursor?: M['unique']
  /** So many; from the end if it is negative. */
  take?: number
  skip?: number
}
export interface FindManyArgs<M extends ModelTypes> extends Shape<M>, Page<M> {
  distinct?: Many<keyof M['row'] & string>
  /** Locks the rows for a transaction. */
  lock?: LockMode | { mode: LockMode; skipLocked?: boolean; noWait?: boolean }
}
/** Of related records those to one that come with the same statement. */
export interface StreamArgs<M extends ModelTypes> extends Shape<M>, Page<M> {
  /** How many rows are fetched at a time: 500, if nothing is said. */
  batch?: number
  lock?: FindManyArgs<M>['lock']
}
export type LockMode = 'update' | 'share'
export interface RelatedArgs<M extends ModelTypes> extends Shape<M>, Page<M> {
  distinct?: Many<keyof M['row'] & string>
}
export interface RelatedOneArgs<M extends ModelTypes> extends Shape<M> {
  where?: M['where']
}
export interface CreateArgs<M extends ModelTypes> extends Shape<M> {
  data: XOR<M['create'], M['uncheckedCreate']>
}
export interface CreateManyArgs<M extends ModelTypes> {
  data: Many<M['createMany']>
  skipDuplicates?: boolean
}
export interface CreateManyAndReturnArgs<M extends ModelTypes> extends CreateManyArgs<M>, Shape<M> {}
export interface UpdateArgs<M extends ModelTypes> extends Shape<M> {
  where: M['unique']
  data: XOR<M['update'], M['uncheckedUpdate']>
}
export interface UpdateManyArgs<M extends ModelTypes> {
  /** Left out, it means all; given, it must say something. */
  where?: M['where']
  data: M['updateMany']
}
export interface UpdateManyAndReturnArgs<M extends ModelTypes> extends UpdateManyArgs<M>, Shape<M> {}
export interface UpsertArgs<M extends ModelTypes> extends Shape<M> {
  where: M['unique']
  create: XOR<M['create'], M['uncheckedCreate']>
  update: XOR<M['update'], M['uncheckedUpdate']>
}
export interface UpsertManyArgs<M extends ModelTypes> extends Shape<M> {
  /** The fields of a unique, by which rows are sought. */
  by: Many<keyof M['row'] & string>
  create: Many<M['createMany']>
  update: M['updateMany']
}
export interface DeleteArgs<M extends ModelTypes> extends Shape<M> {
  where: M['unique']
}
export interface DeleteManyArgs<M extends ModelTypes> {
  where?: M['where']
}
export interface CountOfArgs<M extends ModelTypes> extends Page<M> {
  select?: Counted<M> | true
}

// ---- aggregates

type Numbers<R> = { [name in keyof R as [NonNullable<R[name]>] extends [number | bigint | Decimal] ? name : never]?: boolean }
type Ordered<R> = { [name in keyof R as [NonNullable<R[name]>] extends [readonly unknown[] | boolean] ? never : name]?: boolean }
type Counted<M extends ModelTypes> = Flags<M['row']> & { _all?: boolean }
interface Aggregates<M extends ModelTypes> {
  _count?: true | Counted<M>
  /** How many different values there are. */
  _distinct?: Flags<M['row']>
  _sum?: Numbers<M['row']>
  _avg?: Numbers<M['row']>
  _min?: Ordered<M['row']>
  _max?: Ordered<M['row']>
}
export interface AggregateArgs<M extends ModelTypes> extends Page<M>, Aggregates<M> {}
export interface GroupByArgs<M extends ModelTypes> extends Aggregates<M> {
  by: Many<keyof M['row'] & string>
  where?: M['where']
  having?: Having<M>
  orderBy?: Many<GroupOrder<M>>
  take?: number
  skip?: number
}
type Compared<T> = T | Comparison<T, null> & { not?: T | null }
type Input<T> = T extends Decimal ? DecimalInput : T extends Date ? Date | string : T extends bigint ? bigint | number : T
export type Having<M extends ModelTypes> = {
  [name in keyof M['row']]?:
    | Compared<Input<NonNullable<M['row'][name]>>>
    | {
        _count?: Compared<number>
        _distinct?: Compared<number>
        _sum?: Compared<DecimalInput>
        _avg?: Compared<DecimalInput>
        _min?: Compared<Input<NonNullable<M['row'][name]>>>
        _max?: Compared<Input<NonNullable<M['row'][name]>>>
      }
} & { AND?: Many<Having<M>>; OR?: readonly Having<M>[]; NOT?: Many<Having<M>>; _count?: Compared<number> }
type Sorted<F> = { [name in keyof F]?: SortOrder }
export type GroupOrder<M extends ModelTypes> = { [name in keyof M['row']]?: SortOrder | SortOrderInput } & {
  _count?: SortOrder | Sorted<Counted<M>>
  _distinct?: Sorted<M['row']>
  _sum?: Sorted<Numbers<M['row']>>
  _avg?: Sorted<Numbers<M['row']>>
  _min?: Sorted<Ordered<M['row']>>
  _max?: Sorted<Ordered<M['row']>>
}
type Sum<T> = T extends bigint ? bigint : T extends Decimal ? Decimal : number
type Average<T> = T extends Decimal ? Decimal : number
type Asked<F> = { [name in keyof F]: F[name] extends true ? name : never }[keyof F]
type Value<R, K> = K extends keyof R ? NonNullable<R[K]> : never
/** What the aggregates of a call give. */
export type Aggregated<M extends ModelTypes, A> = {
  -readonly [kind in keyof A & keyof Aggregates<M>]: A[kind] extends true
    ? number
    : {
        [name in Asked<A[kind]>]: kind extends '_sum'
          ? Sum<Value<M['row'], name>> | null
          : kind extends '_avg'
            ? Average<Value<M['row'], name>> | null
            : kind extends '_min' | '_max'
              ? Value<M['row'], name> | null
              : number
      }
}
type By<A> = A extends { by: infer B } ? (B extends readonly (infer K)[] ? K : B) : never
export type Grouped<M extends ModelTypes, A> = Flat<Pick<M['row'], By<A> & keyof M['row']> & Aggregated<M, A>>

// ---- results

type Flat<T> = { [name in keyof T]: T[name] }
type Unwanted = false | null | undefined
type Kept<M extends ModelTypes, A> = A extends { omit: infer O extends object } ? Flat<Omit<M['row'], Asked<O>>> : M['row']
type Chosen<M extends ModelTypes, S> = {
  -readonly [name in keyof S as S[name] extends Unwanted ? never : name]: name extends keyof M['row']
    ? M['row'][name]
    : name extends keyof M['relations']
      ? Related<M['relations'][name], S[name]>
      : name extends '_count'
        ? Counts<M, S[name]>
        : never
}
type Related<R, A> = R extends readonly (infer M extends ModelTypes)[] ? Result<M, A>[] : R extends ModelTypes ? Result<R, A> : null
type Lists<R> = { [name in keyof R]: R[name] extends readonly unknown[] ? name : never }[keyof R]
type Counts<M extends ModelTypes, C> = C extends { select: infer S }
  ? { -readonly [name in keyof S as S[name] extends Unwanted ? never : name]: number }
  : { [name in Lists<M['relations']>]: number }
type IsAny<T> = 0 extends 1 & T ? true : false
/** A record as `select`, `include` and `omit` of a call want it. */
export type Result<M extends ModelTypes, A> =
  IsAny<A> extends true
    ? M['row']
    : A extends { select: infer S extends object }
      ? Chosen<M, S>
      : A extends { include: infer I extends object }
        ? Flat<Kept<M, A> & Chosen<M, I>>
        : Kept<M, A>

// ---- calls

type Leaf = string | number | boolean | bigint | symbol | null | undefined | Date | Uint8Array | Decimal | ((...args: never) => unknown)
type Names<W> = W extends unknown ? keyof W : never
type Member<W, K> = W extends unknown ? (K extends keyof W ? W[K] : never) : never
type Element<W> = W extends readonly (infer E)[] ? E : never
/** `A` without members that `W` does not have, at any depth. */
export type Exact<A, W> = A extends Leaf
  ? A
  : A extends readonly unknown[]
    ? { [i in keyof A]: Exact<A[i], Element<W>> }
    : { [name in keyof A]: name extends Names<W> ? Exact<A[name], NonNullable<Member<W, name>>> : never }
type Either<A> = A extends { select: object; include: object } ? 'a call takes select or include, not both' : unknown
export type Checked<A, W> = A & Exact<A, W> & Either<A>
export type SelectSubset<A, W> = Checked<A, W>

/** The calls of a view. */
export interface ViewDelegate<M extends ModelTypes> {
  /** The record of a unique; null if there is none. */
  findUnique<A extends FindUniqueArgs<M>>(args: Checked<A, FindUniqueArgs<M>>): Promise<Result<M, A> | null>
  /** The record of a unique. @throws RecordNotFound */
  findUniqueOrThrow<A extends FindUniqueArgs<M>>(args: Checked<A, FindUniqueArgs<M>>): Promise<Result<M, A>>
  findFirst<A extends FindManyArgs<M>>(args?: Checked<A, FindManyArgs<M>>): Promise<Result<M, A> | null>
  /** @throws RecordNotFound */
  findFirstOrThrow<A extends FindManyArgs<M>>(args?: Checked<A, FindManyArgs<M>>): Promise<Result<M, A>>
  findMany<A extends FindManyArgs<M>>(args?: Checked<A, FindManyArgs<M>>): Promise<Result<M, A>[]>
  /** The records one after the other, as they are asked for: `for await (const record of …)`. Whoever leaves the loop ends it. */
  stream<A extends StreamArgs<M>>(args?: Checked<A, StreamArgs<M>>): AsyncGenerator<Result<M, A>, void, undefined>
  count<A extends CountOfArgs<M>>(
    args?: Checked<A, CountOfArgs<M>>,
  ): Promise<A extends { select: infer S extends object } ? { [name in Asked<S>]: number } : number>
  exists(args?: { where?: M['where'] }): Promise<boolean>
  aggregate<A extends AggregateArgs<M>>(args: Checked<A, AggregateArgs<M>>): Promise<Aggregated<M, A>>
  groupBy<A extends GroupByArgs<M>>(args: Checked<A, GroupByArgs<M>>): Promise<Grouped<M, A>[]>
}

/** The calls of a model that code cannot insert into: it has a required column that is hidden from it. */
export interface ChangeDelegate<M extends ModelTypes> extends ViewDelegate<M> {
  /** @throws RecordNotFound */
  update<A extends UpdateArgs<M>>(args: Checked<A, UpdateArgs<M>>): Promise<Result<M, A>>
  updateMany<A extends UpdateManyArgs<M>>(args: Checked<A, UpdateManyArgs<M>>): Promise<BatchPayload>
  updateManyAndReturn<A extends UpdateManyAndReturnArgs<M>>(args: Checked<A, UpdateManyAndReturnArgs<M>>): Promise<Result<M, A>[]>
  /** @throws RecordNotFound */
  delete<A extends DeleteArgs<M>>(args: Checked<A, DeleteArgs<M>>): Promise<Result<M, A>>
  deleteMany<A extends DeleteManyArgs<M>>(args?: Checked<A, DeleteManyArgs<M>>): Promise<BatchPayload>
}

/** The calls of a model. */
export interface ModelDelegate<M extends ModelTypes> extends ChangeDelegate<M> {
  create<A extends CreateArgs<M>>(args: Checked<A, CreateArgs<M>>): Promise<Result<M, A>>
  createMany<A extends CreateManyArgs<M>>(args: Checked<A, CreateManyArgs<M>>): Promise<BatchPayload>
  createManyAndReturn<A extends CreateManyAndReturnArgs<M>>(args: Checked<A, CreateManyAndReturnArgs<M>>): Promise<Result<M, A>[]>
  upsert<A extends UpsertArgs<M>>(args: Checked<A, UpsertArgs<M>>): Promise<Result<M, A>>
  upsertMany<A extends UpsertManyArgs<M>>(args: Checked<A, UpsertManyArgs<M>>): Promise<Result<M, A>[]>
}

/** The calls of a model whose records are documents. */
export interface DocumentDelegate<M extends ModelTypes> extends Omit<ModelDelegate<M>, 'upsertMany'> {}

export interface BatchPayload {
  count: number
}
