@NullMarked
package dev.rollcall.mydata;

import org.jspecify.annotations.NullMarked;
