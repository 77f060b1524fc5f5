/// The pages on which people say something to each other about their work.
@NullMarked
package dev.rollcall.feedback.ui;

import org.jspecify.annotations.NullMarked;
