package dev.flashorm.schema.validate;

import dev.flashorm.schema.model.Index.SortOrder;
import dev.flashorm.schema.source.Span;
import dev.flashorm.schema.syntax.Attribute;
import dev.flashorm.schema.syntax.Expression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A key or index.
 *
 * @param parts empty also where they were wrong, which has been reported
 * @param clientName `name:` of `@@id` and `@@unique`
 * @param map the name in the database as written; `name:` of an `@@index` means the same
 */
record ResolvedKey(
        Kind kind,
        ResolvedBlock block,
        Attribute attribute,
        boolean onField,
        List<Part> parts,
        Optional<Expression.StringLiteral> clientName,
        Optional<Expression.StringLiteral> map,
        Optional<Expression.Name> type,
        Optional<Expression> where,
        Optional<Expression> clustered) {
    ResolvedKey {
        parts = List.copyOf(parts);
    }

    /** What it is for. */
    enum Kind {
        ID,
        UNIQUE,
        INDEX,
        FULLTEXT,
        /** `@@shardKey` of sharded MySQL services. */
        SHARD;

        /** What an attribute makes. */
        static Kind of(Attribute attribute) {
            return switch (attribute.name().text()) {
                case "id" -> ID;
                case "unique" -> UNIQUE;
                case "fulltext" -> FULLTEXT;
                case "shardKey" -> SHARD;
                default -> INDEX;
            };
        }
    }

    /**
     * One member of a key.
     *
     * @param path the field, then members of composite types below it; empty for an SQL expression
     */
    record Part(
            Span span,
            List<ResolvedField> path,
            Optional<Expression> length,
            Optional<SortOrder> sort,
            Optional<Expression> operatorClass) {
        Part {
            path = List.copyOf(path);
        }

        /** A field alone. */
        static Part of(ResolvedField field) {
            return new Part(field.nameSpan(), List.of(field), Optional.empty(), Optional.empty(), Optional.empty());
        }

        boolean isExpression() {
            return path.isEmpty();
        }

        /** The last field of the path: the one that is indexed. */
        ResolvedField field() {
            return path.get(path.size() - 1);
        }

        /** `address.street`. */
        String pathName() {
            StringBuilder name = new StringBuilder();
            for (ResolvedField field : path) {
                name.append(name.isEmpty() ? "" : ".").append(field.name());
            }
            return name.toString();
        }
    }

    /** `@id` or `@@id`. */
    String attributeName() {
        return (onField ? "@" : "@@") + attribute.name().text();
    }

    /** The attribute's name with its at signs. */
    Span nameSpan() {
        return attribute
                .span()
                .file()
                .span(attribute.span().start(), attribute.name().span().end());
    }

    /** The fields, without expressions. */
    List<ResolvedField> fields() {
        List<ResolvedField> fields = new ArrayList<>();
        for (Part part : parts) {
            if (!part.isExpression()) {
                fields.add(part.field());
            }
        }
        return fields;
    }

    boolean hasExpressions() {
        return parts.stream().anyMatch(Part::isExpression);
    }

    /** Whether it is made of exactly these fields, in any order. */
    boolean covers(List<ResolvedField> wanted) {
        if (parts.size() != wanted.size() || hasExpressions() || where.isPresent()) {
            return false;
        }
        Set<ResolvedField> own = new HashSet<>(fields());
        return own.containsAll(wanted);
    }

    /** Whether it begins with these fields, in this order, so that the database can look them up by it. */
    boolean startsWith(List<ResolvedField> wanted) {
        if (parts.size() < wanted.size() || where.isPresent()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            Part part = parts.get(i);
            if (part.isExpression() || part.field() != wanted.get(i)) {
                return false;
            }
        }
        return true;
    }

    boolean isFieldAlone(ResolvedField field) {
        return parts.size() == 1 && !hasExpressions() && parts.get(0).field() == field;
    }
}
