package dev.rollcall.dashboard.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.rollcall.dashboard.Dashboard.Origin;
import dev.rollcall.dashboard.Dashboards;
import dev.rollcall.dashboard.WidgetCatalogue;
import dev.rollcall.kit.DetailLayout;
import dev.rollcall.kit.PageKeys;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import org.jspecify.annotations.Nullable;

/// A manager's dashboard: the widgets they chose, where they put them.
@Route("dashboard")
@Menu(title = "dashboard.title", order = 5, icon = "vaadin:dashboard")
@Requires({Permission.ADHERENCE_VIEW, Permission.PRESENCE_VIEW, Permission.UNIT_STATUS_VIEW})
final class DashboardView extends DetailLayout implements HasDynamicTitle {

    private final WidgetCatalogue catalogue;
    private final Access access;
    private final Arranging arranging;
    private final Span origin = new Span();
    private final Button edit = new Button();
    private final Div nothing = new Div();
    private final MenuItem reset;
    private final MenuItem share;
    private @Nullable WidgetPicker picker;

    DashboardView(
            Dashboards dashboards,
            WidgetCatalogue catalogue,
            Audiences audiences,
            Access access,
            ApplicationClock clock) {
        this.catalogue = catalogue;
        this.access = access;
        arranging =
                new Arranging(
                        dashboards,
                        catalogue,
                        audiences.current(getLocale()),
                        clock,
                        this::getTranslation,
                        this::refresh);
        addClassName("dashboard-view");
        setSizeFull();
        setMasterSize("min(100%, 30rem)");
        setExpandMaster(true);
        setDetailSize("26rem");
        addBackdropClickListener(_ -> closePicker());
        addDetailEscapePressListener(_ -> closePicker());

        var more = new MenuBar();
        more.addThemeVariants(MenuBarVariant.TERTIARY);
        var actions = more.addItem(VaadinIcon.ELLIPSIS_DOTS_V.create());
        actions.setAriaLabel(getTranslation("dashboard.actions"));
        reset = actions.getSubMenu().addItem(resetWords(), _ -> arranging.reset());
        share = actions.getSubMenu().addItem(shareWords(), _ -> arranging.share());
        setMaster(page(more));
        refresh();
    }

    private Div page(MenuBar more) {
        origin.addClassName("dashboard-origin");
        edit.addClickListener(_ -> arranging.edit(!arranging.isEditing()));
        var widgets =
                new Button(
                        getTranslation("dashboard.widgets"),
                        VaadinIcon.PLUS.create(),
                        _ -> togglePicker());
        var buttons = new Div(widgets, edit, more);
        buttons.addClassName("records-head-actions");
        var head = new Div(new H1(getTranslation("dashboard.title")), origin, buttons);
        head.addClassName("records-head");
        nothing.addClassName("board-empty");
        nothing.add(
                new Paragraph(getTranslation("dashboard.nothing")),
                new Button(getTranslation("dashboard.widgets"), _ -> togglePicker()));
        var keys = new PageKeys().on("Escape", this::closePicker);
        var page = new Div(keys, head, arranging.notices(), nothing, arranging.board());
        page.addClassName("dashboard");
        return page;
    }

    private String resetWords() {
        return getTranslation("dashboard.reset");
    }

    private String shareWords() {
        var team = arranging.saved().team();
        return team == null
                ? getTranslation("dashboard.share.all")
                : getTranslation("dashboard.share", team.name());
    }

    /// After any change of the board: what stands round it follows.
    private void refresh() {
        var saved = arranging.saved();
        origin.setText(
                getTranslation(
                        "dashboard.origin." + saved.origin(),
                        saved.team() == null ? "" : saved.team().name()));
        edit.setText(getTranslation(arranging.isEditing() ? "dashboard.done" : "dashboard.edit"));
        reset.setEnabled(saved.origin() == Origin.OWN);
        share.setVisible(saved.mayShare());
        boolean empty = arranging.shown().widgets().isEmpty();
        nothing.setVisible(empty);
        edit.setVisible(!empty || arranging.isEditing());
        if (picker != null) {
            picker.show(arranging.shown());
        }
    }

    private void togglePicker() {
        if (picker != null) {
            closePicker();
            return;
        }
        picker =
                new WidgetPicker(
                        catalogue.offeredTo(access.viewer()), arranging, this::closePicker);
        setDetail(picker);
        picker.focusTitle();
    }

    private void closePicker() {
        picker = null;
        setDetail(null);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("dashboard.title") + " – Rollcall";
    }
}
