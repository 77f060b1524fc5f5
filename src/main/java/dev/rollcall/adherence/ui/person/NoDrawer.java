package dev.rollcall.adherence.ui.person;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;

/// In place of a person nobody knows, or the viewer may not see: both look the same.
public final class NoDrawer extends Section {

    public NoDrawer(String externalId, Runnable onClose) {
        addClassNames("agent-drawer", "no-drawer");
        add(
                new H2(getTranslation("adherence.drawer.unknown")),
                new Paragraph(getTranslation("adherence.drawer.unknownWhy", externalId)),
                new Button(getTranslation("adherence.drawer.close"), _ -> onClose.run()));
    }
}
