@NullMarked
package dev.broken.engine;

import org.jspecify.annotations.NullMarked;
