package dev.flashorm.cli.demo;

import dev.flashorm.cli.output.Console;
import dev.flashorm.cli.output.JsonObject;
import dev.flashorm.schema.diagnostic.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes the demo's project by the commands that its user would type, then compiles and runs its program. */
public final class Demo {
    private static final String COMMAND_FAILED = "F6050";

    private final Path folder;
    private final String shown;
    private final Console console;
    private final FlashCommand flash;
    private final List<JsonObject> commands = new ArrayList<>();

    /** @param folder a new one */
    public Demo(Path folder, String shown, Console console, FlashCommand flash) {
        this.folder = folder;
        this.shown = shown;
        this.console = console;
        this.flash = flash;
    }

    /** @return what `--json` says about it */
    public JsonObject run() throws IOException {
        DemoProgram.requireCompiler();
        Files.createDirectories(folder);
        DemoProject project = new DemoProject(folder);
        say("A blog on SQLite, in " + shown + "/");
        command("init", "--sqlite");
        project.writeSchema();
        say("Wrote a larger schema: User, Post, Comment and Tag, with one-to-many and many-to-many relations");
        command("validate");
        command("migrate", "first tables");
        command("apply");
        command("gen");
        project.writeProgram();
        DemoProgram program = new DemoProgram(folder, project.writeLibraries());
        say("Compiled " + program.compile() + " files with -Xlint:all -Werror; running " + DemoProject.MAIN);
        List<DemoTour.Stop> tour = DemoTour.of(Files.readAllLines(folder.resolve(DemoProject.MAIN)), program.run());
        List<JsonObject> stops = new ArrayList<>();
        for (DemoTour.Stop stop : tour) {
            show(stop);
            stops.add(new JsonObject()
                    .put("title", stop.title())
                    .put("calls", stop.calls())
                    .put("rows", stop.rows()));
        }
        console.print("");
        console.print("The project is yours to play with: " + shown + "/README.md says how.");
        console.tell("next: cd " + shown + " && ./run");
        return new JsonObject().put("folder", shown).put("commands", commands).put("tour", stops);
    }

    private void command(String... line) {
        StringBuilder typed = new StringBuilder("flash");
        for (String word : line) {
            typed.append(' ').append(word.indexOf(' ') < 0 ? word : "\"" + word + "\"");
        }
        console.print("");
        console.print(console.outStyle().bold("$ " + typed));
        int exit = flash.run(folder, quietly(line));
        commands.add(new JsonObject().put("line", typed.toString()).put("exit", exit));
        if (exit != 0) {
            throw FailureException.failed(COMMAND_FAILED, "`" + typed + "` ended with exit code " + exit)
                    .note("what was made so far is in `" + shown + "`")
                    .build();
        }
    }

    /** The next step after each command is the demo's own. */
    private static String[] quietly(String[] line) {
        String[] quiet = Arrays.copyOf(line, line.length + 1);
        quiet[line.length] = "--quiet";
        return quiet;
    }

    private void show(DemoTour.Stop stop) {
        console.print("");
        console.print(console.outStyle().bold(stop.title()));
        for (String call : stop.calls()) {
            console.print("  | " + call);
        }
        for (String row : stop.rows()) {
            console.print("  " + console.outStyle().good("> " + row));
        }
    }

    private void say(String text) {
        console.print("");
        console.print(text);
    }
}
