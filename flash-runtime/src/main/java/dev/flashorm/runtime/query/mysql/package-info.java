/** How values travel between Java and MySQL and MariaDB. */
@NullMarked
package dev.flashorm.runtime.query.mysql;

import org.jspecify.annotations.NullMarked;
