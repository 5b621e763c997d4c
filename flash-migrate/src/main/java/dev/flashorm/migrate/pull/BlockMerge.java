package dev.flashorm.migrate.pull;

import dev.flashorm.schema.model.Arity;
import dev.flashorm.schema.syntax.Arguments;
import dev.flashorm.schema.syntax.Attribute;
import dev.flashorm.schema.syntax.Declaration.WithFields;
import dev.flashorm.schema.syntax.Expression;
import dev.flashorm.schema.syntax.FieldDeclaration;
import dev.flashorm.schema.syntax.TypeReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What changed between two generated models, in the model that somebody wrote. */
final class BlockMerge {
    private final WithFields base;
    private final WithFields theirs;
    private final WithFields ours;
    private final LineEdits edits;

    /**
     * @param base what would be generated for `ours`
     * @param theirs what is generated for the database
     */
    BlockMerge(WithFields base, WithFields theirs, WithFields ours, LineEdits edits) {
        this.base = base;
        this.theirs = theirs;
        this.ours = ours;
        this.edits = edits;
    }

    void merge() {
        Map<String, FieldDeclaration> before = fields(base);
        Map<String, FieldDeclaration> after = fields(theirs);
        Map<String, FieldDeclaration> mine = fields(ours);
        String last = "";
        for (FieldDeclaration field : theirs.fields()) {
            String name = field.name().text();
            FieldDeclaration former = before.get(name);
            FieldDeclaration own = mine.get(name);
            if (own != null && former != null) {
                merge(former, field, own);
            } else if (own == null && former == null) {
                insert(field, mine.get(last));
            }
            last = own == null ? last : name;
        }
        for (FieldDeclaration field : base.fields()) {
            FieldDeclaration own = mine.get(field.name().text());
            if (own != null && !after.containsKey(field.name().text())) {
                edits.deleteLines(own.span());
            }
        }
        mergeBlockAttributes();
    }

    private static Map<String, FieldDeclaration> fields(WithFields model) {
        Map<String, FieldDeclaration> fields = new LinkedHashMap<>();
        model.fields().forEach(field -> fields.putIfAbsent(field.name().text(), field));
        return fields;
    }

    private void insert(FieldDeclaration field, @Nullable FieldDeclaration last) {
        List<String> lines = new ArrayList<>();
        field.documentation().ifPresent(text -> text.lines().forEach(line -> lines.add("/// " + line)));
        StringBuilder line = new StringBuilder(field.name().text());
        field.type().ifPresent(type -> line.append(' ').append(type.span().text()));
        field.attributes().forEach(attribute -> line.append(' ').append(text(attribute)));
        lines.add(line.toString());
        edits.insertBelow(last == null ? ours.name().span().end() : last.span().end(), ours.span(), lines);
    }

    private void merge(FieldDeclaration before, FieldDeclaration after, FieldDeclaration own) {
        boolean otherType = mergeType(before, after, own);
        Set<String> names = new LinkedHashSet<>();
        before.attributes().forEach(attribute -> names.add(kind(attribute)));
        after.attributes().forEach(attribute -> names.add(kind(attribute)));
        for (String name : names) {
            Optional<String> old = attribute(before, name).map(BlockMerge::text);
            Optional<String> now = attribute(after, name).map(BlockMerge::text);
            Optional<Attribute> written = attribute(own, name);
            if (old.equals(now)) {
                continue;
            }
            if (now.isPresent()) {
                written.ifPresentOrElse(
                        attribute -> edits.replace(attribute.span(), now.get()),
                        () -> edits.append(own.span(), now.get()));
            } else if (written.isPresent()) {
                edits.deleteInLine(written.get().span());
            } else {
                written(name, List.of(own.name().text())).ifPresent(attribute -> edits.deleteLines(attribute.span()));
            }
        }
        if (otherType) {
            // What the client did for the old type has no meaning for the new one.
            own.attributes().stream()
                    .filter(attribute -> attribute.is("default") || attribute.is("updatedAt"))
                    .filter(attribute -> !names.contains(kind(attribute)))
                    .forEach(attribute -> edits.deleteInLine(attribute.span()));
        }
    }

