package dev.flashorm.migrate.dialect.postgresql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Operator classes, by the tables of chapters 64 to 70 of the manual. */
final class OperatorClasses {
    /** Words that the language writes as two and PostgreSQL as one. */
    private static final List<String> ONE_WORD =
            List.of("min_max", "var_bit", "timestamp_tz", "time_tz", "ts_vector", "ts_query", "mac_addr", "byte_a");

    private OperatorClasses() {}

    /** The class to write, in PostgreSQL's spelling; empty when every column of its type gets it anyway. */
    static Optional<String> nonDefault(Optional<String> method, String name) {
        String operatorClass = spelling(name);
        boolean optional = operatorClass.endsWith("_pattern_ops")
                || operatorClass.endsWith("_bloom_ops")
                || operatorClass.endsWith("_minmax_multi_ops")
                || operatorClass.equals("jsonb_path_ops")
                || operatorClass.equals("kd_point_ops")
                || (operatorClass.equals("inet_ops") && method.equals(Optional.of("GIST")))
                || !isBuiltIn(operatorClass);
        return optional ? Optional.of(operatorClass) : Optional.empty();
    }

    private static boolean isBuiltIn(String operatorClass) {
        return operatorClass.endsWith("_minmax_ops")
                || operatorClass.endsWith("_inclusion_ops")
                || List.of(
                                "array_ops",
                                "jsonb_ops",
                                "tsvector_ops",
                                "tsquery_ops",
                                "box_ops",
                                "circle_ops",
                                "inet_ops",
                                "network_ops",
                                "point_ops",
                                "poly_ops",
                                "quad_point_ops",
                                "range_ops",
                                "multirange_ops",
                                "text_ops",
                                "varchar_ops",
                                "bpchar_ops",
                                "int2_ops",
                                "int4_ops",
                                "int8_ops",
                                "float4_ops",
                                "float8_ops",
                                "numeric_ops",
                                "date_ops",
                                "time_ops",
                                "timetz_ops",
                                "timestamp_ops",
                                "timestamptz_ops",
                                "uuid_ops",
                                "bool_ops",
                                "bytea_ops",
                                "enum_ops",
                                "record_ops",
                                "interval_ops",
                                "oid_ops",
                                "bit_ops",
                                "varbit_ops")
                        .contains(operatorClass);
    }

    /** `JsonbPathOps` becomes `jsonb_path_ops`; what is in lower case already stays. */
    private static String spelling(String name) {
        if (name.equals(name.toLowerCase(Locale.ROOT))) {
            return name;
        }
        StringBuilder out = new StringBuilder(name.length() + 8);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c) && i > 0) {
                out.append('_');
            }
            out.append(Character.toLowerCase(c));
        }
        String snake = out.toString();
        for (String word : ONE_WORD) {
            snake = snake.replace(word, word.replace("_", ""));
        }
        return snake;
    }
}
