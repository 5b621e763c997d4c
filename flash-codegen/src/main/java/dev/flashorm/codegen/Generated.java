package dev.flashorm.codegen;

import java.util.List;

/**
 * What a `generator` block gives.
 *
 * @param output the folder of the files, relative to the schema's folder, or absolute
 * @param files in the order of their paths; the same schema gives the same bytes
 */
public record Generated(String output, List<GeneratedFile> files) {
    public Generated {
        files = List.copyOf(files);
    }
}
