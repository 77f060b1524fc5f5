/// What supervisors excuse people with, and what people explain themselves with.
@NullMarked
package dev.rollcall.excuses.ui;

import org.jspecify.annotations.NullMarked;
