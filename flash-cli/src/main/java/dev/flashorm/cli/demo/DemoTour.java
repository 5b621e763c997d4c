package dev.flashorm.cli.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * The demo's program beside what it printed: each `step("…")` of the source with the lines up to the next one, and
 * what came out under that title.
 */
final class DemoTour {
    private static final String CALL = "step(\"";
    private static final String SHOW = "show(";
    private static final String TITLE = "# ";

    private DemoTour() {}

    /** A part of the tour: the calls as they stand in the source, the rows as the program printed them. */
    record Stop(String title, List<String> calls, List<String> rows) {}

    static List<Stop> of(List<String> source, List<String> output) {
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i < source.size(); i++) {
            String line = source.get(i).strip();
            if (line.startsWith(CALL)) {
                String title = line.substring(CALL.length(), line.lastIndexOf('"'));
                stops.add(new Stop(title, calls(source, i + 1), rows(output, title)));
            }
        }
        return stops;
    }

    private static List<String> calls(List<String> source, int from) {
        List<String> calls = new ArrayList<>();
        for (int i = from; i < source.size(); i++) {
            String line = source.get(i);
            boolean methodEnds = line.equals("    }");
            if (methodEnds || line.isBlank()) {
                break;
            }
            if (!line.strip().startsWith(SHOW)) {
                calls.add(line.startsWith("        ") ? line.substring(8) : line);
            }
        }
        return calls;
    }

    private static List<String> rows(List<String> output, String title) {
        List<String> rows = new ArrayList<>();
        boolean here = false;
        for (String line : output) {
            if (line.startsWith(TITLE)) {
                here = line.equals(TITLE + title);
            } else if (here) {
                rows.add(line);
            }
        }
        return rows;
    }
}
