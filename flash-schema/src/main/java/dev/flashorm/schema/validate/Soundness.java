package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.schema.syntax.Declaration;
import dev.flashorm.schema.syntax.SchemaDocument;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which blocks may be judged as a whole: those that are right line by line, and whose neighbours, by relation or by
 * composite type, are as well. What seems to be missing elsewhere may only be misspelt; and once it is spelt right, the
 * next run says the rest. The datasource is everybody's neighbour.
 */
final class Soundness {
    private final Set<Declaration> unsound = Collections.newSetFromMap(new IdentityHashMap<>());
    private final boolean nothing;

    Soundness(Scope scope, Findings findings, List<SchemaDocument> documents) {
        Map<SourceFile, NavigableSet<Integer>> places = new HashMap<>();
        for (SchemaDocument document : documents) {
            document.diagnostics().forEach(diagnostic -> add(places, diagnostic));
        }
        for (Diagnostic diagnostic : findings.build()) {
            if (diagnostic.isError()) {
                add(places, diagnostic);
            }
        }
        Set<Declaration> broken = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Declaration declaration : scope.declarations()) {
            if (findings.isBroken(declaration) || holdsError(declaration, places)) {
                broken.add(declaration);
            }
        }
        nothing = findings.isLost("datasource")
                || scope.datasourceDeclaration().filter(broken::contains).isPresent();
        unsound.addAll(broken);
        for (ResolvedBlock block : scope.models()) {
            spread(block, broken);
        }
        for (ResolvedBlock block : scope.compositeTypes()) {
            spread(block, broken);
        }
    }

    private static void add(Map<SourceFile, NavigableSet<Integer>> places, Diagnostic diagnostic) {
        places.computeIfAbsent(diagnostic.span().file(), key -> new TreeSet<>())
                .add(diagnostic.span().start());
    }

    private static boolean holdsError(Declaration declaration, Map<SourceFile, NavigableSet<Integer>> places) {
        NavigableSet<Integer> inFile = places.get(declaration.span().file());
        Integer next = inFile == null ? null : inFile.ceiling(declaration.span().start());
        return next != null && next < declaration.span().end();
    }

    private void spread(ResolvedBlock block, Set<Declaration> broken) {
        for (ResolvedField field : block.fields()) {
            Declaration neighbour = null;
            if (field.type() instanceof ResolvedType.OfModel model) {
                neighbour = model.block().syntax();
            } else if (field.type() instanceof ResolvedType.OfComposite composite) {
                neighbour = composite.block().syntax();
            }
            if (neighbour != null && broken.contains(neighbour)) {
                unsound.add(block.syntax());
            } else if (neighbour != null && broken.contains(block.syntax())) {
                unsound.add(neighbour);
            }
        }
    }

    boolean isSound(Declaration declaration) {
        return !nothing && !unsound.contains(declaration);
    }

    boolean isSound(ResolvedBlock block) {
        return isSound(block.syntax());
    }

    /** Both ends of a relation. */
    boolean isSound(ResolvedField field) {
        return isSound(field.block()) && isSound(field.target());
    }
}
