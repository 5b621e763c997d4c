package dev.flashorm.migrate.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Schemas of a few models over a small set of names, so that two of them have much in common. */
final class SchemaTexts {
    private static final List<String> MODELS = List.of("User", "Post", "Tag");
    private static final List<String> FIELDS = List.of("a", "b", "c", "d");
    private static final List<String> TYPES =
            List.of("Int", "BigInt", "String", "Boolean", "DateTime", "Float", "Decimal", "Mood");

    private SchemaTexts() {}

    /** A scalar field: what stands after its name. */
    private record FieldText(String type, boolean optional, boolean unique, boolean withDefault) {
        String line(String name) {
            String value = switch (type) {
                case "Int", "BigInt", "Float", "Decimal" -> "7";
                case "Boolean" -> "true";
                case "DateTime" -> "now()";
                case "Mood" -> "HAPPY";
                default -> "\"it's\"";
            };
            return "  " + name + " " + type + (optional ? "?" : "") + (unique ? " @unique" : "")
                    + (withDefault ? " @default(" + value + ")" : "");
        }
    }

    /** A model: which fields it has, whether two of them are indexed, whether it points to the model before it. */
    private record ModelText(
            boolean present, boolean text, List<FieldText> fields, List<Boolean> chosen, int index, int link) {}

    static Arbitrary<String> schemas() {
        return Combinators.combine(
                        model().list().ofSize(MODELS.size()),
                        Arbitraries.subsetOf("HAPPY", "SAD", "HUNGRY"),
                        Arbitraries.of(false, true))
                .as((models, values, pairs) -> {
                    List<String> moods = new ArrayList<>(values);
                    moods.remove("HAPPY");
                    moods.add(0, "HAPPY");
                    return text(models, moods, pairs);
                });
    }

    private static Arbitrary<ModelText> model() {
        Arbitrary<FieldText> field = Combinators.combine(
                        Arbitraries.of(TYPES),
                        Arbitraries.of(false, true),
                        Arbitraries.of(false, false, true),
                        Arbitraries.of(false, true))
                .as(FieldText::new);
        return Combinators.combine(
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of(true, false),
                        field.list().ofSize(FIELDS.size()),
                        Arbitraries.of(false, true).list().ofSize(FIELDS.size()),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 3))
                .as(ModelText::new);
    }

    private static String text(List<ModelText> models, List<String> moods, boolean pairs) {
        StringBuilder out = new StringBuilder();
        out.append("enum Mood {\n  ").append(String.join("\n  ", moods)).append("\n}\n");
        List<Integer> present = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            if (models.get(i).present()) {
                present.add(i);
            }
        }
        for (int i : present) {
            out.append(model(models, present, i, pairs && present.size() > 1));
        }
        return out.toString();
    }

    private static String model(List<ModelText> models, List<Integer> present, int place, boolean pairs) {
        ModelText model = models.get(place);
        String name = MODELS.get(place);
        List<String> lines = new ArrayList<>();
        lines.add(model.text() ? "  id String @id" : "  id Int @id @default(autoincrement())");
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < FIELDS.size(); i++) {
            if (model.chosen().get(i)) {
                chosen.add(FIELDS.get(i));
                lines.add(model.fields().get(i).line(FIELDS.get(i)));
            }
        }
        for (int other : present) {
            if (other == place && model.link() > 0) {
                lines.addAll(link(model, name, "Self" + name));
                lines.add("  back" + name + " " + name + "[] @relation(\"Self" + name + "\")");
            } else if (other == place - 1 && model.link() > 0) {
                lines.addAll(link(models.get(other), MODELS.get(other), name + MODELS.get(other)));
            } else if (other == place + 1 && models.get(other).link() > 0) {
                lines.add("  back" + other + " " + MODELS.get(other) + "[] @relation(\"" + MODELS.get(other) + name
                        + "\")");
            }
        }
        if (pairs && (place == present.get(0) || place == present.get(1))) {
            int other = place == present.get(0) ? present.get(1) : present.get(0);
            lines.add("  pairs " + MODELS.get(other) + "[] @relation(\"pairs\")");
        }
        if (chosen.size() > 1 && model.index() > 0) {
            String fields = chosen.stream().limit(2).collect(Collectors.joining(", "));
            lines.add(model.index() == 1 ? "  @@unique([" + fields + "])" : "  @@index([" + fields + "])");
        }
        return "model " + name + " {\n" + String.join("\n", lines) + "\n}\n";
    }

    private static List<String> link(ModelText target, String name, String relation) {
        boolean required = target.link() == 2 && !relation.startsWith("Self");
        String mark = required ? "" : "?";
        String type = target.text() ? "String" : "Int";
        return List.of(
                "  key" + relation + " " + type + mark,
                "  to" + relation + " " + name + mark + " @relation(\"" + relation + "\", fields: [key" + relation
                        + "], references: [id]"
                        + (relation.startsWith("Self") ? ", onDelete: NoAction, onUpdate: NoAction" : "") + ")");
    }
}
