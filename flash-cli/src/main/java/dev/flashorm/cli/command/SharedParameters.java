package dev.flashorm.cli.command;

import dev.flashorm.cli.usage.Parameter;

/** Options that several commands share, with one meaning. */
final class SharedParameters {
    static final Parameter.Flag DRY_RUN = new Parameter.Flag("--dry-run", "say what would be done, and do nothing");

    /** Of commands that only read: who puts it on every command of a script is not refused. */
    static final Parameter.Flag DRY_RUN_ANYWAY =
            new Parameter.Flag("--dry-run", "change nothing, as this command does anyway");

    static final Parameter.Flag ACCEPT_DATA_LOSS =
            new Parameter.Flag("--accept-data-loss", "go on although data will be lost; without it, exit 3");

    private SharedParameters() {}
}
