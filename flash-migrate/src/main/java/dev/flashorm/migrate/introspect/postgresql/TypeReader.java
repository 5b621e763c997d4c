package dev.flashorm.migrate.introspect.postgresql;

import dev.flashorm.migrate.dialect.postgresql.TypeNames;
import dev.flashorm.migrate.introspect.CatalogRow;
import dev.flashorm.migrate.physical.ColumnType;
import java.sql.SQLException;

/** Column types: enums by name, the base type of a domain, everything else as `format_type` writes it. */
final class TypeReader {
    private final Namespaces namespaces;

    TypeReader(Namespaces namespaces) {
        this.namespaces = namespaces;
    }

    ColumnType type(CatalogRow row) throws SQLException {
        boolean array = row.flag("is_array");
        if (row.letter("element_kind") == 'e') {
            ColumnType type = ColumnType.ofEnum(namespaces.name(row.text("element_schema"), row.text("element_name")));
            return array ? type.asArray() : type;
        }
        if (row.text("element_name").equals("citext")) {
            // An extension's type keeps its name, whichever schema the extension was put into.
            ColumnType type = TypeNames.parse("citext");
            return array ? type.asArray() : type;
        }
        return TypeNames.parse(row.text("base_type"));
    }
}
