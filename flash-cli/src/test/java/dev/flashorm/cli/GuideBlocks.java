package dev.flashorm.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The fenced blocks of a guide: `prisma` is the schema, `java imports` and `java declarations` stand outside of methods,
 * `java` is an example, and `text` is what the example above it prints.
 */
record GuideBlocks(String schema, List<String> imports, List<String> declarations, List<Example> examples) {
    /** @param line of the block in the guide, 1-based */
    record Example(int line, String code, List<String> prints) {}

    static GuideBlocks read(Path guide) throws IOException {
        StringBuilder schema = new StringBuilder();
        List<String> imports = new ArrayList<>();
        List<String> declarations = new ArrayList<>();
        List<Example> examples = new ArrayList<>();
        List<String> lines = Files.readAllLines(guide);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).startsWith("```")) {
                continue;
            }
            String kind = lines.get(i).substring(3).strip();
            int start = i + 1;
            int end = start;
            while (!lines.get(end).equals("```")) {
                end++;
            }
            List<String> block = lines.subList(start, end);
            switch (kind) {
                case "prisma" -> block.forEach(line -> schema.append(line).append('\n'));
                case "java imports" -> imports.addAll(block);
                case "java declarations" -> declarations.add(String.join("\n", block) + "\n");
                case "java" -> examples.add(new Example(i + 1, String.join("\n", block) + "\n", new ArrayList<>()));
                case "text" -> examples.get(examples.size() - 1).prints().addAll(block);
                // Commands and build files are shown, and tested elsewhere.
                case "sh", "xml", "" -> {}
                default -> throw new IllegalArgumentException(guide + ":" + (i + 1) + ": a block of " + kind);
            }
            i = end;
        }
        return new GuideBlocks(schema.toString(), imports, declarations, examples);
    }
}
