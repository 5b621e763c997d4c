package dev.flashorm.cli.completion;

import dev.flashorm.cli.usage.Catalogue;
import dev.flashorm.cli.usage.GlobalParameters;
import dev.flashorm.cli.usage.Parameter;
import dev.flashorm.cli.usage.Usage;
import java.util.ArrayList;
import java.util.List;

/** What can follow a command, for the scripts of all shells. */
final class Words {
    private final Catalogue catalogue;

    Words(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A word and what it is for. */
    record Word(String text, String description) {}

    /** The paths of all commands, and the empty path of `flash` itself. */
    List<String> paths() {
        List<String> paths = new ArrayList<>(List.of(""));
        catalogue.entries().forEach(entry -> paths.add(entry.path()));
        return paths;
    }

    /** The commands right under a path. */
    List<Word> commands(String path) {
        String prefix = path.isEmpty() ? "" : path + " ";
        List<Word> words = new ArrayList<>();
        for (Catalogue.Entry entry : catalogue.entries()) {
            if (entry.path().startsWith(prefix) && entry.path().indexOf(' ', prefix.length()) < 0) {
                words.add(new Word(entry.path().substring(prefix.length()), entry.summary()));
            }
        }
        return words;
    }

    /** The options of a path, those of every command included. */
    List<Parameter> options(String path) {
        List<Parameter> options = new ArrayList<>();
        if (!path.isEmpty()) {
            Usage usage = catalogue.usage(path);
            usage.parameters().stream()
                    .filter(parameter -> !(parameter instanceof Parameter.Argument))
                    .forEach(options::add);
        }
        options.addAll(GlobalParameters.ALL);
        return options;
    }

    /** The fixed values that an argument of this command may have. */
    List<String> values(String path) {
        List<String> values = new ArrayList<>();
        if (!path.isEmpty()) {
            for (Parameter parameter : catalogue.usage(path).parameters()) {
                if (parameter instanceof Parameter.Argument argument) {
                    values.addAll(argument.choices());
                }
            }
        }
        return values;
    }

    static String name(Parameter option) {
        return option instanceof Parameter.Flag flag ? flag.name() : ((Parameter.Option) option).name();
    }

    /** Every option with a value, of any command. */
    List<Parameter.Option> valueOptions() {
        List<Parameter.Option> found = new ArrayList<>();
        for (String path : paths()) {
            for (Parameter parameter : options(path)) {
                if (parameter instanceof Parameter.Option option && !found.contains(option)) {
                    found.add(option);
                }
            }
        }
        return found;
    }
}
