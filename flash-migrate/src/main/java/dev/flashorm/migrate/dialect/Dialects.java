package dev.flashorm.migrate.dialect;

import dev.flashorm.migrate.sql.ScriptSyntax;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Finds dialects: ours by name, so that a command loads the one it needs; others as services. */
public final class Dialects {
    private Dialects() {}

    /** The dialect of a provider's canonical name; empty when nobody answers to it. */
    public static Optional<Dialect> byName(String provider) {
        Dialect builtIn = builtIn(provider);
        if (builtIn != null) {
            return Optional.of(builtIn);
        }
        for (Dialect dialect : ServiceLoader.load(Dialect.class)) {
            if (dialect.name().equals(provider)) {
                return Optional.of(dialect);
            }
        }
        return Optional.empty();
    }

    /** How files are written for a provider; as SQL when nobody answers to its name. */
    public static ScriptSyntax script(String provider) {
        return byName(provider).map(Dialect::script).orElse(ScriptSyntax.SQL);
    }

    private static @Nullable Dialect builtIn(String provider) {
        return switch (provider) {
            case "postgresql" -> new dev.flashorm.migrate.dialect.postgresql.DialectDefinition();
            case "mysql" -> new dev.flashorm.migrate.dialect.mysql.DialectDefinition();
            case "mongodb" -> new dev.flashorm.migrate.dialect.mongodb.DialectDefinition();
            case "sqlite" -> new dev.flashorm.migrate.dialect.sqlite.DialectDefinition();
            default -> null;
        };
    }
}
