/// Real browsers on the real product: one class for each thing a person does in a day.
@NullMarked
package dev.rollcall.journeys;

import org.jspecify.annotations.NullMarked;
