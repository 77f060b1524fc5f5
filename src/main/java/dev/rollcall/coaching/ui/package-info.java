/// Where coaches prepare and hold sessions, and where people find their own.
@NullMarked
package dev.rollcall.coaching.ui;

import org.jspecify.annotations.NullMarked;
