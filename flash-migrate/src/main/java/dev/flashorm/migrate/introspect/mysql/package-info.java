/** The information schema of MySQL (8 and 9) and, as a variant, of MariaDB (10.6 to 11). */
@NullMarked
package dev.flashorm.migrate.introspect.mysql;

import org.jspecify.annotations.NullMarked;
