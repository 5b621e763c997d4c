package dev.flashorm.cli.command;

import dev.flashorm.cli.config.Project;
import dev.flashorm.cli.output.JsonObject;
import dev.flashorm.codegen.CodeGenerator;
import dev.flashorm.codegen.Generated;
import dev.flashorm.codegen.Language;
import dev.flashorm.codegen.ir.Client;
import dev.flashorm.codegen.write.SourceWriter;
import dev.flashorm.schema.model.Generator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What one generator block gives, and where to.
 *
 * @param output for people
 */
record GeneratorRun(Generator generator, Language language, String output, SourceWriter writer, Generated generated) {
    /** All is generated before anything is written: one block that can't be must not leave the others half done. */
    static List<GeneratorRun> of(CompiledSchema compiled, List<Generator> generators, Project project) {
        Client client = new CodeGenerator().client(compiled.schema());
        List<GeneratorRun> runs = new ArrayList<>();
        for (Generator generator : generators) {
            Language language = CodeGenerator.language(generator).orElseThrow();
            Generated generated = language.generate(compiled.schema(), client, generator);
            Path output = project.schemaFolder().resolve(generated.output()).normalize();
            runs.add(new GeneratorRun(
                    generator,
                    language,
                    project.display(output),
                    new SourceWriter(output, generator.name()),
                    generated));
        }
        return runs;
    }

    /** @param writes whether to write, or to say what would be written */
    SourceWriter.Result result(boolean writes) throws IOException {
        return writes ? writer.write(generated.files()) : writer.compare(generated.files());
    }

    /** One line for people. */
    String line(SourceWriter.Result result, boolean written) {
        return output + "/: " + Counted.of(result.written().size(), "file")
                + (written ? " written, " : " to write, ")
                + result.unchanged().size() + " unchanged, "
                + result.removed().size()
                + (written ? " removed" : " to remove");
    }

    JsonObject data(SourceWriter.Result result) {
        return new JsonObject()
                .put("generator", generator.name())
                .put("language", language.provider())
                .put("output", output)
                .put("written", result.written())
                .put("unchanged", result.unchanged())
                .put("removed", result.removed());
    }
}
