import { aggregate, groupBy } from './aggregate.ts'
import { Call } from './call.ts'
import { create, createMany, createManyAndReturn } from './create.ts'
import { count, exists, findFirst, findMany, findUnique, orThrow, stream } from './find.ts'
import type { Args, Model } from './model.ts'
import type { Runtime } from './runtime.ts'
import type { Session } from './session.ts'
import { deleteMany, deleteOne, update, updateMany, updateManyAndReturn } from './update.ts'
import { upsert, upsertMany } from './upsert.ts'

type Method = (session: Session, model: Model, call: Args) => Promise<unknown>

/** The calls of one model, for any session or that of a transaction. Generated code says what each takes and gives. */
export class Delegate {
  private readonly runtime: Runtime
  private readonly model: Model
  private readonly session: Session | undefined

  constructor(runtime: Runtime, model: Model, session: Session | undefined) {
    this.runtime = runtime
    this.model = model
    this.session = session
  }

  private call(method: Method, args: Args | undefined): Promise<unknown> {
    return new Call((given) => {
      const session = given ?? this.session ?? this.runtime.session
      return session === undefined ? this.first(method, args) : method(session, this.model, args ?? NONE)
    })
  }

  /** The first call reaches the database. */
  private async first(method: Method, args: Args | undefined): Promise<unknown> {
    return method(await this.runtime.connect(), this.model, args ?? NONE)
  }

  findUnique(args?: Args): Promise<unknown> {
    return this.call(findUnique, args)
  }

  findUniqueOrThrow(args?: Args): Promise<unknown> {
    return this.call((session, model, call) => orThrow(model, findUnique(session, model, call)), args)
  }

  findFirst(args?: Args): Promise<unknown> {
    return this.call(findFirst, args)
  }

  findFirstOrThrow(args?: Args): Promise<unknown> {
    return this.call((session, model, call) => orThrow(model, findFirst(session, model, call)), args)
  }

  findMany(args?: Args): Promise<unknown> {
    return this.call(findMany, args)
  }

  stream(args?: Args): AsyncGenerator<unknown, void, undefined> {
    return stream(this.session ?? this.runtime.session ?? this.runtime.connect(), this.model, args ?? NONE)
  }

  create(args?: Args): Promise<unknown> {
    return this.call(create, args)
  }

  createMany(args?: Args): Promise<unknown> {
    return this.call(createMany, args)
  }

  createManyAndReturn(args?: Args): Promise<unknown> {
    return this.call(createManyAndReturn, args)
  }

  update(args?: Args): Promise<unknown> {
    return this.call(update, args)
  }

  updateMany(args?: Args): Promise<unknown> {
    return this.call(updateMany, args)
  }

  updateManyAndReturn(args?: Args): Promise<unknown> {
    return this.call(updateManyAndReturn, args)
  }

  upsert(args?: Args): Promise<unknown> {
    return this.call(upsert, args)
  }

  upsertMany(args?: Args): Promise<unknown> {
    return this.call(upsertMany, args)
  }

  delete(args?: Args): Promise<unknown> {
    return this.call(deleteOne, args)
  }

  deleteMany(args?: Args): Promise<unknown> {
    return this.call(deleteMany, args)
  }

  count(args?: Args): Promise<unknown> {
    return this.call(count, args)
  }

  exists(args?: Args): Promise<unknown> {
    return this.call(exists, args)
  }

  aggregate(args?: Args): Promise<unknown> {
    return this.call(aggregate, args)
  }

  groupBy(args?: Args): Promise<unknown> {
    return this.call(groupBy, args)
  }
}

const NONE: Args = {}
