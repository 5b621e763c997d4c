package dev.flashorm.codegen.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.flashorm.codegen.CodeGenerator;
import dev.flashorm.codegen.DocumentsTest;
import dev.flashorm.codegen.GeneratedFile;
import dev.flashorm.codegen.JavaCompilation;
import dev.flashorm.codegen.java.CallTranslator;
import dev.flashorm.codegen.java.JavaSettings;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.testing.DatabaseName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every public method of the client that a user can call is called by a case: the call sites in class files tell. */
class PublicMethodsTest {
    private static final String RUNTIME = "dev.flashorm.runtime";
    private static final String GENERATED = "db";

    /** A key, and a required column, that the client does not know need what no other model needs. */
    private static final String HIDDEN =
            "model Hidden {\n  id Int @id @default(autoincrement())\n  secret String? @unique @ignore\n}\n"
                    + "model Fixed {\n  id Int @id\n  secret String @ignore\n}\n";

    @Test
    void everyPublicMethodHasACase(@TempDir Path output) throws Exception {
        JavaClasses runtime = new ClassFileImporter().importPackages(RUNTIME);
        List<JavaClasses> callers = new ArrayList<>();
        callers.add(runtime);
        callers.add(new ClassFileImporter().importPath("../flash-runtime/target/test-classes"));
        for (String provider : List.of("postgresql", "mysql", "sqlite")) {
            Schema schema = schema(ConformanceTest.text("schema.flash").replace("{provider}", provider) + HIDDEN);
            CallTranslator translator = new CallTranslator(new CodeGenerator().client(schema));
            List<GeneratedFile> cases = new ArrayList<>(ScenarioTest.scenarios());
            cases.add(Calls.source(
                    ConformanceTest.expressions(DatabaseName.POSTGRESQL, translator),
                    "javax.sql.DataSource pool",
                    "pool"));
            callers.add(compiled(schema, output.resolve(provider), cases));
        }
        GeneratedFile documents = new GeneratedFile("cases/Documents.java", DocumentsTest.text("Documents.java"));
        GeneratedFile opened = Calls.source(List.of(), "com.mongodb.client.MongoClient client", "client, \"app\"");
        callers.add(compiled(
                schema(DocumentsTest.text("schema.flash")), output.resolve("mongodb"), List.of(documents, opened)));

        for (String scenarios : List.of("Lists", "References")) {
            Schema own =
                    schema(SchemaScenarioTest.resource(scenarios + ".flash").replace("{provider}", "postgresql"));
            callers.add(compiled(own, output.resolve(scenarios), List.of(SchemaScenarioTest.source(scenarios))));
        }

        Set<String> called = new HashSet<>();
        Set<String> offered = new TreeSet<>();
        for (JavaClasses classes : callers) {
            for (JavaClass type : classes) {
                boolean isClient = isGenerated(type) || runtime.contain(type.getName());
                Stream.concat(called(type), type.getMethods().stream().flatMap(PublicMethodsTest::overridden))
                        .filter(member -> !isClient || isOffered(type, member))
                        .forEach(member -> called.add(signature(member)));
                type.getMethods().stream()
                        .filter(method -> isClient && isForUsers(method))
                        .forEach(method -> offered.add(signature(method)));
            }
        }
        assertThat(offered).hasSizeGreaterThan(200);
        offered.removeAll(called);
        assertThat(offered).as("public methods that no case calls").isEmpty();
    }

    private static Stream<JavaMember> called(JavaClass type) {
        return type.getAccessesFromSelf().stream().flatMap(access -> access.getTarget().resolveMember().stream());
    }

    /** What the client itself uses across packages is public for that, and runs whenever its user does. */
    private static boolean isOffered(JavaClass user, JavaMember member) {
        return !user.getPackageName().equals(member.getOwner().getPackageName());
    }

    private static boolean isForUsers(JavaMethod method) {
        JavaClass type = method.getOwner();
        boolean isInteresting = type.getPackageName().equals(GENERATED)
                || type.getPackageName().equals(RUNTIME)
                || type.getPackageName().equals(RUNTIME + ".query");
        return isInteresting
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && method.getModifiers().contains(JavaModifier.PUBLIC)
                && !method.getModifiers().contains(JavaModifier.BRIDGE)
                && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !isOfTheLanguage(method)
                && !isImplementedByCallers(method)
                && !isForEngines(type);
    }

