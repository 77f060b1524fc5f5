/// The rules of alerts, and the alerts of whoever looks, those held back among them.
@NullMarked
package dev.rollcall.alerts.ui;

import org.jspecify.annotations.NullMarked;
