package dev.flashorm.cli.usage;

import java.util.List;
import java.util.Optional;

/** What every command takes, before or after its name, with one meaning everywhere. */
public final class GlobalParameters {
    public static final Parameter.Option CONFIG = new Parameter.Option(
            "--config", "FILE", "the configuration file", "flash.toml, looked for upwards to the repository's root");
    public static final Parameter.Option SCHEMA = new Parameter.Option(
            "--schema",
            "PATH",
            "the schema file, or the folder of them",
            "schema.flash, schema.prisma or prisma/schema.prisma");
    public static final Parameter.Option ENV =
            new Parameter.Option("--env", "NAME", "take the database of [environments.NAME] in flash.toml");
    public static final Parameter.Option URL =
            new Parameter.Option("--url", "URL", "the database", "what the schema's datasource block says");
    public static final Parameter.Flag JSON = new Parameter.Flag("--json", "print one JSON object and nothing else");
    /** Of the commands that report findings; not part of {@link #ALL}. */
    public static final Parameter.Option FORMAT = new Parameter.Option(
            "--format",
            "FORMAT",
            "how findings are reported: text (stderr), json (as --json), sarif or github (stdout)",
            List.of("text", "json", "sarif", "github"),
            Optional.of("text"));

    public static final Parameter.Flag QUIET =
            new Parameter.Flag("--quiet", Optional.of("-q"), "no progress and no next steps on stderr");
    public static final Parameter.Option COLOR = new Parameter.Option(
            "--color",
            "WHEN",
            "colour: auto, always or never",
            List.of("auto", "always", "never"),
            Optional.of("auto; NO_COLOR and FORCE_COLOR are heeded"));
    public static final Parameter.Flag NO_INPUT = new Parameter.Flag("--no-input", "never ask, fail instead");
    public static final Parameter.Flag DEBUG = new Parameter.Flag("--debug", "print stack traces");
    public static final Parameter.Flag HELP = new Parameter.Flag("--help", Optional.of("-h"), "print help");
    public static final Parameter.Flag VERSION =
            new Parameter.Flag("--version", Optional.of("-V"), "print the version");

    public static final List<Parameter> ALL =
            List.of(CONFIG, SCHEMA, ENV, URL, JSON, QUIET, COLOR, NO_INPUT, DEBUG, HELP, VERSION);

    private GlobalParameters() {}
}
