package dev.flashorm.codegen.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.codegen.conformance.TypeCases.Call;
import dev.flashorm.runtime.query.Json;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.testing.DatabaseName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What `conformance/types` says of a database: a model for each type, and what is done with its values.
 *
 * @param schema the text of the models
 * @param tables the statements that make their tables, none without SQL
 * @param cases by their titles
 * @param apart the titles of those with values that not every language can hold: they run where they can, and are not
 *     counted
 */
record TypeSuite(String schema, List<String> tables, Map<String, List<Call>> cases, Set<String> apart) {
    private static final String ENUM = "enum Mood {\n  HAPPY\n  SAD @map(\"it's {so}, \\\"sad\\\" \\\\ 😢\")\n}\n";

    static TypeSuite of(DatabaseName name) throws IOException {
        StringBuilder schema = new StringBuilder(
                "datasource db {\n  provider = \"" + name.provider() + "\"\n  url = env(\"DATABASE_URL\")\n}\n" + ENUM);
        List<String> tables = new ArrayList<>();
        Map<String, List<Call>> cases = new LinkedHashMap<>();
        Set<String> apart = new LinkedHashSet<>();
        int number = 0;
        for (Object item : ConformanceTest.list(Json.parse(ConformanceTest.text("types/" + name.provider() + ".json"))
                .value())) {
            TypeCases type = TypeCases.of("T" + number++, name, (Map<?, ?>) item);
            schema.append(type.model());
            tables.addAll(type.tables());
            cases.putAll(type.cases());
            if (type.isApart()) {
                apart.addAll(type.cases().keySet());
            }
        }
        return new TypeSuite(schema.toString(), tables, cases, apart);
    }

    Schema compiled() {
        SchemaResult result = SchemaCompiler.compile(List.of(new SourceFile("schema.flash", schema)));
        assertThat(result.diagnostics()).isEmpty();
        return result.schema();
    }

    /** The cases in the form of the suite's files. */
    Json written() {
        return Json.of(cases.entrySet().stream()
                .map(test -> written(test.getKey(), test.getValue()))
                .toList());
    }

    static List<Object> written(String title, List<Call> calls) {
        List<Object> parts = new ArrayList<>(List.of(title));
        for (Call call : calls) {
            List<@Nullable Object> step = new ArrayList<>(List.of(call.call(), call.arguments()));
            step.add(call.expected());
            parts.add(step);
        }
        return parts;
    }
}
