package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.schema.provider.Capability;
import dev.flashorm.schema.syntax.SchemaDocument;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds out whether a schema means something that its database can do. */
public final class SchemaValidator {
    private SchemaValidator() {}

    /**
     * Checks the documents of one schema together.
     *
     * @param linked what the linker made of the same documents, for the names that it gives to constraints
     * @return the findings in no particular order, without the syntax errors that the documents carry themselves
     */
    public static List<Diagnostic> validate(List<SchemaDocument> documents, Schema linked) {
        Set<String> lostNames = new HashSet<>();
        documents.forEach(document -> lostNames.addAll(document.lostNames()));
        Findings findings = new Findings(lostNames);
        boolean readable =
                documents.stream().allMatch(document -> document.diagnostics().isEmpty());
        DatasourceSettings datasource = new DatasourceRules(documents, findings).check();
        Scope scope = new Scope(documents, datasource);
        new GeneratorRules(scope, findings).check();
        new NameRules(scope, findings).check();
        new TypeRules(scope, findings).check();
        new AttributeRules(scope, findings).check();
        Soundness soundness = new Soundness(scope, findings, documents);
        new BlockRules(scope, soundness, findings).check();
        new CompositeTypeRules(scope, soundness, findings).check();
        checkModels(scope, soundness, findings);
        checkRelations(scope, soundness, findings);
        if (readable && findings.errorCount() == 0) {
            new ConstraintNameRules(scope.provider(), linked, findings).check();
        }
        return findings.build();
    }

    private static void checkModels(Scope scope, Soundness soundness, Findings findings) {
        KeyRules keys = new KeyRules(scope, findings);
        IndexRules indexes = new IndexRules(scope, findings);
        FieldRules fields = new FieldRules(scope, findings);
        DocumentRules documents = new DocumentRules(scope, findings);
        for (ResolvedBlock model : scope.models()) {
            if (!soundness.isSound(model)) {
                continue;
            }
            keys.check(model);
            fields.check(model);
            indexes.check(model);
            if (scope.has(Capability.DOCUMENT_ID)) {
                documents.check(model);
            }
        }
    }

    private static void checkRelations(Scope scope, Soundness soundness, Findings findings) {
        for (ResolvedBlock model : scope.models()) {
            for (ResolvedField field : model.fields()) {
                if (field.isRelation() && !soundness.isSound(field)) {
                    findings.markBroken(field);
                }
            }
        }
        RelationGraph graph = new RelationGraph(scope);
        new RelationFieldRules(scope, graph, findings).check();
        RelationRules relations = new RelationRules(scope, findings);
        ManyToManyRules manyToMany = new ManyToManyRules(scope, findings);
        for (ResolvedRelation relation : graph.relations()) {
            if (relation instanceof ResolvedRelation.Inline inline) {
                relations.check(inline);
            } else if (relation instanceof ResolvedRelation.Implicit implicit) {
                manyToMany.check(implicit);
            } else if (relation instanceof ResolvedRelation.Embedded embedded) {
                manyToMany.check(embedded);
            }
        }
        new CascadeRules(scope, graph, findings).check();
    }
}
