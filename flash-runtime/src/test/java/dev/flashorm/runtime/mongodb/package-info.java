@NullMarked
package dev.flashorm.runtime.mongodb;

import org.jspecify.annotations.NullMarked;
