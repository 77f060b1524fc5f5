@NullMarked
package dev.rollcall.backoffice;

import org.jspecify.annotations.NullMarked;
