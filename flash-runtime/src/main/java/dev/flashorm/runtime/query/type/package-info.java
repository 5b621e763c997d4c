/** What the databases share in the way values travel. */
@NullMarked
package dev.flashorm.runtime.query.type;

import org.jspecify.annotations.NullMarked;
