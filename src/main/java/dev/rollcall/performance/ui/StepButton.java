package dev.rollcall.performance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;

/// A button to what comes before or after.
final class StepButton {

    private StepButton() {}

    /// @param shortcut the key that does the same; empty for none
    static Button of(
            PerformanceWords words, VaadinIcon icon, String key, String shortcut, Runnable go) {
        var button = new Button(icon.create(), _ -> go.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(words.say(key));
        button.setTooltipText(
                shortcut.isEmpty() ? words.say(key) : words.say("key", words.say(key), shortcut));
        return button;
    }
}
