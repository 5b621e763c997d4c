package dev.flashorm.schema.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.schema.model.FieldType.Scalar;
import dev.flashorm.schema.model.NativeType;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProvidersTest {
    @Test
    void everyProviderAnswersToItsNameAndAliases() {
        for (Provider provider : Providers.all()) {
            assertThat(Providers.byName(provider.name()).orElseThrow().name()).isEqualTo(provider.name());
            for (String alias : provider.aliases()) {
                assertThat(Providers.byName(alias).orElseThrow().name()).isEqualTo(provider.name());
            }
        }
        assertThat(Providers.byName("oracle")).isEmpty();
    }

    @Test
    void defaultsAreTheReferenceImplementations() {
        assertThat(defaultOf("postgresql", Scalar.DECIMAL)).isEqualTo("Decimal(65, 30)");
        assertThat(defaultOf("postgresql", Scalar.DATE_TIME)).isEqualTo("Timestamp(3)");
        assertThat(defaultOf("mysql", Scalar.STRING)).isEqualTo("VarChar(191)");
        assertThat(defaultOf("mysql", Scalar.BOOLEAN)).isEqualTo("TinyInt");
        assertThat(defaultOf("sqlite", Scalar.JSON)).isEqualTo("JSONB");
        assertThat(defaultOf("mongodb", Scalar.DECIMAL)).isEqualTo("none");
    }

    @Test
    void everyDefaultIsANativeTypeThatStoresItsScalarAndFitsItsArguments() {
        for (Provider provider : Providers.all()) {
            if (provider.nativeTypes().isEmpty()) {
                continue;
            }
            for (Scalar scalar : Scalar.values()) {
                NativeType type = provider.defaultNativeType(scalar).orElse(null);
                if (type == null) {
                    continue;
                }
                NativeTypeDefinition definition =
                        provider.nativeType(type.name()).orElseThrow();
                assertThat(definition.stores(scalar))
                        .as(provider.name() + " " + scalar)
                        .isTrue();
                assertThat(type.arguments().size())
                        .isIn(0, definition.arguments().size());
                for (int i = 0; i < type.arguments().size(); i++) {
                    NativeTypeDefinition.Argument argument =
                            definition.arguments().get(i);
                    assertThat(Long.parseLong(type.arguments().get(i))).isBetween(argument.min(), argument.max());
                }
            }
        }
    }

    @Test
    void nativeTypeNamesAreDistinct() {
        for (Provider provider : Providers.all()) {
            List<String> names = provider.nativeTypes().stream()
                    .map(NativeTypeDefinition::name)
                    .toList();
            assertThat(new HashSet<>(names)).hasSameSizeAs(names);
        }
    }

    private static String defaultOf(String provider, Scalar scalar) {
        return Providers.byName(provider)
                .orElseThrow()
                .defaultNativeType(scalar)
                .map(NativeType::toString)
                .orElse("none");
    }
}
