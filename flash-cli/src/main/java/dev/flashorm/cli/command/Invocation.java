package dev.flashorm.cli.command;

import dev.flashorm.cli.config.Project;
import dev.flashorm.cli.config.ProjectLoader;
import dev.flashorm.cli.host.Host;
import dev.flashorm.cli.output.Console;
import dev.flashorm.cli.usage.Arguments;
import dev.flashorm.cli.usage.GlobalParameters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** One run of one command: what was typed, and what it may use. */
public final class Invocation {
    private final Host host;
    private final Arguments arguments;
    private final Console console;
    private final String version;
    private @Nullable Project project;

    /** @param version of Flash */
    public Invocation(Host host, Arguments arguments, Console console, String version) {
        this.host = host;
        this.version = version;
        this.arguments = arguments;
        this.console = console;
    }

    public Host host() {
        return host;
    }

    public Arguments arguments() {
        return arguments;
    }

    public Console console() {
        return console;
    }

    /** The version of Flash. */
    public String version() {
        return version;
    }

    /**
     * The project that the command works on, looked for when first asked for.
     *
     * @throws dev.flashorm.schema.diagnostic.FailureException when there is none
     */
    public Project project() {
        return project(ProjectLoader::load);
    }

    /** The same for a command that writes the schema, which may not be there yet. */
    public Project projectOrNew() {
        return project(ProjectLoader::loadOrNew);
    }

    private Project project(BiFunction<Host, Arguments, Project> loader) {
        Project loaded = project;
        if (loaded == null) {
            loaded = loader.apply(host, arguments);
            loaded.url().ifPresent(url -> console.redaction().know(url.value()));
            project = loaded;
        }
        return loaded;
    }

    /** The same project with the database of an environment of `flash.toml`. */
    Project projectIn(String environment) {
        Map<String, List<String>> options = new HashMap<>(arguments.options());
        options.remove(GlobalParameters.URL.name());
        options.put(GlobalParameters.ENV.name(), List.of(environment));
        Project loaded = ProjectLoader.load(host, new Arguments(arguments.command(), options, List.of()));
        loaded.url().ifPresent(url -> console.redaction().know(url.value()));
        return loaded;
    }

    /** Whether somebody is there to answer a question. */
    public boolean isInteractive() {
        return host.terminals().stdin()
                && !arguments.has(GlobalParameters.NO_INPUT)
                && !console.isJson()
                && !host.isContinuousIntegration();
    }
}
