/** The types of conditions. `N` is `null` where the column may have none. */
import type { InputJsonValue, JsonInput } from './types.ts'

interface Equality<T, N> {
  equals?: T | N
  in?: readonly T[] | ([N] extends [null] ? null : never)
  notIn?: readonly T[] | ([N] extends [null] ? null : never)
}
export interface Comparison<T, N> extends Equality<T, N> {
  lt?: T
  lte?: T
  gt?: T
  gte?: T
  /** Both ends are in it. */
  between?: readonly [T, T]
}
export interface Filter<T, N = never> extends Comparison<T, N> {
  not?: T | N | Filter<T, N>
}
export interface BoolFilter<N = never> {
  equals?: boolean | N
  not?: boolean | N | BoolFilter<N>
}
export interface StringFilter<N = never> extends Comparison<string, N> {
  not?: string | N | StringFilter<N>
  contains?: string
  startsWith?: string
  endsWith?: string
  /** `%` is any text and `_` one character; `!` takes their meaning away. */
  like?: string
  mode?: QueryMode
}
export interface EnumFilter<E, N = never> extends Equality<E, N> {
  not?: E | N | EnumFilter<E, N>
}
export interface ListFilter<T, N = never> {
  equals?: readonly T[] | N
  has?: T | N
  hasEvery?: readonly T[]
  hasSome?: readonly T[]
  isEmpty?: boolean
}
export interface JsonFilter<N = never> {
  equals?: JsonInput | N
  not?: JsonInput | N
  path?: readonly (string | number)[] | string
  mode?: QueryMode
  string_contains?: string
  string_starts_with?: string
  string_ends_with?: string
  array_contains?: InputJsonValue | null
  array_starts_with?: InputJsonValue | null
  json_contains?: InputJsonValue
  lt?: number | string
  lte?: number | string
  gt?: number | string
  gte?: number | string
  exists?: boolean
  hasKey?: string
}
/** Of a composite type: as a whole, or by its members. */
export interface CompositeFilter<V, W, N = never> {
  equals?: V | N
  not?: V | N
  is?: W | N
  isNot?: W | N
}
export interface CompositeListFilter<V, W> extends ListRelationFilter<W> {
  equals?: readonly V[]
  isEmpty?: boolean
}
export interface ListRelationFilter<W> {
  some?: W
  every?: W
  none?: W
}
export interface RelationFilter<W, N = never> {
  is?: W | N
  isNot?: W | N
}
export type CountFilter<K extends string> = { [name in K]?: number | Omit<Filter<number>, 'in' | 'notIn' | 'between'> }
export type QueryMode = 'default' | 'insensitive'
