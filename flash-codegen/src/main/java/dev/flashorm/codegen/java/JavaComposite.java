package dev.flashorm.codegen.java;

import com.palantir.javapoet.ClassName;
import dev.flashorm.codegen.ir.CompositeClient;
import java.util.List;

/**
 * A composite type in the words of Java.
 *
 * @param row the record: `Address`
 * @param columnsClass its columns: `Addresses`
 */
record JavaComposite(CompositeClient composite, ClassName row, ClassName columnsClass, List<JavaColumn> columns) {}
