@NullMarked
package dev.rollcall.backoffice.ui;

import org.jspecify.annotations.NullMarked;
