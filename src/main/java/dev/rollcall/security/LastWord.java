package dev.rollcall.security;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.Page;
import java.util.function.Consumer;

/// The last a page is told before its server side ends. Ending the session of the browser right
/// after a push would close the line before the push is through, and the page would stay as it is
/// with everything on it.
public final class LastWord {

    private LastWord() {}

    /// Tells a page where to go and lets go of it: from now on it gets nothing, whether it goes or
    /// not. With its session locked, and not for the page whose request is being answered.
    public static void to(UI ui, Consumer<Page> word) {
        word.accept(ui.getPage());
        ui.push();
        // Waits for what is on its way, at most a second.
        ui.getSession().removeUI(ui);
    }
}
