package dev.rollcall.usage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.List;

/// A table whose lines have a bar behind their first figure.
@Tag("table")
final class UsageTableView extends Component {

    private final Element body = new Element("tbody");

    /// @param columns the names of the figures' columns
    UsageTableView(String... columns) {
        var head = new Element("tr");
        head.appendChild(new Element("td"));
        for (var column : columns) {
            head.appendChild(new Element("th").setAttribute("scope", "col").setText(column));
        }
        getElement().getClassList().add("usage-table");
        getElement().appendChild(new Element("thead").appendChild(head), body);
    }

    /// @param percent how long the bar is
    /// @param figures one for each column
    void line(String name, int percent, List<String> figures) {
        var row = new Element("tr");
        row.appendChild(new Element("th").setAttribute("scope", "row").setText(name));
        figures.forEach(figure -> row.appendChild(new Element("td").setText(figure)));
        row.getStyle().set("--share", percent + "%");
        body.appendChild(row);
    }
}
