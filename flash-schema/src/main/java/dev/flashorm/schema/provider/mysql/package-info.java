/** MySQL and MariaDB, as the language sees it. */
@NullMarked
package dev.flashorm.schema.provider.mysql;

import org.jspecify.annotations.NullMarked;
