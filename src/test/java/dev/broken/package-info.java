/// Classes that break the rules of the house, one way each, so that the rules can be seen to
/// notice.
@NullMarked
package dev.broken;

import org.jspecify.annotations.NullMarked;
