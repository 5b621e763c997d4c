package dev.flashorm.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A picture of the standings: a line for each task, a dot for each contestant, time as a ratio on a logarithmic axis. */
final class RatioPlot {
    private static final int LEFT = 190;
    private static final int WIDTH = 640;
    private static final int LINE = 22;
    private static final double LOWEST = 0.25;
    private static final double HIGHEST = 64;
    private static final List<String> COLOURS =
            List.of("#777777", "#d62728", "#8c564b", "#1f77b4", "#2ca02c", "#9467bd", "#ff7f0e");

    private final List<String> contestants;

    RatioPlot(List<String> contestants) {
        this.contestants = contestants;
    }

    /** @param ratio of the median to the median of what is written by hand */
    record Mark(String database, String task, String contestant, double ratio) {}

    String draw(List<Mark> marks) {
        Map<String, Map<String, List<Mark>>> panels = new LinkedHashMap<>();
        for (Mark mark : marks) {
            panels.computeIfAbsent(mark.database(), unused -> new LinkedHashMap<>())
                    .computeIfAbsent(mark.task(), unused -> new ArrayList<>())
                    .add(mark);
        }
        StringBuilder body = new StringBuilder();
        int y = legend(body);
        for (Map.Entry<String, Map<String, List<Mark>>> panel : panels.entrySet()) {
            y = panel(body, y + LINE, panel.getKey(), panel.getValue());
        }
        return String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                                + " font-size=\"12\">\n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>\n",
                        LEFT + WIDTH + 40,
                        y + LINE)
                + body + "</svg>\n";
    }

    private int legend(StringBuilder body) {
        text(
                body,
                10,
                LINE,
                "start",
                "Time as a multiple of what an expert writes by hand, logarithmic; left is faster");
        int x = LEFT;
        for (String contestant : contestants) {
            dot(body, x, LINE * 2 - 4, contestant);
            text(body, x + 8, LINE * 2, "start", contestant);
            x += 110;
        }
        return LINE * 2;
    }

    private int panel(StringBuilder body, int top, String database, Map<String, List<Mark>> tasks) {
        text(body, 10, top + LINE, "start", database);
        int bottom = top + LINE * (tasks.size() + 1);
        for (double ratio = LOWEST; ratio <= HIGHEST; ratio *= 2) {
            line(body, x(ratio), top + LINE, bottom + 4, ratio == 1 ? "#333333" : "#dddddd");
            text(body, x(ratio), top + LINE - 6, "middle", ratio < 1 ? "1/" + (int) (1 / ratio) : "" + (int) ratio);
        }
        int y = top + LINE;
        for (Map.Entry<String, List<Mark>> task : tasks.entrySet()) {
            y += LINE;
            text(body, LEFT - 12, y, "end", task.getKey());
            for (Mark mark : task.getValue()) {
                dot(body, x(mark.ratio()), y - 4, mark.contestant());
            }
        }
        return y;
    }

    private static int x(double ratio) {
        double within = Math.min(HIGHEST, Math.max(LOWEST, ratio));
        return (int) Math.round(LEFT + WIDTH * Math.log(within / LOWEST) / Math.log(HIGHEST / LOWEST));
    }

    private void dot(StringBuilder body, int x, int y, String contestant) {
        body.append(String.format(
                Locale.ROOT,
                "<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"%s\" fill-opacity=\"0.85\"/>\n",
                x,
                y,
                contestant.equals("flash") ? 6 : 4,
                COLOURS.get(contestants.indexOf(contestant) % COLOURS.size())));
    }

    private static void line(StringBuilder body, int x, int from, int to, String colour) {
        body.append(String.format(
                Locale.ROOT,
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\"/>\n",
                x,
                from,
                x,
                to,
                colour));
    }

    private static void text(StringBuilder body, int x, int y, String anchor, String text) {
        body.append(String.format(
                Locale.ROOT, "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>\n", x, y, anchor, text));
    }
}
