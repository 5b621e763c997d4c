/** MongoDB, as the language sees it. */
@NullMarked
package dev.flashorm.schema.provider.mongodb;

import org.jspecify.annotations.NullMarked;
