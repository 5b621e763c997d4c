package dev.flashorm.codegen.typescript.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of TypeScript; the suites of the client run all of its modules, and compile against its declarations. */
class ModulesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '^',
            value = {
                "const a: A<B[]>[] = [] # const a = []",
                "let a: A | null, b: B # let a, b",
                "const { a, b }: { a: A; b: B } = c # const { a, b } = c",
                "const f = (a: A, b?: B, ...c: C[]): a is D => a # const f = (a, b, ...c) => a",
                "const f = async <T>(a: T): Promise<T> => a # const f = async (a) => a",
                "const f = ({ a }: { a: A } = { a: 1 as A }) => a # const f = ({ a } = { a: 1 }) => a",
                "function f<T extends keyof U, U = A>(this: T, a: A = b as A): T { return a as T } # function f(a = b) { return a }",
                "const a = new Map<string, A<B>>(b as C | D) # const a = new Map(b)",
                "const a = b < c && d > e # const a = b < c && d > e",
                "const a = b ? (c) : d # const a = b ? (c) : d",
                "const a = (b as (c: C) => D)(e) # const a = (b)(e)",
                "const a = b[c]!.d !== !e # const a = b[c].d !== !e",
                "const a = `x: ${b as C} as ${`y ${c as D}`} as Z` # const a = `x: ${b} as ${`y ${c}`} as Z`",
                "const a = 'b: C as D' // e: F # const a = 'b: C as D' // e: F",
                "const a = b.replace(/[/: as]\\/(c)/g, d as E) # const a = b.replace(/[/: as]\\/(c)/g, d)",
                "const a = b / (c as number) / d # const a = b / (c) / d",
                "const a = { b: C, as: d, type: e, f(g: G): H { return g } } satisfies I # const a = { b: C, as: d, type: e, f(g) { return g } }",
                "const a = { class: b as C, import: d, const: e.function, as: f } as const # const a = { class: b, import: d, const: e.function, as: f }",
                "for (const [a, b] of c as [A, B][]) d(a) # for (const [a, b] of c) d(a)",
                "try { a() } catch (b: unknown) { c(b as D) } # try { a() } catch (b) { c(b) }",
                "import a, { type B, c, type D } from 'e' # import a, { c } from 'e'",
                "import { type } from 'e' # import { type } from 'e'",
                "export { type A, b as c } # export { b as c }",
                "a = b as typeof c extends [infer D] ? readonly D[] : `x${E}` # a = b",
                "a = b as unknown as new (c: C) => import('d') # a = b",
            })
    void typesAreErased(String typescript, String javascript) {
        assertThat(JavascriptModule.of(typescript)).isEqualTo(javascript);
    }

    @Test
    void classesKeepWhatRuns() {
        assertThat(JavascriptModule.of("""
                        /** Gone. */
                        interface Base<T> { a: T }

                        export class A<T> extends B<T> implements Base<T>, C {
                          private readonly a: T
                          static #b?: Map<string, T> = new Map<string, T>()
                          readonly c = (d: D): E =>
                            d.e as E

                          /** Gone. */
                          f(a: string): string
                          f(a: number): number
                          async f<U>(a: U): Promise<U> {
                            return a!
                          }
                          override get [g](): T { return this.a }
                        }
                        """)).isEqualTo("""
                        export class A extends B {
                          a
                          static #b = new Map()
                          c = (d) =>
                            d.e

                          async f(a) {
                            return a
                          }
                          get [g]() { return this.a }
                        }
                        """);
    }

    @Test
    void modulesOfTypesAreNone() {
        assertThat(JavascriptModule.of(
                        "import type { A } from './a.ts'\n\n/** B. */\nexport type B = A\n| { c: 'd' }\n"))
                .isEmpty();
    }

    @Test
    void declarationsSayWhatThereIs() {
        assertThat(DeclarationModule.of("""
                        import type { Used, Unused } from './a.ts'
                        import { gone } from './b.ts'

                        const own = gone({})

                        /** Kept. */
                        export async function f(a: Used, b = 'x', c: number = 1): Promise<void> {
                          gone(own)
                        }
                        export async function* j(): AsyncGenerator<Used> { yield own }

                        export const E = {
                          A: 'a',
                        } as const
                        export const g: Used = own
                        export class H<T> extends Map<string, T> {
                          readonly a: T
                          private b = 1
                          private async c(d: T): Promise<void> {}
                          constructor(a: T) { super(); this.a = a }
                          e(a: string): string
                          e(a: number): number
                          e(a: unknown): unknown { return a }
                          get i(): T { return this.a }
                          async *k(): AsyncGenerator<T> { yield this.a }
                        }
                        """)).isEqualTo("""
                        import type { Used, Unused } from './a.ts'

                        /** Kept. */
                        export declare function f(a: Used, b?: string, c?: number): Promise<void>
                        export declare function j(): AsyncGenerator<Used>

                        export declare const E: {
                          readonly A: 'a',
                        }
                        export declare const g: Used
                        export declare class H<T> extends Map<string, T> {
                          readonly a: T
                          private b
                          private c
                          constructor(a: T)
                          e(a: string): string
                          e(a: number): number
                          get i(): T
                          k(): AsyncGenerator<T>
                        }
                        """);
        assertThatThrownBy(() -> DeclarationModule.of("export const a = b()")).hasMessage("its type must be said: a");
    }
}
