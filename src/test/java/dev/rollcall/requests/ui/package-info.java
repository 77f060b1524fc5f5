@NullMarked
package dev.rollcall.requests.ui;

import org.jspecify.annotations.NullMarked;
