package dev.flashorm.migrate.introspect.corpus;

import java.util.ArrayList;
import java.util.List;

/** The text of a pulled schema, without what does not matter to a comparison: comments, configuration, layout. */
final class PulledText {
    private PulledText() {}

    /** One line a field or attribute, blanks single, blocks and their lines sorted. */
    static String comparable(String schema) {
        List<String> blocks = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        String head = "";
        for (String line : schema.lines().toList()) {
            String text = String.join(" ", line.strip().split("\\s+"));
            if (text.endsWith("{")) {
                head = text;
                lines.clear();
            } else if (text.equals("}")) {
                if (!head.startsWith("datasource") && !head.startsWith("generator")) {
                    boolean ordered = head.startsWith("enum");
                    blocks.add(head + "\n"
                            + String.join(
                                    "\n",
                                    ordered ? lines : lines.stream().sorted().toList()));
                }
            } else if (!text.isEmpty() && !text.startsWith("//") && !text.startsWith("@@check")) {
                lines.add(text);
            }
        }
        return String.join("\n", blocks.stream().sorted().toList());
    }

    static String withoutViews(String schema) {
        StringBuilder out = new StringBuilder();
        boolean inView = false;
        for (String line : schema.lines().toList()) {
            inView = inView || line.startsWith("view ");
            if (!inView) {
                out.append(line).append('\n');
            }
            inView = inView && !line.equals("}");
        }
        return out.toString();
    }

    static String firstDifference(String reference, String ours) {
        List<String> theirs = reference.lines().toList();
        List<String> mine = ours.lines().toList();
        List<String> missing = new ArrayList<>(theirs);
        mine.forEach(missing::remove);
        List<String> extra = new ArrayList<>(mine);
        theirs.forEach(extra::remove);
        return missing.size() + " missing, " + extra.size() + " extra: "
                + missing.stream().limit(6).toList() + " / "
                + extra.stream().limit(6).toList();
    }
}
