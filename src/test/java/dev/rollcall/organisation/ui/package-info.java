@NullMarked
package dev.rollcall.organisation.ui;

import org.jspecify.annotations.NullMarked;
