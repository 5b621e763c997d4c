package dev.flashorm.schema.corpus;

import dev.flashorm.schema.syntax.Declaration;
import dev.flashorm.schema.syntax.SchemaDocument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * In the reference a comment above a `generator` or `datasource` is taken for the documentation of the next block that
 * can have one and has none; Flash leaves it where it stands.
 */
final class StrayComments {
    private final Map<Declaration, String> next = new HashMap<>();

    StrayComments(List<SchemaDocument> documents) {
        for (SchemaDocument document : documents) {
            Optional<String> pending = Optional.empty();
            for (Declaration declaration : document.declarations()) {
                if (declaration instanceof Declaration.WithSettings) {
                    Optional<String> before = pending;
                    pending = declaration.documentation().or(() -> before);
                } else {
                    pending.ifPresent(text -> next.put(declaration, text));
                    pending = Optional.empty();
                }
            }
        }
    }

    Optional<String> of(Declaration declaration) {
        return Optional.ofNullable(next.get(declaration));
    }
}
