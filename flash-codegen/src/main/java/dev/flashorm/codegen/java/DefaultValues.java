package dev.flashorm.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.flashorm.codegen.ir.Client;
import dev.flashorm.codegen.ir.DefaultClient;
import dev.flashorm.codegen.ir.EnumClient;
import dev.flashorm.codegen.ir.ValueType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The values of `@default(…)` as Java expressions. */
final class DefaultValues {
    private DefaultValues() {}

    /** What a new draft begins with; empty if that is nothing. */
    static Optional<CodeBlock> initial(Client client, JavaColumn column) {
        DefaultClient value = column.column().defaultValue();
        if (value instanceof DefaultClient.Literal literal) {
            CodeBlock code = literal(client, column, literal.text());
            return Optional.of(column.column().isList() ? CodeBlock.of("$T.of($L)", RuntimeNames.LIST, code) : code);
        }
        if (value instanceof DefaultClient.Items items) {
            return Optional.of(CodeBlock.of(
                    "$T.of($L)",
                    RuntimeNames.LIST,
                    items.items().stream()
                            .map(item -> literal(client, column, item.text()))
                            .collect(CodeBlock.joining(", "))));
        }
        return column.column().isList() ? Optional.of(CodeBlock.of("$T.of()", RuntimeNames.LIST)) : Optional.empty();
    }

    private static CodeBlock literal(Client client, JavaColumn column, String text) {
        return switch (column.column().type()) {
            case STRING -> CodeBlock.of("$S", text);
            case BOOLEAN, INT -> CodeBlock.of("$L", text);
            case BIG_INT -> CodeBlock.of("$LL", text);
            case FLOAT -> CodeBlock.of("$L", Double.parseDouble(text));
            case DECIMAL -> CodeBlock.of("new $T($S)", BigDecimal.class, text);
            case DATE_TIME ->
                CodeBlock.of("$T.parse($S)", Instant.class, time(text).toInstant());
            case DATE ->
                CodeBlock.of("$T.parse($S)", LocalDate.class, time(text).toLocalDate());
            case TIME ->
                CodeBlock.of("$T.parse($S)", LocalTime.class, time(text).toLocalTime());
            case JSON -> CodeBlock.of("$T.ofText($S)", RuntimeNames.JSON, text);
            case BYTES -> CodeBlock.of("$T.getDecoder().decode($S)", Base64.class, text);
            case UUID -> CodeBlock.of("$T.fromString($S)", UUID.class, text);
            case COMPOSITE -> throw new IllegalArgumentException("a composite type has no default: " + text);
            case ENUM -> CodeBlock.of("$T.$L", column.enumClass().orElseThrow(), constant(client, column, text));
        };
    }

    private static OffsetDateTime time(String text) {
        return OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
    }

    private static String constant(Client client, JavaColumn column, String value) {
        String name = column.column().enumName().orElseThrow();
        EnumClient type = client.enums().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        return Objects.requireNonNull(EnumClassEmitter.constants(type).get(value));
    }

    /** Makes a value for one row. */
    static CodeBlock made(JavaColumn column, DefaultClient.Made made) {
        ClassName ids = RuntimeNames.IDS;
        CodeBlock code = switch (made.maker()) {
            case NOW -> now(column.column().type());
            case UUID4 -> CodeBlock.of("$T.uuid4()", ids);
            case UUID7 -> CodeBlock.of("$T.uuid7()", ids);
            case CUID -> CodeBlock.of("$T.cuid()", ids);
            case CUID2 -> CodeBlock.of("$T.cuid2()", ids);
            case ULID -> CodeBlock.of("$T.ulid()", ids);
            case OBJECT_ID ->
                CodeBlock.of(
                        "$T.$L()",
                        RuntimeNames.OBJECT_IDS,
                        column.column().type() == ValueType.BYTES ? "bytes" : "create");
            case NANOID -> CodeBlock.of("$T.nanoid($L)", ids, made.length());
        };
        boolean isUuid = made.maker() == DefaultClient.Maker.UUID4 || made.maker() == DefaultClient.Maker.UUID7;
        if (isUuid && column.column().type() != ValueType.UUID) {
            return CodeBlock.of("$L.toString()", code);
        }
        return !isUuid && column.column().type() == ValueType.UUID
                ? CodeBlock.of("$T.fromString($L)", UUID.class, code)
                : code;
    }

    static CodeBlock now(ValueType type) {
        return switch (type) {
            case DATE ->
                CodeBlock.of("$T.ofInstant($T.now(), $T.UTC)", LocalDate.class, RuntimeNames.IDS, ZoneOffset.class);
            case TIME ->
                CodeBlock.of("$T.ofInstant($T.now(), $T.UTC)", LocalTime.class, RuntimeNames.IDS, ZoneOffset.class);
            default -> CodeBlock.of("$T.now()", RuntimeNames.IDS);
        };
    }
}
