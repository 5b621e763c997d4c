@NullMarked
package dev.flashorm.migrate.plan;

import org.jspecify.annotations.NullMarked;
