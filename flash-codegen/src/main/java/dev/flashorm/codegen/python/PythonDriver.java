package dev.flashorm.codegen.python;

import dev.flashorm.codegen.ir.Client;
import dev.flashorm.codegen.ir.ModelClient;
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
            new PythonDriver("mysql", Set.of("BOOLEAN", "DATE_TIME", "TIME", "JSON"), Set.of("asyncio")));

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
        if (client.models().stream().anyMatch(ModelClient::isReferredTo)) {
            throw PythonSettings.wrong(
                            generator,
                            "relationMode = \"prisma\" leaves references to the client, and Python's does not keep them"
                                    + " yet")
                    .help("let the database keep them by foreign keys")
                    .build();
        }
        return driver;
    }

    /** The function that reads a value, or empty. */
    String reader(String encoding) {
        return read.contains(encoding) ? "read_" + encoding.toLowerCase(Locale.ROOT) : "";
    }
}
