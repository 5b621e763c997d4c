@org.jspecify.annotations.NullMarked
package dev.flashorm.migrate.scratch;
