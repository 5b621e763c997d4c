/** PostgreSQL's catalog (chapter 53 of the manual), versions 14 to 18. */
@NullMarked
package dev.flashorm.migrate.introspect.postgresql;

import org.jspecify.annotations.NullMarked;
