package dev.flashorm.migrate.dialect;

import dev.flashorm.migrate.physical.ColumnDefault;
import dev.flashorm.migrate.physical.ColumnType;
import dev.flashorm.schema.model.DefaultValue;
import dev.flashorm.schema.model.FieldType;
import dev.flashorm.schema.model.ScalarField;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The part of writing defaults that all dialects share; what they write differently is left to them. */
public abstract class DefaultMapping {
    /** Functions that run in the client or are the database's numbering have none. */
    public final Optional<ColumnDefault> map(ScalarField field, ColumnType type, DefaultValue value) {
        if (value instanceof DefaultValue.Function function) {
            return function(function, type);
        }
        if (value instanceof DefaultValue.Items items) {
            return list(
                    items.items().stream()
                            .flatMap(item -> map(field, type.element(), item).stream())
                            .toList(),
                    type);
        }
        if (value instanceof DefaultValue.EnumValue constant) {
            return string(constant.value().databaseName());
        }
        return Optional.of(literal(field, type, (DefaultValue.Literal) value));
    }

    private Optional<ColumnDefault> function(DefaultValue.Function function, ColumnType type) {
        return switch (function.name()) {
            case "now" -> Optional.of(now(type));
            case "dbgenerated" -> {
                String sql = function.firstArgument("");
                yield sql.isBlank() ? Optional.empty() : Optional.of(generated(sql, type));
            }
            default -> Optional.empty();
        };
    }

    private ColumnDefault literal(ScalarField field, ColumnType type, DefaultValue.Literal literal) {
        String text = literal.text();
        if (literal.kind() == DefaultValue.Literal.Kind.BOOLEAN) {
            return new ColumnDefault(ColumnDefault.Kind.BOOLEAN, text);
        }
        if (literal.kind() == DefaultValue.Literal.Kind.NUMBER
                || field.type() == FieldType.Scalar.DECIMAL
                || field.type() == FieldType.Scalar.FLOAT
                || field.type() == FieldType.Scalar.INT
                || field.type() == FieldType.Scalar.BIG_INT) {
            return new ColumnDefault(ColumnDefault.Kind.NUMBER, text);
        }
        if (field.type() == FieldType.Scalar.BYTES) {
            return bytes(Base64.getDecoder().decode(text));
        }
        if (field.type() == FieldType.Scalar.DATE_TIME) {
            try {
                return new ColumnDefault(ColumnDefault.Kind.STRING, quote(dateTime(OffsetDateTime.parse(text), type)));
            } catch (DateTimeParseException e) {
                return new ColumnDefault(ColumnDefault.Kind.STRING, quote(text));
            }
        }
        return new ColumnDefault(ColumnDefault.Kind.STRING, quote(text(text, type)));
    }

    private Optional<ColumnDefault> string(String text) {
        return Optional.of(new ColumnDefault(ColumnDefault.Kind.STRING, quote(text)));
    }

    protected abstract String quote(String text);

    protected abstract ColumnDefault now(ColumnType type);

    protected abstract ColumnDefault bytes(byte[] value);

    /** The text of a date with a time in a column of a type, to be quoted. */
    protected abstract String dateTime(OffsetDateTime value, ColumnType type);

    /** The text of a value that is a text for the language, too: as the database prints it in a column of a type. */
    protected String text(String value, ColumnType type) {
        return value;
    }

    /** `dbgenerated("…")`. */
    protected abstract ColumnDefault generated(String sql, ColumnType type);

    /** A default of an array; empty where there are none. */
    protected abstract Optional<ColumnDefault> list(List<ColumnDefault> items, ColumnType type);
}
