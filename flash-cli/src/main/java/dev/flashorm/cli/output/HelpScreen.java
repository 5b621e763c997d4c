package dev.flashorm.cli.output;

import dev.flashorm.cli.usage.Catalogue;
import dev.flashorm.cli.usage.ExitCode;
import dev.flashorm.cli.usage.GlobalParameters;
import dev.flashorm.cli.usage.Parameter;
import dev.flashorm.cli.usage.Usage;
import java.util.ArrayList;
import java.util.List;

/** The help screens: one of the whole, one a command. */
public final class HelpScreen {
    private static final int WIDTH = 100;
    private static final int WIDEST_TERM = 30;

    private final Catalogue catalogue;
    private final Style style;
    private final StringBuilder screen = new StringBuilder();

    public HelpScreen(Catalogue catalogue, Style style) {
        this.catalogue = catalogue;
        this.style = style;
    }

    /** One screen, grouped by job. */
    public String overview() {
        line("Flash: one schema file; migrations, typed code and tools from it.");
        line("");
        heading("Usage");
        line("  flash COMMAND [OPTIONS]");
        String group = "";
        List<Row> rows = new ArrayList<>();
        for (Catalogue.Entry entry : catalogue.entries()) {
            if (!entry.isTopLevel()) {
                continue;
            }
            if (!entry.group().equals(group)) {
                rows(rows);
                rows.clear();
                group = entry.group();
                line("");
                heading(group);
            }
            rows.add(new Row(entry.path(), entry.summary()));
        }
        rows(rows);
        line("");
        heading("Examples");
        rows(List.of(
                new Row("flash demo", "a complete small project, made, compiled and run"),
                new Row("flash init --sqlite", "a first schema here"),
                new Row("flash migrate \"add users\" && flash apply", "write a migration, then run it")));
        line("");
        line("`flash COMMAND --help` says more about a command.");
        return screen.toString();
    }

    /** A command: its sentence, usage, options with defaults, exit codes, examples. */
    public String of(String path) {
        Usage usage = catalogue.usage(path);
        wrapped(usage.sentence(), 0);
        line("");
        heading("Usage");
        line("  flash " + path + synopsis(usage));
        children(path);
        options("Options", usage.parameters());
        options("Options of every command", GlobalParameters.ALL);
        line("");
        heading("Exit codes");
        rows(exitCodes(usage));
        line("");
        heading("Examples");
        List<Row> examples = new ArrayList<>();
        usage.examples().forEach(example -> examples.add(new Row(example.line(), example.effect())));
        rows(examples);
        return screen.toString();
    }

    private void children(String path) {
        List<Row> rows = new ArrayList<>();
        for (Catalogue.Entry entry : catalogue.entries()) {
            if (entry.path().startsWith(path + " ")) {
                rows.add(new Row(entry.path(), entry.summary()));
            }
        }
        if (!rows.isEmpty()) {
            line("");
            heading("Commands");
            rows(rows);
        }
    }

    private static String synopsis(Usage usage) {
        StringBuilder text = new StringBuilder();
        boolean options = false;
        for (Parameter parameter : usage.parameters()) {
            if (parameter instanceof Parameter.Argument argument) {
                text.append(
                        switch (argument.arity()) {
                            case OPTIONAL -> " [" + argument.label() + "]";
                            case REQUIRED -> " " + argument.label();
                            case ANY -> " [" + argument.label() + "...]";
                        });
            } else {
                options = true;
            }
        }
        return text + (options ? " [OPTIONS]" : "");
    }

    private void options(String title, List<Parameter> parameters) {
        List<Row> rows = new ArrayList<>();
        for (Parameter parameter : parameters) {
            rows.add(row(parameter));
        }
        if (!rows.isEmpty()) {
            line("");
            heading(title);
            rows(rows);
        }
    }

    private static Row row(Parameter parameter) {
        if (parameter instanceof Parameter.Flag flag) {
            String term = flag.shortName().map(name -> name + ", ").orElse("") + flag.name();
            return new Row(term, flag.description());
        }
        if (parameter instanceof Parameter.Option option) {
            String text = option.description()
                    + option.otherwise()
                            .map(value -> " (default: " + value + ")")
                            .orElse("");
            return new Row(option.name() + " " + option.label(), text);
        }
        Parameter.Argument argument = (Parameter.Argument) parameter;
        return new Row(argument.label(), argument.description());
    }

    private static List<Row> exitCodes(Usage usage) {
        List<Row> rows = new ArrayList<>();
        for (ExitCode code : ExitCode.values()) {
            boolean always =
                    code == ExitCode.DONE || code == ExitCode.FAILED || code == ExitCode.USAGE || code == ExitCode.BUG;
            if (always || usage.exitCodes().contains(code)) {
                rows.add(new Row(Integer.toString(code.number()), code.meaning()));
            }
        }
        return rows;
    }

    private record Row(String term, String text) {}

    /** Two columns; a term that is too long for the first one stands on a line of its own. */
    private void rows(List<Row> rows) {
        int widest = 0;
        for (Row row : rows) {
            widest = Math.max(widest, row.term().length());
        }
        int column = Math.min(widest, WIDEST_TERM) + 4;
        for (Row row : rows) {
            screen.append("  ").append(style.bold(row.term()));
            if (row.term().length() > column - 4) {
                screen.append('\n').append(" ".repeat(column));
            } else {
                screen.append(" ".repeat(column - 2 - row.term().length()));
            }
            wrapped(row.text(), column);
        }
    }

    /** Goes on where the line stands; further lines are indented. */
    private void wrapped(String text, int indent) {
        int used = indent;
        boolean first = true;
        for (String word : text.split(" ", -1)) {
            if (!first && used + 1 + word.length() > WIDTH) {
                screen.append('\n').append(" ".repeat(indent));
                used = indent;
            } else if (!first) {
                screen.append(' ');
                used++;
            }
            screen.append(word);
            used += word.length();
            first = false;
        }
        screen.append('\n');
    }

    private void heading(String text) {
        line(style.bold(text + ":"));
    }

    private void line(String text) {
        screen.append(text).append('\n');
    }
}
