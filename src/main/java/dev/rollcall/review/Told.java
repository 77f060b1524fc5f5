package dev.rollcall.review;

import com.vaadin.flow.component.icon.VaadinIcon;

/// A moment with the kind it is of.
///
/// @param kind key of what the kind is called
public record Told(String kind, VaadinIcon icon, Moment moment) {}
