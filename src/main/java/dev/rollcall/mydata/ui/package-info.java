/// The page about one's own data.
@NullMarked
package dev.rollcall.mydata.ui;

import org.jspecify.annotations.NullMarked;
