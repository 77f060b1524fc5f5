package dev.rollcall.kit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;

/// A list with the detail of one of its rows beside it. Where there is no room the detail lies over
/// the list as a dialog, and a dialog has a name.
public abstract class DetailLayout extends MasterDetailLayout {

    private static final long serialVersionUID = 1L;

    /// It is a dialog only while it lies over the list, and only a dialog may have a name.
    private static final String NAME_THE_DIALOG =
            """
            customElements.whenDefined(this.localName)
              .then(() => this.updateComplete)
              .then(() => {
                const detail = this.shadowRoot.querySelector('[part~=detail]');
                const name = () => detail.hasAttribute('role')
                  ? detail.setAttribute('aria-label', $0)
                  : detail.removeAttribute('aria-label');
                new MutationObserver(name).observe(detail, {attributeFilter: ['role']});
                name();
              });
            """;

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs(NAME_THE_DIALOG, getTranslation("kit.detail"));
    }
}
