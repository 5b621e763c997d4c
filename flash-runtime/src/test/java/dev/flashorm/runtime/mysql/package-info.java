@NullMarked
package dev.flashorm.runtime.mysql;

import org.jspecify.annotations.NullMarked;
