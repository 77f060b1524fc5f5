package dev.rollcall.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.Arrays;
import java.util.List;

/// A table of plain text: what a chart shows, for people who would rather read, or hear, it.
@Tag("table")
public class PlainTable extends Component {

    private final Element body = new Element("tbody");

    /// @param columns keys of the columns' names
    public PlainTable(String... columns) {
        getElement().getClassList().add("plain-table");
        var names = Arrays.stream(columns).map(this::getTranslation).toList();
        getElement().appendChild(new Element("thead").appendChild(row("th", names)), body);
    }

    /// Adds a line of plain text.
    public final void line(List<String> cells) {
        body.appendChild(row("td", cells));
    }

    private static Element row(String cell, List<String> texts) {
        var row = new Element("tr");
        for (var text : texts) {
            var element = new Element(cell).setText(text);
            if (cell.equals("th")) {
                element.setAttribute("scope", "col");
            }
            row.appendChild(element);
        }
        return row;
    }
}
