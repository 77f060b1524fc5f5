package dev.rollcall.kit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationTrigger;

/// Asks before something typed is lost: here when somebody goes to another place of the product, in
/// the browser when they close or reload the page.
public final class LeaveGuard extends Div {

    private boolean dirty;

    public LeaveGuard() {
        addClassName("rollcall-visually-hidden");
        getElement().setAttribute("aria-hidden", "true");
    }

    /// @param nowDirty whether leaving would lose something
    public void changed(boolean nowDirty) {
        if (nowDirty == dirty) {
            return;
        }
        dirty = nowDirty;
        // On the page, not on this component: it may be leaving.
        UI.getCurrentOrThrow()
                .getPage()
                .executeJs(
                        "window.onbeforeunload = $0 ? event => event.preventDefault() : null",
                        dirty);
    }

    /// Holds the navigation until it is decided.
    public void ask(BeforeLeaveEvent event) {
        var leave = event.postpone();
        var question = new ConfirmDialog();
        question.setHeader(getTranslation("kit.form.leave.title"));
        question.setText(getTranslation("kit.form.leave.text"));
        question.setWidth("26rem");
        question.setConfirmText(getTranslation("kit.form.leave.stay"));
        question.setRejectable(true);
        question.setRejectText(getTranslation("kit.form.leave.discard"));
        question.addRejectListener(_ -> {
            changed(false);
            leave.proceed();
        });
        var here = UI.getCurrentOrThrow().getInternals().getActiveViewLocation();
        boolean fromHistory = event.getTrigger() == NavigationTrigger.HISTORY;
        Runnable stay =
                () -> {
                    leave.cancel();
                    if (fromHistory) {
                        putBack(here);
                    }
                };
        question.addConfirmListener(_ -> stay.run());
        question.addCancelListener(_ -> stay.run());
        question.open();
    }

    /// The browser has gone back already; the address belongs to what is still shown.
    private static void putBack(Location location) {
        UI.getCurrentOrThrow().getPage().getHistory().pushState(null, location);
    }
}
