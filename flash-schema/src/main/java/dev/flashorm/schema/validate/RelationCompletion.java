package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.diagnostic.TextEdit;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.schema.source.Span;
import dev.flashorm.schema.syntax.Argument;
import dev.flashorm.schema.syntax.Attribute;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Suggests what half-written relations lack: the field at the other end, the columns of the key. Names that it has
 * given away are not given again, so that all its edits can be applied together.
 */
final class RelationCompletion {
    private final Map<ResolvedBlock, Set<String>> given = new HashMap<>();

    /** @param alone whether no other field of the target points back, so that a new one is meant */
    void suggestOpposite(Diagnostic.Builder builder, ResolvedField field, boolean alone) {
        Optional<String> lines = field.isList() ? single(field) : Optional.of(repeated(field));
        Optional<TextEdit> edit = lines.flatMap(text -> insertion(field.target(), text));
        String shown = lines.map(text -> text.lines().findFirst().orElse(text)).orElseGet(() -> example(field));
        String text = "add a line like `" + shown + "` to `" + field.target().name() + "`";
        if (edit.isEmpty()) {
            builder.help(text);
        } else if (alone) {
            builder.addition(text, edit.get());
        } else {
            builder.help(text, edit.get());
        }
    }

    /** The other end of a field that holds the key: a list, or one where the key is unique. */
    private String repeated(ResolvedField field) {
        ResolvedBlock model = field.block();
        boolean unique = field.relation()
                .fields()
                .filter(columns -> model.uniqueKeys().stream().anyMatch(key -> key.covers(columns)))
                .isPresent();
        return free(field.target(), lowerFirst(model.name())) + " " + model.name() + (unique ? "?" : "[]")
                + field.relation()
                        .name()
                        .map(name -> " @relation(" + quoted(name) + ")")
                        .orElse("");
    }

    /** The other end of a list, with the column that holds its key where there is none; nothing without a simple id. */
    private Optional<String> single(ResolvedField field) {
        Optional<ResolvedField> id = idOf(field.block());
        ResolvedBlock target = field.target();
        if (id.isEmpty()) {
            return Optional.empty();
        }
        String name = lowerFirst(field.block().name());
        Optional<ResolvedField> column = target.field(columnName(name, id.get()));
        if (column.isPresent() ? !fits(column.get(), id.get()) : target.isView()) {
            return Optional.empty();
        }
        boolean optional = column.isEmpty() || column.get().isOptional();
        String columnName = column.map(ResolvedField::name).orElseGet(() -> free(target, columnName(name, id.get())));
        String line = free(target, name) + " " + field.block().name() + (optional ? "?" : "") + " @relation("
                + field.relation().name().map(text -> quoted(text) + ", ").orElse("")
                + keyArguments(columnName, id.get()) + ")";
        return Optional.of(column.isPresent() ? line : line + "\n" + column(columnName, id.get(), true));
    }

    /** What the other end of a list looks like where it can't be known. */
    private static String example(ResolvedField field) {
        String name = lowerFirst(field.block().name());
        return name + " " + field.block().name() + " @relation("
                + field.relation().name().map(text -> quoted(text) + ", ").orElse("") + "fields: [" + name
                + "Id], references: [id])";
    }

    /**
     * The columns that a reader would expect, there or not.
     *
     * @param whole whether neither columns nor references are named, and no other end could hold the key
     */
    void suggestKey(Diagnostic.Builder builder, ResolvedField forward, boolean whole) {
        Optional<ResolvedField> found = idOf(forward.target());
        if (found.isEmpty()) {
            return;
        }
        ResolvedField id = found.get();
        String name = columnName(forward.name(), id);
        Optional<ResolvedField> column = forward.block().field(name);
        String arguments = keyArguments(name, id);
        TextEdit relation = keyEdit(forward, arguments);
        String written = forward.relation().attribute().isEmpty() ? "add" : "write";
        if (column.isPresent()) {
            String text = written + " `@relation(" + arguments + ")`";
            boolean arityFits = !(forward.isRequired() && column.get().isOptional());
            if (whole && arityFits && fits(column.get(), id)) {
                builder.addition(text, relation);
            } else if (forward.relation().attribute().isEmpty()) {
                builder.help(text, relation);
            } else {
                builder.help(text);
            }
            return;
        }
        String line = column(name, id, forward.isOptional());
        String text = "add a column like `" + line + "` and write `@relation(" + arguments + ")`";
        Optional<TextEdit> addition = whole && !forward.block().isView() && take(forward.block(), name)
                ? insertion(forward.block(), line)
                : Optional.empty();
        if (addition.isPresent()) {
            builder.addition(text, relation, addition.get());
        } else {
            builder.help(text);
        }
    }

