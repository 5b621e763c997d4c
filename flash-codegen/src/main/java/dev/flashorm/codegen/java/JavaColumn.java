package dev.flashorm.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.flashorm.codegen.ir.ColumnClient;
import dev.flashorm.codegen.ir.ValueType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;

/**
 * A column in the words of Java.
 *
 * @param name of the record's component
 * @param constant of the columns class
 * @param codec how its values travel
 * @param element the same for the elements of a list
 * @param enumClass the enum, when the type is one
 * @param compositeClass the record of the composite type, when the type is one
 */
record JavaColumn(
        ColumnClient column,
        String name,
        String constant,
        CodeBlock codec,
        CodeBlock element,
        Optional<ClassName> enumClass,
        Optional<ClassName> compositeClass) {
    static final AnnotationSpec NULLABLE =
            AnnotationSpec.builder(RuntimeNames.NULLABLE).build();

    /** The type of one value: `Integer`. */
    TypeName boxed() {
        return boxedElement(column.type());
    }

    private TypeName boxedElement(ValueType type) {
        return switch (type) {
            case STRING -> ClassName.get(String.class);
            case BOOLEAN -> ClassName.get(Boolean.class);
            case INT -> ClassName.get(Integer.class);
            case BIG_INT -> ClassName.get(Long.class);
            case FLOAT -> ClassName.get(Double.class);
            case DECIMAL -> ClassName.get(BigDecimal.class);
            case DATE_TIME -> ClassName.get(Instant.class);
            case DATE -> ClassName.get(LocalDate.class);
            case TIME -> ClassName.get(LocalTime.class);
            case JSON -> RuntimeNames.JSON;
            case BYTES -> ArrayTypeName.of(TypeName.BYTE);
            case UUID -> ClassName.get(UUID.class);
            case ENUM -> enumClass.orElseThrow();
            case COMPOSITE -> compositeClass.orElseThrow();
        };
    }

    /** The type of a value that is there: `int`, `String`, `List<String>`. */
    TypeName present() {
        if (column.isList()) {
            return list();
        }
        return column.type() == ValueType.BYTES || !boxed().isBoxedPrimitive() ? boxed() : boxed().unbox();
    }

    /** The type as an argument of a generic one: `Integer`, `List<String>`. */
    TypeName argument() {
        return column.isList() ? list() : boxed();
    }

    private TypeName list() {
        return ParameterizedTypeName.get(RuntimeNames.LIST, boxed());
    }

    /** The type of the record's component. */
    TypeName component() {
        return column.isNullable() && !column.isList() ? nullable() : present();
    }

    /** The type of a value that may be missing: `@Nullable Integer`. */
    TypeName nullable() {
        return argument().annotated(NULLABLE);
    }

    boolean isNullable() {
        return column.isNullable() && !column.isList();
    }

    /** Reads the column of the current row. */
    CodeBlock read(CodeBlock index) {
        Optional<String> direct = direct();
        if (direct.isPresent() && (!column.isNullable() || !boxed().isBoxedPrimitive())) {
            return CodeBlock.of("rows.get$L($L)", direct.get(), index);
        }
        return CodeBlock.of("$L.read(rows, $L)", codec, index);
    }

    /** Sets a parameter to a value that is there. */
    CodeBlock set(CodeBlock index, CodeBlock value) {
        return direct().map(method -> CodeBlock.of("statement.set$L($L, $L)", method, index, value))
                .orElseGet(() -> CodeBlock.of("$L.set(statement, $L, $L)", codec, index, value));
    }

    /** Sets a parameter to a value or NULL. */
    CodeBlock bind(CodeBlock index, CodeBlock value) {
        return CodeBlock.of("$L.bind(statement, $L, $L)", codec, index, value);
    }

    /** The JDBC method that does all there is to do: `getInt`. */
    private Optional<String> direct() {
        if (column.isList()) {
            return Optional.empty();
        }
        return switch (column.type()) {
            case INT -> Optional.of("Int");
            case BIG_INT -> Optional.of("Long");
            case FLOAT -> Optional.of("Double");
            case BOOLEAN -> Optional.of("Boolean");
            case STRING -> column.encoding().equals("TEXT") ? Optional.of("String") : Optional.empty();
            case BYTES -> Optional.of("Bytes");
            default -> Optional.empty();
        };
    }
}
