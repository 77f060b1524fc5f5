/// What tests stand on: the real database, the stopped clock, one shared application.
@NullMarked
package dev.rollcall.support;

import org.jspecify.annotations.NullMarked;
