package dev.flashorm.cli.usage;

import dev.flashorm.schema.diagnostic.FailureException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What to say about a command line that can't be read. */
final class UsageFailures {
    private static final String UNKNOWN_COMMAND = "F6001";
    private static final String UNKNOWN_OPTION = "F6002";
    private static final String SURPLUS_VALUE = "F6003";
    private static final String MISSING_VALUE = "F6004";
    private static final String GIVEN_TWICE = "F6005";
    private static final String WRONG_VALUE = "F6006";
    private static final String FOREIGN_COMMAND = "F6007";

    private final Catalogue catalogue;

    UsageFailures(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    FailureException of(ParameterException problem, String[] line) {
        CommandSpec where = problem.getCommandLine().getCommandSpec();
        String command = pathOf(where);
        if (problem instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched().get(0), command);
        }
        if (problem instanceof MissingParameterException missing) {
            return missing(missing.getMissing(), command);
        }
        if (problem instanceof OverwrittenOptionException twice
                && twice.getOverwritten() instanceof OptionSpec option) {
            return usage(GIVEN_TWICE, "`" + option.longestName() + "` is given twice", command)
                    .build();
        }
        return usage(WRONG_VALUE, "this command line can't be read: " + String.join(" ", line), command)
                .note(String.valueOf(problem.getMessage()))
                .build();
    }

    static FailureException foreign(Catalogue.ForeignName name) {
        return FailureException.of(
                        FailureException.Kind.USAGE,
                        FOREIGN_COMMAND,
                        "`flash " + name.path() + "` has another name here")
                .help(name.reason())
                .next(name.instead())
                .build();
    }

    static FailureException stray(String option, String command) {
        String message = command.isEmpty()
                ? "`" + option + "` needs a command"
                : "`flash " + command + "` doesn't take `" + option + "`";
        return usage(UNKNOWN_OPTION, message, command).build();
    }

    static FailureException choice(String parameter, List<String> choices, String value) {
        FailureException.Builder failure = FailureException.of(
                FailureException.Kind.USAGE, WRONG_VALUE, "`" + value + "` is not a value of `" + parameter + "`");
        return failure.help("use " + alternatives(choices)).build();
    }

    private FailureException unmatched(String word, String command) {
        if (word.length() > 1 && word.startsWith("-")) {
            int equals = word.indexOf('=');
            String option = equals < 0 ? word : word.substring(0, equals);
            FailureException.Builder failure = usage(UNKNOWN_OPTION, "unknown option `" + option + "`", command);
            suggest(failure, Suggestions.nearest(option, optionsOf(command)));
            return failure.build();
        }
        if (command.isEmpty()) {
            return unknownCommand(word);
        }
        return usage(SURPLUS_VALUE, "`flash " + command + "` can't do anything with `" + word + "`", command)
                .help("a value with spaces needs quotes")
                .build();
    }

    FailureException unknownCommand(String word) {
        FailureException.Builder failure = usage(UNKNOWN_COMMAND, "unknown command `" + word + "`", "");
        List<String> names = new ArrayList<>();
        for (Catalogue.Entry entry : catalogue.entries()) {
            if (entry.isTopLevel()) {
                names.add(entry.path());
            }
        }
        suggest(failure, Suggestions.nearest(word, names));
        return failure.build();
    }

    private static FailureException missing(List<ArgSpec> missing, String command) {
        ArgSpec first = missing.get(0);
        String message = first instanceof OptionSpec option
                ? "`" + option.longestName() + "` needs a value: " + option.paramLabel()
                : "`flash " + command + "` needs " + first.paramLabel();
        return usage(MISSING_VALUE, message, command).build();
    }

    private List<String> optionsOf(String command) {
        List<Parameter> parameters = new ArrayList<>(GlobalParameters.ALL);
        if (catalogue.entry(command).isPresent()) {
            parameters.addAll(catalogue.usage(command).parameters());
        }
        List<String> names = new ArrayList<>();
        for (Parameter parameter : parameters) {
            if (!(parameter instanceof Parameter.Argument)) {
                names.add(ArgumentParser.nameOf(parameter));
            }
        }
        return names;
    }

    private static FailureException.Builder usage(String code, String message, String command) {
        return FailureException.of(FailureException.Kind.USAGE, code, message)
                .next("flash " + (command.isEmpty() ? "" : command + " ") + "--help");
    }

    private static void suggest(FailureException.Builder failure, List<String> names) {
        if (!names.isEmpty()) {
            failure.help("did you mean " + alternatives(names) + "?");
        }
    }

    private static String alternatives(List<String> names) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            text.append(i == 0 ? "" : i == names.size() - 1 ? " or " : ", ")
                    .append('`')
                    .append(names.get(i))
                    .append('`');
        }
        return text.toString();
    }

    private static String pathOf(CommandSpec specification) {
        return specification.parent() == null
                ? ""
                : (pathOf(specification.parent()) + " " + specification.name()).trim();
    }
}
