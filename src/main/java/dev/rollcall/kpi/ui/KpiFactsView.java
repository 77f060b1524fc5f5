package dev.rollcall.kpi.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.ReasonDialog;
import dev.rollcall.kit.Refusals;
import dev.rollcall.kpi.FactImport;
import dev.rollcall.kpi.FactSheet;
import dev.rollcall.kpi.GroupCounts;
import dev.rollcall.kpi.GroupCounts.Counts;
import dev.rollcall.kpi.KpiCounts;
import dev.rollcall.kpi.RejectedFacts;
import dev.rollcall.people.Group;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.InvalidInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Facts about what people achieved, for who looks after them: bring a file in, see what was not
/// accepted, settle what finished work counts as, count anew. Shows nobody's performance.
@Route("settings/kpi-facts")
@Menu(title = "kpi.facts.title", order = 90.7, icon = "vaadin:database")
@Requires(Permission.SETTINGS_ADMIN)
final class KpiFactsView extends Div implements HasDynamicTitle {

    private static final int TOAST_MILLIS = 6_000;
    private static final int SHOWN = 100;
    private static final int MEGABYTE = 1024 * 1024;

    private final FactImport imports;
    private final RejectedFacts rejected;
    private final GroupCounts groups;
    private final KpiCounts counts;
    private final Div file = new Div();
    private final Upload upload = new Upload();
    private final Div rejectedPlace = new Div();

    KpiFactsView(FactImport imports, RejectedFacts rejected, GroupCounts groups, KpiCounts counts) {
        this.imports = imports;
        this.rejected = rejected;
        this.groups = groups;
        this.counts = counts;
        addClassName("kpi-facts-view");
        file.getElement().setAttribute("aria-live", "polite");
        rejectedPlace.addClassName("fact-list");
        add(new H1(say("title")), new Paragraph(say("what")));
        add(importing(), rejectedPart(), groupPart(), recountPart());
    }

    @Override
    public String getPageTitle() {
        return say("title") + " – Rollcall";
    }

    private String say(String key, Object... values) {
        return getTranslation("kpi.facts." + key, values);
    }

    private static Section part(String title, Component... content) {
        var section = new Section(new H2(title));
        section.add(content);
        section.addClassName("performance-section");
        return section;
    }

    private static void tell(String sentence) {
        Notification.show(sentence, TOAST_MILLIS, Notification.Position.BOTTOM_START);
    }

    private <T> @Nullable T attempt(Supplier<T> deed) {
        try {
            return deed.get();
        } catch (RuntimeException e) {
            tell(Refusals.ofDeed(this::getTranslation).say(e));
            return null;
        }
    }

    // ------------------------------------------------------------------ files

    private Component importing() {
        upload.setMaxFiles(1);
        upload.setMaxFileSize(FactSheet.LARGEST_FILE);
        upload.setAcceptedFileExtensions(".csv", ".xlsx");
        upload.setI18n(
                new UploadI18N()
                        .setAddFiles(new UploadI18N.AddFiles().setOne(say("choose")))
                        .setDropFiles(new UploadI18N.DropFiles().setOne(say("drop")))
                        .setFile(new UploadI18N.File().setRemove(say("remove"))));
        upload.setUploadHandler(
                UploadHandler.inMemory((meta, bytes) -> look(meta.fileName(), bytes)));
        upload.addFileRejectedListener(
                _ -> fail(say("wrongFile", FactSheet.LARGEST_FILE / MEGABYTE)));
        upload.addFileRemovedListener(_ -> file.removeAll());
        return part(say("import.title"), new Paragraph(say("import.what")), upload, file);
    }

    private void look(String name, byte[] bytes) {
        try {
            file.removeAll();
            file.add(
                    new FactFilePanel(
                            imports,
                            FactSheet.read(name, bytes),
                            name,
                            () -> {
                                upload.clearFileList();
                                showRejected();
                            }));
        } catch (InvalidInput e) {
            fail(Refusals.ofDeed(this::getTranslation).say(e));
        }
    }

