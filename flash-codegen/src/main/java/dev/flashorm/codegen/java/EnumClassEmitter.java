package dev.flashorm.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.flashorm.codegen.ir.EnumClient;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/**
 * Emits an enum.
 *
 * <pre>{@code
 * public enum Role {
 *     USER("user"), ADMIN("admin");
 *     public String databaseValue() …
 * }
 * }</pre>
 */
final class EnumClassEmitter {
    private EnumClassEmitter() {}

    /** The constants by the names in the schema file. */
    static Map<String, String> constants(EnumClient type) {
        NameScope names = NameScope.members("TYPE");
        Map<String, String> constants = new LinkedHashMap<>();
        for (EnumClient.Value value : type.values()) {
            constants.put(value.name(), names.take(Words.constant(value.name())));
        }
        return constants;
    }

    static TypeSpec emit(EnumClient type, ClassName name, JavaClient client) {
        TypeSpec.Builder code = TypeSpec.enumBuilder(name)
                .addJavadoc(Docs.of(type.documentation(), "The values of {@code " + type.name() + "}."))
                .addModifiers(Modifier.PUBLIC);
        Map<String, String> constants = constants(type);
        for (EnumClient.Value value : type.values()) {
            TypeSpec.Builder constant = TypeSpec.anonymousClassBuilder("$S", value.databaseValue());
            value.documentation().ifPresent(text -> constant.addJavadoc("$L\n", Docs.escape(text)));
            code.addEnumConstant(Objects.requireNonNull(constants.get(value.name())), constant.build());
        }
        return code.addField(FieldSpec.builder(
                                ParameterizedTypeName.get(client.columnType(), name),
                                "TYPE",
                                Modifier.STATIC,
                                Modifier.FINAL)
                        .initializer("$T.enumOf(values(), $T::databaseValue)", client.types(), name)
                        .build())
                .addField(String.class, "databaseValue", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(String.class, "databaseValue")
                        .addStatement("this.databaseValue = databaseValue")
                        .build())
                .addMethod(MethodSpec.methodBuilder("databaseValue")
                        .addJavadoc("What the database keeps.\n")
                        .addModifiers(Modifier.PUBLIC)
                        .returns(String.class)
                        .addStatement("return databaseValue")
                        .build())
                .build();
    }
}
