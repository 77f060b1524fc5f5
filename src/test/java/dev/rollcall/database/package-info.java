@NullMarked
package dev.rollcall.database;

import org.jspecify.annotations.NullMarked;
