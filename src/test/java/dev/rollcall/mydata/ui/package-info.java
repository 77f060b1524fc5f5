@NullMarked
package dev.rollcall.mydata.ui;

import org.jspecify.annotations.NullMarked;
