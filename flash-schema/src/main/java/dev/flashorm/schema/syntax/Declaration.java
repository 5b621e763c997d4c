package dev.flashorm.schema.syntax;

import dev.flashorm.schema.source.Span;
import java.util.List;
import java.util.Optional;

/** A block of a schema file. */
public sealed interface Declaration {
    Identifier name();

    /** The `///` lines right above, without the slashes, joined by line feeds. */
    Optional<String> documentation();

    /** From the keyword to the closing brace. */
    Span span();

    /** False where its last brace is missing, so that it ends where the next block begins. */
    default boolean isClosed() {
        return span().file().text().charAt(span().end() - 1) == '}';
    }

    /** The word that opens the block: `model`. */
    String keyword();

    /** A block whose lines are fields. */
    sealed interface WithFields extends Declaration permits ModelDeclaration, CompositeTypeDeclaration {
        List<FieldDeclaration> fields();

        List<Attribute> attributes();

        /** The first block attribute of this name. */
        default Optional<Attribute> attribute(String attributeName) {
            return find(attributes(), attributeName);
        }
    }

    /** A block whose lines are settings. */
    sealed interface WithSettings extends Declaration permits DatasourceDeclaration, GeneratorDeclaration {
        List<Setting> settings();

        /** The first setting of this key. */
        default Optional<Setting> setting(String key) {
            for (Setting setting : settings()) {
                if (setting.key().text().equals(key)) {
                    return Optional.of(setting);
                }
            }
            return Optional.empty();
        }
    }

    /** `model` or `view`. */
    record ModelDeclaration(
            Identifier name,
            boolean isView,
            List<FieldDeclaration> fields,
            List<Attribute> attributes,
            Optional<String> documentation,
            Span span)
            implements WithFields {
        public ModelDeclaration {
            fields = List.copyOf(fields);
            attributes = List.copyOf(attributes);
        }

        @Override
        public String keyword() {
            return isView ? "view" : "model";
        }
    }

    /** `type`. */
    record CompositeTypeDeclaration(
            Identifier name,
            List<FieldDeclaration> fields,
            List<Attribute> attributes,
            Optional<String> documentation,
            Span span)
            implements WithFields {
        public CompositeTypeDeclaration {
            fields = List.copyOf(fields);
            attributes = List.copyOf(attributes);
        }

        @Override
        public String keyword() {
            return "type";
        }
    }

    /** `enum`. */
    record EnumDeclaration(
            Identifier name,
            List<EnumValueDeclaration> values,
            List<Attribute> attributes,
            Optional<String> documentation,
            Span span)
            implements Declaration {
        public EnumDeclaration {
            values = List.copyOf(values);
            attributes = List.copyOf(attributes);
        }

        @Override
        public String keyword() {
            return "enum";
        }

        /** The first block attribute of this name. */
        public Optional<Attribute> attribute(String attributeName) {
            return find(attributes, attributeName);
        }

        /** The first value of this name. */
        public Optional<EnumValueDeclaration> value(String valueName) {
            for (EnumValueDeclaration value : values) {
                if (value.name().text().equals(valueName)) {
                    return Optional.of(value);
                }
            }
            return Optional.empty();
        }
    }

    /** `datasource`. */
    record DatasourceDeclaration(Identifier name, List<Setting> settings, Optional<String> documentation, Span span)
            implements WithSettings {
        public DatasourceDeclaration {
            settings = List.copyOf(settings);
        }

        @Override
        public String keyword() {
            return "datasource";
        }
    }

    /** `generator`. */
    record GeneratorDeclaration(Identifier name, List<Setting> settings, Optional<String> documentation, Span span)
            implements WithSettings {
        public GeneratorDeclaration {
            settings = List.copyOf(settings);
        }

        @Override
        public String keyword() {
            return "generator";
        }
    }

    /** The first attribute of this name. */
    static Optional<Attribute> find(List<Attribute> attributes, String name) {
        for (Attribute attribute : attributes) {
            if (attribute.is(name)) {
                return Optional.of(attribute);
            }
        }
        return Optional.empty();
    }
}