    /** Whether it is another type now, not only optional or a list. */
    private boolean mergeType(FieldDeclaration before, FieldDeclaration after, FieldDeclaration own) {
        if (before.type().isEmpty() || after.type().isEmpty() || own.type().isEmpty()) {
            return false;
        }
        TypeReference old = before.type().get();
        TypeReference now = after.type().get();
        TypeReference written = own.type().get();
        boolean sameName =
                old.name().text().equals(now.name().text()) && old.unsupported().equals(now.unsupported());
        if (!sameName) {
            edits.replace(written.span(), now.span().text());
            return true;
        }
        if (old.arity() != now.arity()) {
            edits.replace(written.span(), withArity(written, now.arity()));
        }
        return false;
    }

    private static String withArity(TypeReference type, Arity arity) {
        String text = type.span().text();
        String bare = type.arity() == Arity.REQUIRED
                ? text
                : text.substring(0, text.length() - (type.arity() == Arity.LIST ? 2 : 1));
        return switch (arity) {
            case REQUIRED -> bare;
            case OPTIONAL -> bare + "?";
            case LIST -> bare + "[]";
        };
    }

    private static Optional<Attribute> attribute(FieldDeclaration field, String kind) {
        return field.attributes().stream()
                .filter(attribute -> kind(attribute).equals(kind))
                .findFirst();
    }

    /** A field has one native type, whatever its name. */
    private static String kind(Attribute attribute) {
        String name = attribute.name().text();
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static String text(Attribute attribute) {
        return attribute.span().text();
    }

    private void mergeBlockAttributes() {
        List<Attribute> removed = without(base.attributes(), theirs.attributes());
        List<Attribute> added = without(theirs.attributes(), base.attributes());
        List<String> lines = new ArrayList<>();
        for (Attribute attribute : added) {
            Optional<Attribute> former = removed.stream()
                    .filter(one -> one.is(attribute.name().text()) && parts(one).equals(parts(attribute)))
                    .findFirst();
            former.ifPresent(removed::remove);
            former.flatMap(this::written)
                    .ifPresentOrElse(
                            own -> edits.replace(own.span(), text(attribute)), () -> lines.add(text(attribute)));
        }
        removed.forEach(attribute -> written(attribute).ifPresent(own -> edits.deleteLines(own.span())));
        if (!lines.isEmpty()) {
            if (ours.attributes().isEmpty()) {
                lines.add(0, "");
            }
            edits.insertAboveEnd(ours.span(), lines);
        }
    }

    /** Those of one list that the other has not, each as often as it has it. */
    private static List<Attribute> without(List<Attribute> these, List<Attribute> those) {
        List<String> left = new ArrayList<>(those.stream().map(BlockMerge::text).toList());
        List<Attribute> found = new ArrayList<>();
        for (Attribute attribute : these) {
            if (!left.remove(text(attribute))) {
                found.add(attribute);
            }
        }
        return found;
    }

    /** What somebody wrote for a generated attribute. */
    private Optional<Attribute> written(Attribute generated) {
        List<Attribute> candidates = ours.attributes().stream()
                .filter(own -> own.is(generated.name().text()) && parts(own).equals(parts(generated)))
                .toList();
        Optional<String> map = generated.arguments().string("map");
        return candidates.stream()
                .filter(own -> own.arguments().string("map").equals(map))
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    private Optional<Attribute> written(String name, List<String> fields) {
        return ours.attributes().stream()
                .filter(own -> own.is(name) && parts(own).equals(fields))
                .findFirst();
    }

    /** What an attribute is about: the fields of a key, the text of anything else. */
    private static List<String> parts(Attribute attribute) {
        if (attribute.is("map") || attribute.is("schema")) {
            return List.of();
        }
        List<String> parts = new ArrayList<>();
        for (Expression element : Arguments.elements(attribute.arguments().mainValue("fields"))) {
            if (element instanceof Expression.Call call && !call.name().text().equals("raw")) {
                parts.add(call.name().text());
            } else {
                parts.add(element.span().text());
            }
        }
        return parts;
    }
}
