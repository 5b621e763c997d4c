package dev.flashorm.cli.usage;

import dev.flashorm.schema.diagnostic.FailureException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Reads a command line with picocli.
 *
 * <p>Start-up counts: specifications are built by hand, since picocli's annotations cost 30 ms of reflection, and only
 * for commands whose names occur among the words typed.
 */
public final class ArgumentParser {
    private final Catalogue catalogue;

    public ArgumentParser(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @throws FailureException of kind USAGE, with suggestions, when the line can't be read */
    public Arguments parse(String[] line) {
        Set<String> words = new HashSet<>(Arrays.asList(line));
        CommandLine root = new CommandLine(specification(words));
        root.setExpandAtFiles(false).setAbbreviatedOptionsAllowed(false);
        ParseResult parsed;
        try {
            parsed = root.parseArgs(line);
        } catch (ParameterException e) {
            throw new UsageFailures(catalogue).of(e, line);
        }
        Arguments arguments = collect(parsed);
        for (Catalogue.ForeignName foreign : catalogue.foreignNames()) {
            if (foreign.path().equals(arguments.command())) {
                throw UsageFailures.foreign(foreign);
            }
        }
        if (!arguments.command().isEmpty()
                && catalogue.entry(arguments.command()).isEmpty()) {
            throw new UsageFailures(catalogue).unknownCommand(arguments.command());
        }
        check(arguments);
        return arguments;
    }

    private CommandSpec specification(Set<String> words) {
        Map<String, Parameter> parameters = new HashMap<>();
        GlobalParameters.ALL.forEach(parameter -> parameters.put(nameOf(parameter), parameter));
        CommandSpec root = CommandSpec.create().name("flash");
        Map<String, CommandSpec> specifications = new HashMap<>();
        specifications.put("", root);
        for (Catalogue.Entry entry : catalogue.entries()) {
            if (words.containsAll(wordsOf(entry.path()))) {
                Usage usage = catalogue.usage(entry.path());
                add(specifications, entry.path(), commandOf(usage));
                usage.parameters().forEach(parameter -> parameters.putIfAbsent(nameOf(parameter), parameter));
            }
        }
        for (Catalogue.ForeignName foreign : catalogue.foreignNames()) {
            if (words.containsAll(wordsOf(foreign.path()))) {
                add(specifications, foreign.path(), lenient());
            }
        }
        // An option may stand before the command that it belongs to.
        for (Parameter parameter : parameters.values()) {
            if (!(parameter instanceof Parameter.Argument)) {
                root.addOption(optionOf(parameter));
            }
        }
        return root;
    }

    private static void add(Map<String, CommandSpec> specifications, String path, CommandSpec specification) {
        int space = path.lastIndexOf(' ');
        String parentPath = space < 0 ? "" : path.substring(0, space);
        CommandSpec parent = specifications.get(parentPath);
        if (parent == null) {
            // `db` is nothing of ours, only the first word of another tool's `db pull`.
            parent = CommandSpec.create();
            add(specifications, parentPath, parent);
        }
        specifications.put(path, specification);
        parent.addSubcommand(path.substring(space + 1), new CommandLine(specification));
    }

    private static CommandSpec commandOf(Usage usage) {
        CommandSpec specification = CommandSpec.create();
        Set<String> own = new HashSet<>();
        for (Parameter parameter : usage.parameters()) {
            own.add(nameOf(parameter));
            if (parameter instanceof Parameter.Argument argument) {
                specification.addPositional(positionalOf(argument));
            } else {
                specification.addOption(optionOf(parameter));
            }
        }
        for (Parameter parameter : GlobalParameters.ALL) {
            if (own.add(nameOf(parameter))) {
                specification.addOption(optionOf(parameter));
            }
        }
        return specification;
    }

    /** Takes whatever follows: the answer is a pointer anyway. */
    private static CommandSpec lenient() {
        CommandSpec specification = CommandSpec.create();
        specification.parser().unmatchedArgumentsAllowed(true);
        return specification;
    }

    private static OptionSpec optionOf(Parameter parameter) {
        if (parameter instanceof Parameter.Flag flag) {
            String[] names = flag.shortName().isPresent()
                    ? new String[] {flag.name(), flag.shortName().get()}
                    : new String[] {flag.name()};
            return OptionSpec.builder(names)
                    .type(boolean.class)
                    .arity("0")
                    .usageHelp(flag.equals(GlobalParameters.HELP))
                    .versionHelp(flag.equals(GlobalParameters.VERSION))
                    .build();
        }
        Parameter.Option option = (Parameter.Option) parameter;
        OptionSpec.Builder builder = OptionSpec.builder(option.name()).type(String.class);
        if (option.repeatable()) {
            builder.type(List.class).auxiliaryTypes(String.class);
        }
        return builder.arity("1").paramLabel(option.label()).build();
    }

    private static PositionalParamSpec positionalOf(Parameter.Argument argument) {
        boolean many = argument.arity() == Parameter.Argument.Arity.ANY;
        return PositionalParamSpec.builder()
                .paramLabel(argument.label())
                .index(many ? "0..*" : "0")
                .type(many ? List.class : String.class)
                .auxiliaryTypes(String.class)
                .arity(many ? "0..*" : "1")
                .required(argument.arity() == Parameter.Argument.Arity.REQUIRED)
                .build();
    }

    private static Arguments collect(ParseResult parsed) {
        Map<String, List<String>> options = new HashMap<>();
        List<String> positionals = new ArrayList<>();
        StringBuilder path = new StringBuilder();
        for (ParseResult level = parsed; level != null; level = level.hasSubcommand() ? level.subcommand() : null) {
            if (level != parsed) {
                path.append(path.isEmpty() ? "" : " ")
                        .append(level.commandSpec().name());
            }
            for (OptionSpec option : level.matchedOptionsSet()) {
                boolean isFlag = option.arity().max() == 0;
                if (!isFlag || Boolean.TRUE.equals(option.getValue())) {
                    options.computeIfAbsent(option.longestName(), name -> new ArrayList<>())
                            .addAll(isFlag ? List.of() : option.stringValues());
                }
            }
            for (PositionalParamSpec positional : level.matchedPositionals()) {
                positionals.addAll(positional.stringValues());
            }
        }
        return new Arguments(path.toString(), options, positionals);
    }

    private void check(Arguments arguments) {
        List<Parameter> known = new ArrayList<>(GlobalParameters.ALL);
        if (!arguments.command().isEmpty()) {
            known.addAll(catalogue.usage(arguments.command()).parameters());
        }
        Map<String, Parameter> byName = new HashMap<>();
        known.forEach(parameter -> byName.put(nameOf(parameter), parameter));
        for (Map.Entry<String, List<String>> given : arguments.options().entrySet()) {
            Parameter parameter = byName.get(given.getKey());
            if (parameter == null) {
                throw UsageFailures.stray(given.getKey(), arguments.command());
            }
            if (parameter instanceof Parameter.Option option
                    && !option.choices().isEmpty()) {
                for (String value : given.getValue()) {
                    if (!option.choices().contains(value)) {
                        throw UsageFailures.choice(option.name(), option.choices(), value);
                    }
                }
            }
        }
        for (Parameter parameter : known) {
            if (parameter instanceof Parameter.Argument argument
                    && !argument.choices().isEmpty()) {
                for (String value : arguments.positionals()) {
                    if (!argument.choices().contains(value)) {
                        throw UsageFailures.choice(argument.label(), argument.choices(), value);
                    }
                }
            }
        }
    }

    private static List<String> wordsOf(String path) {
        return Arrays.asList(path.split(" ", -1));
    }

    static String nameOf(Parameter parameter) {
        if (parameter instanceof Parameter.Flag flag) {
            return flag.name();
        }
        return parameter instanceof Parameter.Option option
                ? option.name()
                : "<" + ((Parameter.Argument) parameter).label() + ">";
    }
}
