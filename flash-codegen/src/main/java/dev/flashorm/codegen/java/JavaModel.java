package dev.flashorm.codegen.java;

import com.palantir.javapoet.ClassName;
import dev.flashorm.codegen.ir.ColumnClient;
import dev.flashorm.codegen.ir.KeyClient;
import dev.flashorm.codegen.ir.ModelClient;
import dev.flashorm.codegen.ir.RelationClient;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A model in the words of Java.
 *
 * @param row the record: `User`
 * @param columnsClass columns, keys, relations: `Users`
 * @param draft a new row: `NewUser`
 * @param changes new values: `UserChanges`
 * @param table what reads and writes rows: `UserTable`
 * @param accessor the client's method: `users`
 * @param relations the constants of relations
 * @param keys the constants of keys: `BY_EMAIL`
 */
record JavaModel(
        ModelClient model,
        ClassName row,
        ClassName columnsClass,
        ClassName draft,
        ClassName changes,
        ClassName table,
        String accessor,
        List<JavaColumn> columns,
        Map<RelationClient, String> relations,
        Map<KeyClient, String> keys) {

    JavaColumn column(ColumnClient column) {
        return columns.stream()
                .filter(candidate -> candidate.column().equals(column))
                .findFirst()
                .orElseThrow();
    }

    List<JavaColumn> columns(List<ColumnClient> wanted) {
        return wanted.stream().map(this::column).toList();
    }

    /** Whether a row can be written as a whole, found by its primary key. */
    boolean isSavable() {
        return model.insert().isPresent()
                && model.primaryKey()
                        .filter(key -> key.columns().stream().noneMatch(ColumnClient::isGenerated))
                        .isPresent();
    }

    String keyName(KeyClient key) {
        return keyName(key, columns);
    }

    /** What follows `findBy`: `Id`, `Email`, `TeamAndSince`. */
    static String keyName(KeyClient key, List<JavaColumn> columns) {
        if (key.isPrimary()) {
            return "Id";
        }
        return key.clientName()
                .map(Words::pascal)
                .orElseGet(() -> key.columns().stream()
                        .map(part -> columns.stream()
                                .filter(column -> column.column().equals(part))
                                .findFirst()
                                .orElseThrow()
                                .name())
                        .map(name -> Character.toUpperCase(name.charAt(0)) + name.substring(1))
                        .collect(Collectors.joining("And")));
    }
}
