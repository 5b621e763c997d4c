package dev.flashorm.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes the tables of a race that was run in another language. Arguments: the subject, the folder for the results, the
 * file of samples, the command that made them. A line of the file is the database, task, contestant, microseconds, and
 * microseconds of the processor, with tabs between them.
 */
public final class ForeignStandings {
    private ForeignStandings() {}

    public static void main(String[] arguments) throws IOException {
        Subject subject = arguments[0].equals("node") ? Subject.NODE : Subject.PYTHON;
        List<String[]> samples = new ArrayList<>();
        Set<String> contestants = new LinkedHashSet<>();
        for (String line : Files.readAllLines(Path.of(arguments[2]))) {
            String[] fields = line.split("\t", -1);
            samples.add(fields);
            contestants.add(fields[2]);
        }
        Standings standings = new Standings(subject, List.copyOf(contestants));
        Set<String> printed = new LinkedHashSet<>();
        for (String[] sample : samples) {
            standings.add(
                    sample[0], sample[1], sample[2], Double.parseDouble(sample[3]), Double.parseDouble(sample[4]));
            printed.add(sample[0] + '\t' + sample[1]);
        }
        for (String row : printed) {
            String[] names = row.split("\t", -1);
            standings.print(names[0], names[1]);
        }
        standings.write(Path.of(arguments[1]), arguments[3].strip());
    }
}
