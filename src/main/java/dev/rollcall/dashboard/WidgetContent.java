package dev.rollcall.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.util.List;

/// What one window shows of a widget. Used with the page locked.
public interface WidgetContent {

    Component component();

    /// Whose figures these are and of when: `North · now`.
    String scope();

    /// Where there is more of it, as an address below this one's host; empty for nowhere.
    String fullPage();

    /// Begins to keep the component up to date, and tells the frame how that goes, until the answer
    /// is removed. Called whenever the widget comes into sight; out of sight it costs nothing.
    /// [Following] does most of it.
    Registration follow(UI ui, WidgetFrame frame);

    /// What it shows as a table, its first line the names of the columns.
    List<List<String>> table();
}
