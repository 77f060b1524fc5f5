package dev.rollcall.mydata;

import com.vaadin.flow.component.Component;

/// Something people settle about their own data, shown on the page about it. One bean for each.
public interface OwnDataChoice {

    /// Made for one page, in the name of whoever opens it.
    Component open();
}