    /** Adds the arguments to `@relation`, or all of it behind the type. */
    private static TextEdit keyEdit(ResolvedField field, String arguments) {
        SourceFile file = field.typeSpan().file();
        Optional<Attribute> attribute = field.relation().attribute();
        if (attribute.isEmpty()) {
            return insert(file, field.typeSpan().end(), " @relation(" + arguments + ")");
        }
        List<Argument> written = attribute.get().arguments().list();
        if (!written.isEmpty()) {
            return insert(file, written.get(written.size() - 1).span().end(), ", " + arguments);
        }
        boolean brackets = attribute.get().span().text().endsWith(")");
        int end = attribute.get().span().end();
        return brackets ? insert(file, end - 1, arguments) : insert(file, end, "(" + arguments + ")");
    }

    private static boolean fits(ResolvedField column, ResolvedField id) {
        return !column.isList() && column.type().equals(id.type());
    }

    private static String column(String name, ResolvedField id, boolean optional) {
        return name + " " + id.typeName() + (optional ? "?" : "")
                + id.nativeType()
                        .map(use -> " " + use.attribute().span().text())
                        .orElse("");
    }

    private static String keyArguments(String column, ResolvedField id) {
        return "fields: [" + column + "], references: [" + id.name() + "]";
    }

    private static Optional<ResolvedField> idOf(ResolvedBlock model) {
        return model.primaryKey()
                .filter(key -> key.fields().size() == 1 && key.parts().size() == 1)
                .map(key -> key.fields().get(0));
    }

    private static String columnName(String relation, ResolvedField id) {
        String key = id.name();
        return relation + Character.toUpperCase(key.charAt(0)) + key.substring(1);
    }

    private static String lowerFirst(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    /** The name, or the name with a number, that no field of the block has. */
    private String free(ResolvedBlock block, String name) {
        String candidate = name;
        for (int i = 2; !take(block, candidate); i++) {
            candidate = name + i;
        }
        return candidate;
    }

    private boolean take(ResolvedBlock block, String name) {
        return block.field(name).isEmpty()
                && given.computeIfAbsent(block, key -> new HashSet<>()).add(name);
    }

    /** Lines behind the last field of a block, at its end where there is none; nothing in a block that is not closed. */
    private static Optional<TextEdit> insertion(ResolvedBlock block, String lines) {
        Span whole = block.syntax().span();
        SourceFile file = whole.file();
        String text = file.text();
        if (!whole.text().endsWith("}")) {
            return Optional.empty();
        }
        String indented = "  " + lines.replace("\n", "\n  ");
        int fieldsEnd = block.fields().stream()
                .mapToInt(field -> field.syntax().span().end())
                .max()
                .orElse(whole.end());
        int lineEnd = text.indexOf('\n', fieldsEnd);
        boolean plain = lineEnd >= 0
                && lineEnd < whole.end()
                && !text.substring(fieldsEnd, lineEnd).contains("/*");
        if (plain) {
            return Optional.of(insert(file, lineEnd + 1, indented + "\n"));
        }
        return Optional.of(insert(file, whole.end() - 1, indented + "\n"));
    }

    private static TextEdit insert(SourceFile file, int offset, String text) {
        return new TextEdit(file.span(offset, offset), text);
    }
}
