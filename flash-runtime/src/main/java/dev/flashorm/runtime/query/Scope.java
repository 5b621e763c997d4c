package dev.flashorm.runtime.query;

import dev.flashorm.runtime.Session;

/**
 * What a query runs in: a session of the pool or of a transaction, and what the database's queries share.
 *
 * @param dialect that of the server at the other end
 * @param engine what carries out the queries
 */
public record Scope(Session session, Dialect dialect, ShapeCache shapes, Engine engine) {
    /** The scope of a database, with the dialect's variant for its server. */
    public static Scope of(Session session, Dialect dialect) {
        return new Scope(session, dialect.on(session.server().kind()), new ShapeCache(), SqlEngine.INSTANCE);
    }

    /** The scope of a database that has another language than SQL. */
    public static Scope of(Session session, Engine engine) {
        return new Scope(session, Dialect.NONE, new ShapeCache(), engine);
    }

    /** The same database, whose writes run these hooks too. */
    public Scope with(Hooks<?> hooks) {
        return new Scope(session, dialect, shapes, new HookedEngine(engine, hooks));
    }

    /** The same database in another session: that of a transaction. */
    public Scope in(Session other) {
        return other == session ? this : new Scope(other, dialect, shapes, engine);
    }
}
