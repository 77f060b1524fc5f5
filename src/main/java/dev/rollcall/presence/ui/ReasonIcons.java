package dev.rollcall.presence.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.presence.ReasonIcon;

/// Draws the pictures of reasons.
public final class ReasonIcons {

    private ReasonIcons() {}

    public static VaadinIcon of(ReasonIcon icon) {
        return switch (icon) {
            case CUP -> VaadinIcon.COFFEE;
            case CUTLERY -> VaadinIcon.CUTLERY;
            case GROUP -> VaadinIcon.GROUP;
            case ACADEMY -> VaadinIcon.ACADEMY_CAP;
            case COMMENTS -> VaadinIcon.COMMENTS;
            case CLIPBOARD -> VaadinIcon.CLIPBOARD_TEXT;
            case PHONE -> VaadinIcon.PHONE;
            case TOOLS -> VaadinIcon.TOOLS;
            case HEART -> VaadinIcon.HEART_O;
            case HOME -> VaadinIcon.HOME_O;
            case CLOCK -> VaadinIcon.CLOCK;
            case EXIT -> VaadinIcon.SIGN_OUT;
            case DOTS -> VaadinIcon.ELLIPSIS_DOTS_H;
        };
    }
}