    private void fail(String sentence) {
        file.removeAll();
        var trouble = new Paragraph(sentence);
        trouble.getElement().setAttribute("role", "alert");
        file.add(trouble);
    }

    // ------------------------------------------------------------------ what was rejected

    private Component rejectedPart() {
        showRejected();
        return part(say("rejected.title"), new Paragraph(say("rejected.what")), rejectedPlace);
    }

    private void showRejected() {
        rejectedPlace.removeAll();
        var waiting = attempt(() -> rejected.open(0, SHOWN));
        if (waiting == null || waiting.isEmpty()) {
            rejectedPlace.add(new Paragraph(say("rejected.none")));
            return;
        }
        var grid = new Grid<RejectedFacts.Entry>();
        grid.setItems(waiting);
        grid.setAllRowsVisible(waiting.size() <= 10);
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.getElement().setAttribute("aria-label", say("rejected.title"));
        grid.getElement().setAttribute("theme", "wrap-cell-content");
        grid.addColumn(entry -> Days.withTime(entry.received(), getLocale()))
                .setHeader(say("rejected.received"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(entry -> entry.source() == null ? "" : entry.source())
                .setHeader(say("rejected.source"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(entry -> entry.id() == null ? "" : entry.id())
                .setHeader(say("rejected.id"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(RejectedFacts.Entry::detail).setHeader(say("rejected.why")).setFlexGrow(1);
        grid.addColumn(RejectedFacts.Entry::timesSeen)
                .setHeader(say("rejected.times"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        var replay = new Button(say("rejected.replay"), _ -> replay(chosen(grid, waiting)));
        var discard =
                new Button(
                        say("rejected.discard"),
                        _ -> {
                            var numbers = chosen(grid, waiting);
                            new ReasonDialog(
                                            say("rejected.discardTitle", numbers.size()),
                                            say("rejected.discardWhat"),
                                            say("rejected.discard"),
                                            reason -> {
                                                rejected.discard(numbers, reason);
                                                showRejected();
                                                return Optional.empty();
                                            })
                                    .open();
                        });
        discard.addThemeVariants(ButtonVariant.TERTIARY);
        var actions = new Div(replay, discard);
        actions.addClassName("goals-actions");
        rejectedPlace.add(grid, actions);
    }

    /// Those that are marked, all that are shown where none is.
    private static List<Long> chosen(
            Grid<RejectedFacts.Entry> grid, List<RejectedFacts.Entry> all) {
        var marked = grid.getSelectedItems();
        return (marked.isEmpty() ? all : List.copyOf(marked))
                .stream().map(RejectedFacts.Entry::number).sorted().toList();
    }

    private void replay(List<Long> numbers) {
        var accepted = attempt(() -> rejected.replay(numbers));
        if (accepted != null) {
            tell(say("rejected.replayed", accepted, numbers.size() - accepted));
        }
        showRejected();
    }

    // ------------------------------------------------------------------ own work

    private Component groupPart() {
        Map<Group, Counts> all = attempt(groups::all);
        var list = new Div();
        list.addClassName("kpi-groups");
        if (all == null || all.isEmpty()) {
            list.add(new Paragraph(say("groups.none")));
        } else {
            all.forEach((group, counted) -> list.add(choice(group, counted)));
        }
        return part(say("groups.title"), new Paragraph(say("groups.what")), list);
    }

    private Component choice(Group group, Counts counted) {
        var select = new Select<Counts>();
        select.setLabel(group.name());
        select.setItems(Counts.values());
        select.setItemLabelGenerator(each -> say("groups." + each));
        select.setValue(counted);
        select.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                attempt(() -> {
                    groups.decide(group.id(), event.getValue());
                    tell(say("groups.saved", group.name(), say("groups." + event.getValue())));
                    return "";
                });
            }
        });
        return select;
    }

    // ------------------------------------------------------------------ counting

    private Component recountPart() {
        var button =
                new Button(
                        say("recount.go"),
                        _ -> {
                            var mended = attempt(counts::recount);
                            if (mended != null) {
                                tell(say("recount.done", mended));
                            }
                        });
        return part(say("recount.title"), new Paragraph(say("recount.what")), new Div(button));
    }
}
