package dev.rollcall.kit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;

/// A list with the detail of one of its rows beside it. Where there is no room the detail lies over
/// the list as a dialog, and a dialog has a name.
public abstract class DetailLayout extends MasterDetailLayout {

    private static final long serialVersionUID = 1L;

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement()
                .executeJs(
                        "customElements.whenDefined(this.localName)"
                                + ".then(() => this.updateComplete)"
                                + ".then(() => this.shadowRoot.querySelector('[part~=detail]')"
                                + "?.setAttribute('aria-label', $0))",
                        getTranslation("kit.detail"));
    }
}
