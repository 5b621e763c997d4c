@NullMarked
package dev.flashorm.runtime.query.mongodb;

import org.jspecify.annotations.NullMarked;
