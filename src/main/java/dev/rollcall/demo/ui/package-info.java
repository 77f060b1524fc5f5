/// What the demo says about itself on a page.
@NullMarked
package dev.rollcall.demo.ui;

import org.jspecify.annotations.NullMarked;
