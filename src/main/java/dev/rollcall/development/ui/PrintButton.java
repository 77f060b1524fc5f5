package dev.rollcall.development.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;

/// Prints the plan and nothing around it.
final class PrintButton extends Button {

    PrintButton(DevelopmentWords words) {
        super(words.say("print"), VaadinIcon.PRINT.create());
        addClassName("review-tools");
        addClickListener(_ -> getElement().executeJs("window.print()"));
    }
}
