package dev.flashorm.schema.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.source.SourceFile;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The forms for tools: SARIF, workflow commands, plain data. */
class ReportsTest {
    private final SourceFile file = new SourceFile(
            "my schema.flash", "model Post {\n  id Int @id\n  author Usr\n}\nmodel User {\n  id Int @id\n}\n");
    private final List<Diagnostic> diagnostics =
            SchemaCompiler.compile(List.of(file)).diagnostics();

    @Test
    void workflowCommands() {
        assertThat(GithubAnnotations.render(diagnostics)).isEqualTo("""
                ::error file=my schema.flash,line=3,endLine=3,col=10,endColumn=13,title=F2001::the type `Usr` is not declared: no model, enum or type has this name%0Ahelp: did you mean `User`?
                """);
    }

    @Test
    void sarif() throws IOException {
        String sarif = SarifReport.render(diagnostics, "1.0");
        readAll(sarif);
        assertThat(sarif)
                .contains("\"ruleId\": \"F2001\"")
                .contains("my%20schema.flash")
                .contains("\"startLine\": 3")
                .contains("\"text\": \"a type that is not declared\"")
                .contains("\"insertedContent\"");
    }

    @Test
    void plainData() {
        DiagnosticData data = DiagnosticData.of(diagnostics.get(0));
        assertThat(data.place()).isEqualTo(new DiagnosticData.Place("my schema.flash", 3, 10, 3, 13));
        assertThat(data.severity()).isEqualTo("error");
        assertThat(data.help().get(0).edits())
                .containsExactly(
                        new DiagnosticData.Edit(new DiagnosticData.Place("my schema.flash", 3, 10, 3, 13), "User"));
    }

    @Property
    void whateverTheTextTheReportsAreWellFormed(@ForAll String text) throws IOException {
        SourceFile any = new SourceFile(text, text);
        Diagnostic diagnostic = Diagnostic.error("F1001", any.span(0, text.length()), text)
                .label(text)
                .help(text, new TextEdit(any.span(0, 0), text))
                .note(text)
                .build();
        readAll(SarifReport.render(List.of(diagnostic), text));
        assertThat(GithubAnnotations.render(List.of(diagnostic))).hasLineCount(1);
    }

    private static void readAll(String json) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            int tokens = 0;
            while (parser.nextToken() != null) {
                tokens++;
            }
            assertThat(tokens).isGreaterThan(10);
        }
    }
}
