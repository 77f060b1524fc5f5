package dev.rollcall.coaching.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import dev.rollcall.coaching.Material;

/// A way to something outside of Rollcall, in a window of its own.
final class MaterialLink {

    private MaterialLink() {}

    static Anchor of(Material material) {
        var link = new Anchor(material.link(), material.title(), AnchorTarget.BLANK);
        link.getElement().setAttribute("rel", "noopener noreferrer");
        return link;
    }
}
