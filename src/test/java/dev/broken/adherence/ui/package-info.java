@NullMarked
package dev.broken.adherence.ui;

import org.jspecify.annotations.NullMarked;