    /** What a class inherits, and what the compiler gives a record or an enum. */
    private static boolean isOfTheLanguage(JavaMethod method) {
        JavaClass type = method.getOwner();
        return overridden(method).findAny().isPresent()
                || (type.isRecord()
                        && !type.getPackageName().equals(GENERATED)
                        && type.tryGetField(method.getName()).isPresent())
                || (type.isEnum() && Set.of("values", "valueOf").contains(method.getName()));
    }

    private static Stream<JavaMethod> overridden(JavaMethod method) {
        JavaClass type = method.getOwner();
        String[] parameters =
                method.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
        return Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
                .flatMap(parent -> parent.tryGetMethod(method.getName(), parameters).stream());
    }

    /** The only method of an interface that has no body: a lambda. */
    private static boolean isImplementedByCallers(JavaMethod method) {
        return method.getOwner().isInterface()
                && method.getModifiers().contains(JavaModifier.ABSTRACT)
                && method.getOwner().getMethods().stream()
                                .filter(other -> other.getModifiers().contains(JavaModifier.ABSTRACT))
                                .count()
                        == 1;
    }

    /** An interface between the runtime and its packages for single databases. */
    private static boolean isForEngines(JavaClass type) {
        return type.isInterface()
                && type.getAllSubclasses().stream()
                        .anyMatch(implementation ->
                                implementation.getPackageName().startsWith(RUNTIME + ".query."));
    }

    /** The name with its parameters. In generated code all that differs by the names of a schema is one. */
    private static String signature(JavaMember member) {
        if (!member.getOwner().getPackageName().equals(GENERATED) || !(member instanceof JavaMethod method)) {
            return member.getFullName();
        }
        String parameters = method.getRawParameterTypes().stream()
                .map(type -> isGenerated(type.getBaseComponentType())
                        ? kind(type.getBaseComponentType()) + (type.isArray() ? "[]" : "")
                        : type.getName())
                .collect(Collectors.joining(", "));
        return kind(method.getOwner()) + "." + name(method) + "(" + parameters + ")";
    }

    private static boolean isGenerated(JavaClass type) {
        return type.getPackageName().equals(GENERATED);
    }

    /** `Row`, `NewRow`, `RowChanges`, `RowTable`: what a class is to its model. */
    private static String kind(JavaClass type) {
        String name = type.getSimpleName();
        if (type.isRecord()) {
            return "Row";
        }
        if (type.isEnum()) {
            return "Enum";
        }
        for (String suffix : List.of("Changes", "Table")) {
            if (name.endsWith(suffix)) {
                return "Row" + suffix;
            }
        }
        return name.startsWith("New") ? "NewRow" : name;
    }

    /** Without the name of a field: `with…`, `…Null`. */
    private static String name(JavaMethod method) {
        String name = method.getName();
        return switch (kind(method.getOwner())) {
            case "Row" -> "…";
            case "RowChanges" -> name.endsWith("Null") ? "…Null" : "…";
            case "RowTable" -> name.startsWith("findBy") ? "findBy…" : name;
            case "NewRow" ->
                isGetter(method)
                        ? "…"
                        : Stream.of("connectOrCreate", "connect", "with")
                                .filter(name::startsWith)
                                .findFirst()
                                .map(prefix -> prefix + "…")
                                .orElse(name);
            case "AppHooks" -> "…";
            case "AppSession" -> method.getRawReturnType().getName().endsWith("Table") ? "…" : name;
            default -> name;
        };
    }

    private static boolean isGetter(JavaMethod method) {
        return method.getRawParameterTypes().isEmpty() && !method.getModifiers().contains(JavaModifier.STATIC);
    }

    private static Schema schema(String text) {
        return SchemaCompiler.compile(List.of(new SourceFile("schema.flash", text)))
                .schema();
    }

    private static JavaClasses compiled(Schema schema, Path output, List<GeneratedFile> cases) throws IOException {
        List<GeneratedFile> files = new ArrayList<>(new CodeGenerator().generate(schema, JavaSettings.DEFAULT));
        files.addAll(cases);
        assertThat(JavaCompilation.compile(files, Files.createDirectories(output)))
                .isEmpty();
        return new ClassFileImporter().importPath(output);
    }
}
