package dev.flashorm.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.codegen.java.JavaSettings;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every native type makes code that compiles, single, optional and as a list. */
class NativeTypesTest {
    private static final List<String> POSTGRESQL = List.of(
            "Int @db.SmallInt",
            "Int @db.Integer",
            "Int @db.Oid",
            "BigInt @db.BigInt",
            "Float @db.Real",
            "Float @db.DoublePrecision",
            "Decimal @db.Decimal(10, 2)",
            "Decimal @db.Money",
            "DateTime @db.Timestamp(6)",
            "DateTime @db.Timestamptz(6)",
            "DateTime @db.Date",
            "DateTime @db.Time(6)",
            "DateTime @db.Timetz(6)",
            "Boolean @db.Boolean",
            "Bytes @db.ByteA",
            "String @db.Uuid",
            "Json @db.Json",
            "Json @db.JsonB",
            "String @db.Text",
            "String @db.VarChar(10)",
            "String @db.Char(10)",
            "String @db.Citext",
            "String @db.Inet",
            "String @db.Bit(4)",
            "String @db.VarBit(4)",
            "String @db.Xml");

    private static final List<String> MYSQL = List.of(
            "Int @db.TinyInt",
            "Int @db.UnsignedTinyInt",
            "Int @db.SmallInt",
            "Int @db.UnsignedSmallInt",
            "Int @db.MediumInt",
            "Int @db.UnsignedMediumInt",
            "Int @db.Int",
            "Int @db.UnsignedInt",
            "Int @db.Year",
            "BigInt @db.BigInt",
            "BigInt @db.UnsignedBigInt",
            "Float @db.Float",
            "Float @db.Double",
            "Decimal @db.Decimal(10, 2)",
            "DateTime @db.DateTime(3)",
            "DateTime @db.Timestamp(3)",
            "DateTime @db.Date",
            "DateTime @db.Time(3)",
            "Boolean @db.TinyInt",
            "Boolean @db.Bit(1)",
            "Bytes @db.Binary(4)",
            "Bytes @db.VarBinary(4)",
            "Bytes @db.TinyBlob",
            "Bytes @db.Blob",
            "Bytes @db.MediumBlob",
            "Bytes @db.LongBlob",
            "Bytes @db.Bit(8)",
            "Json @db.Json",
            "String @db.Char(10)",
            "String @db.VarChar(10)",
            "String @db.TinyText",
            "String @db.Text",
            "String @db.MediumText",
            "String @db.LongText");

    @Test
    void postgresql(@TempDir Path output) throws IOException {
        compile("postgresql", POSTGRESQL, true, output);
    }

    @Test
    void mysql(@TempDir Path output) throws IOException {
        compile("mysql", MYSQL, false, output);
    }

    private static void compile(String provider, List<String> types, boolean hasLists, Path output) throws IOException {
        StringBuilder schema = new StringBuilder("datasource db {\n  provider = \"" + provider
                + "\"\n  url = env(\"DATABASE_URL\")\n}\n\nmodel Every {\n  id Int @id\n");
        int number = 0;
        for (String type : types) {
            String scalar = type.substring(0, type.indexOf(' '));
            String nativeType = type.substring(type.indexOf(' '));
            schema.append("  a").append(number).append(' ').append(type).append('\n');
            schema.append("  b")
                    .append(number)
                    .append(' ')
                    .append(scalar)
                    .append('?')
                    .append(nativeType)
                    .append('\n');
            if (hasLists) {
                schema.append("  c")
                        .append(number)
                        .append(' ')
                        .append(scalar)
                        .append("[]")
                        .append(nativeType);
                schema.append('\n');
            }
            number++;
        }
        SchemaResult result = SchemaCompiler.compile(
                List.of(new SourceFile("schema.flash", schema.append("}\n").toString())));
        assertThat(result.diagnostics()).isEmpty();
        assertThat(JavaCompilation.compile(new CodeGenerator().generate(result.schema(), JavaSettings.DEFAULT), output))
                .isEmpty();
    }
}
