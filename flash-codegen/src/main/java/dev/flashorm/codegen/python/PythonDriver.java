package dev.flashorm.codegen.python;

import dev.flashorm.codegen.ir.Client;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.model.Generator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The support file of a provider.
 *
 * @param module its name, and the beginning of the names of those that open connections
 * @param read the encodings whose values the driver does not give as code sees them
 * @param styles the interfaces for which there is a driver
 */
record PythonDriver(String module, Set<String> read, Set<String> styles) {
    private static final Map<String, PythonDriver> DRIVERS = Map.of(
            "sqlite",
            new PythonDriver("sqlite", Set.of("BOOLEAN", "DATE_TIME", "DECIMAL", "JSON"), Set.of("asyncio", "sync")),
            "postgresql",
            new PythonDriver("postgresql", Set.of("TIMETZ", "MONEY", "JSON"), Set.of("asyncio")),
            "mysql",
            new PythonDriver("mysql", Set.of("BOOLEAN", "DATE_TIME", "TIME", "JSON"), Set.of("asyncio")),
            "mongodb",
            new PythonDriver(
                    "mongodb",
                    Set.of(
                            "BIG_INT",
                            "BYTES",
                            "FLOAT",
                            "INT",
                            "JSON",
                            "LONG_INT",
                            "OBJECT_ID",
                            "OBJECT_ID_BYTES",
                            "TIMESTAMP"),
                    Set.of("asyncio", "sync")));

    /** @throws FailureException F7003 where there is no driver */
    static PythonDriver of(Client client, PythonSettings settings, Generator generator) {
        PythonDriver driver = DRIVERS.get(client.provider());
        if (driver == null) {
            throw PythonSettings.wrong(generator, "there is no Python client for `" + client.provider() + "` yet")
                    .build();
        }
        if (!driver.styles.contains(settings.style())) {
            throw PythonSettings.wrong(
                            generator,
                            "there is no `" + settings.style() + "` driver for `" + client.provider() + "` yet")
                    .help("set interface = \"asyncio\"")
                    .build();
        }
        return driver;
    }

    /** Whether its operations are those on documents. */
    boolean isDocuments() {
        return module.equals("mongodb");
    }

    /** The function that reads a value, or empty. */
    String reader(String encoding) {
        return read.contains(encoding) ? "read_" + encoding.toLowerCase(Locale.ROOT) : "";
    }
}
