/** SQL text as tokens and statements: enough to send a file to a server piece by piece and to name each piece's place. */
@NullMarked
package dev.flashorm.migrate.sql;

import org.jspecify.annotations.NullMarked;
