package dev.flashorm.codegen.java;

import dev.flashorm.codegen.ir.Client;
import dev.flashorm.codegen.ir.ColumnClient;
import dev.flashorm.codegen.ir.ModelClient;
import dev.flashorm.codegen.ir.ValueType;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.model.Model;
import dev.flashorm.schema.model.Schema;
import java.util.List;

/**
 * How many columns a record can have: a constructor takes 255 words, itself among them, and a {@code long} or a
 * {@code double} is two (Java Virtual Machine Specification, 4.3.3).
 */
final class RecordLimit {
    private static final int MOST_WORDS = 254;
    private static final String TOO_WIDE = "F7004";

    private RecordLimit() {}

    /** @throws FailureException F7004, at the first model that is too wide */
    static void check(Schema schema, Client client) {
        for (ModelClient model : client.models()) {
            int words = words(model.columns());
            if (words > MOST_WORDS) {
                throw FailureException.failed(
                                TOO_WIDE,
                                "the model `" + model.name() + "` has "
                                        + model.columns().size() + " columns, more than a Java record can hold")
                        .at(schema.model(model.name()).map(Model::span).orElseThrow())
                        .help("a record holds " + MOST_WORDS + " columns, of which each required `BigInt` or `Float`"
                                + " counts twice: leave columns out of the code with `@ignore`, or move some to a model"
                                + " beside it")
                        .build();
            }
        }
    }

    private static int words(List<ColumnClient> columns) {
        int words = 0;
        for (ColumnClient column : columns) {
            boolean isPrimitive = !column.isNullable() && !column.isList();
            boolean isWide = column.type() == ValueType.BIG_INT || column.type() == ValueType.FLOAT;
            words += isPrimitive && isWide ? 2 : 1;
        }
        return words;
    }
}
