package dev.flashorm.schema.format;

import java.util.ArrayList;
import java.util.List;

/** Lines whose cells are aligned with each other, and lines between them that take no part. */
final class ColumnTable {
    private record Row(List<String> cells, String suffix) {}

    private final List<Row> rows = new ArrayList<>();

    /** Adds a line of cells; the suffix, a comment, follows the last one. */
    void add(List<String> cells, String suffix) {
        rows.add(new Row(cells, suffix));
    }

    /** Adds a line that is not aligned. */
    void addLoose(String text) {
        rows.add(new Row(List.of(), text));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void write(StringBuilder out, String indent) {
        List<Integer> widths = widths();
        for (Row row : rows) {
            out.append(indent);
            for (int i = 0; i < row.cells().size(); i++) {
                String cell = row.cells().get(i);
                out.append(i == 0 ? "" : " ").append(cell);
                if (i + 1 < row.cells().size()) {
                    out.append(" ".repeat(widths.get(i) - width(cell)));
                }
            }
            if (!row.suffix().isEmpty()) {
                out.append(row.cells().isEmpty() ? "" : " ").append(row.suffix());
            }
            out.append('\n');
        }
        rows.clear();
    }

    private List<Integer> widths() {
        List<Integer> widths = new ArrayList<>();
        for (Row row : rows) {
            for (int i = 0; i < row.cells().size(); i++) {
                int width = width(row.cells().get(i));
                if (i == widths.size()) {
                    widths.add(width);
                } else if (width > widths.get(i)) {
                    widths.set(i, width);
                }
            }
        }
        return widths;
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
