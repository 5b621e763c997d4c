package dev.flashorm.cli.command;

import dev.flashorm.cli.completion.CompletionScript;
import dev.flashorm.cli.output.JsonObject;
import dev.flashorm.cli.usage.Catalogue;
import dev.flashorm.cli.usage.Parameter;
import dev.flashorm.cli.usage.Usage;
import java.util.List;

/** `flash completion`. */
public final class CompletionCommand implements Command {
    private static final Parameter.Argument SHELL = new Parameter.Argument(
            "SHELL",
            "bash, zsh, fish or powershell",
            Parameter.Argument.Arity.REQUIRED,
            List.of("bash", "zsh", "fish", "powershell"));

    private final Catalogue catalogue;

    public CompletionCommand(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Usage usage() {
        return new Usage(
                "Prints a script that teaches a shell to complete commands and options of flash.",
                List.of(SHELL),
                List.of(),
                List.of(
                        new Usage.Example("flash completion bash", "print the script for bash"),
                        new Usage.Example("source <(flash completion bash)", "use it in this bash or zsh"),
                        new Usage.Example("flash completion fish | source", "use it in this fish")));
    }

    @Override
    public Outcome run(Invocation invocation) {
        String shell = invocation.arguments().positionals().get(0);
        String script = CompletionScript.of(shell, catalogue);
        invocation.console().printRaw(script);
        return Outcome.done(new JsonObject().put("shell", shell).put("script", script));
    }
}
