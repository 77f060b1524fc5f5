package dev.rollcall.oversight.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditEntry;
import dev.rollcall.audit.AuditFilter;
import dev.rollcall.kit.BrowseQuery;
import dev.rollcall.kit.BrowseView;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.Drawer;
import dev.rollcall.kit.Segments;
import dev.rollcall.oversight.AuditTrail;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.security.UserNames;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/// The audit log: who changed what and when, before and after, and who looked at whose detail.
@Route("settings/audit")
@RouteAlias("settings/audit/:record")
@Menu(title = "oversight.audit.title", order = 85, icon = "vaadin:book")
@Requires(Permission.AUDIT_VIEW)
final class AuditView extends BrowseView<AuditEntry> {

    private static final String ALL = "ALL";
    private static final List<String> DEEDS =
            List.of(ALL, AuditEntry.Kind.CHANGE.name(), AuditEntry.Kind.LOOK.name());

    private final AuditTrail trail;
    private final EntryWords words;
    private final Segments<String> deeds;
    private final ComboBox<Actor> who = new ComboBox<>();
    private final Select<String> what = new Select<>();
    private final TextField which = new TextField();
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();

    AuditView(AuditTrail trail, Directory directory, UserNames users) {
        super("oversight.audit", new AuditGrid(directory, users));
        this.trail = trail;
        this.words = new EntryWords(this::getTranslation, getLocale(), directory, users);
        deeds =
                new Segments<>(
                        say("deed"),
                        DEEDS,
                        deed -> say("deed." + deed),
                        deed ->
                                choose(
                                        query().with(
                                                        AuditQuery.DEED,
                                                        deed.equals(ALL) ? null : deed)));
        prepareFields();
        page().addTool(deeds, who, what, which, from, to, export());
    }

    private void prepareFields() {
        who.setAriaLabel(say("who"));
        who.setPlaceholder(say("everybody"));
        who.setClearButtonVisible(true);
        who.setItemLabelGenerator(words::actor);
        who.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                narrow(AuditQuery.WHO, e.getValue() == null ? "" : AuditQuery.key(e.getValue()));
            }
        });
        what.setAriaLabel(say("thing"));
        what.setEmptySelectionAllowed(true);
        what.setEmptySelectionCaption(say("everything"));
        what.setItemLabelGenerator(kind -> kind == null ? say("everything") : words.thing(kind));
        what.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                narrow(AuditQuery.WHAT, e.getValue() == null ? "" : e.getValue());
            }
        });
        which.setAriaLabel(say("which"));
        which.setPlaceholder(say("whichExample"));
        which.setClearButtonVisible(true);
        which.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        which.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                narrow(AuditQuery.WHICH, e.getValue().strip());
            }
        });
        day(from, AuditQuery.FROM);
        day(to, AuditQuery.TO);
    }

    private void day(DatePicker picker, String filter) {
        picker.setAriaLabel(say(filter));
        picker.setPlaceholder(say(filter));
        picker.setClearButtonVisible(true);
        picker.setLocale(getLocale());
        picker.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                narrow(filter, e.getValue() == null ? "" : e.getValue().toString());
            }
        });
    }

    private void narrow(String filter, String value) {
        choose(query().with(filter, value));
    }

    private Anchor export() {
        var link = new Anchor(file(), AttachmentType.DOWNLOAD, "");
        link.setText(say("export"));
        link.addComponentAsFirst(VaadinIcon.DOWNLOAD_ALT.create());
        link.addClassName("audit-export");
        return link;
    }

    /// Written while it is read: however long the log, nothing of it is kept in memory.
    private DownloadHandler file() {
        return event -> {
            var asked = new AtomicReference<>(AuditFilter.ALL);
            var inWords = new AtomicReference<>("");
            event.getUI()
                    .accessSynchronously(() -> {
                        asked.set(filter(query()));
                        inWords.set(inWords());
                    });
            event.setFileName("audit.csv");
            event.setContentType("text/csv;charset=UTF-8");
            try (var file =
                    new BufferedWriter(
                            new OutputStreamWriter(
                                    event.getOutputStream(), StandardCharsets.UTF_8))) {
                file.write(AuditCsv.HEADER);
                trail.export(asked.get(), inWords.get(), entry -> write(file, entry));
            }
        };
    }

    private static void write(Writer file, AuditEntry entry) {
        try {
            file.write(AuditCsv.line(entry));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The filter for the entry about the export, the same in every language.
    private String inWords() {
        return query().filters().entrySet().stream()
                .filter(filter -> !filter.getKey().equals(BrowseQuery.BEFORE))
                .map(filter -> filter.getKey() + " " + filter.getValue())
                .collect(
                        Collectors.collectingAndThen(
                                Collectors.joining(", "),
                                text -> text.isEmpty() ? "all entries" : text));
    }

    // ------------------------------------------------------------------ the list

    @Override
    protected void showList(BrowseQuery wanted) {
        var rows = trail.page(filter(wanted), wanted.before(), PAGE + 1);
        showPage(rows, AuditEntry::number, "", nothing(new Paragraph(say("none"))));
        deeds.show(wanted.get(AuditQuery.DEED).filter(DEEDS::contains).orElse(ALL));
        var actors = trail.actors();
        who.setItems(actors);
        who.setValue(
                actors.stream()
                        .filter(actor ->
                                AuditQuery.key(actor).equals(wanted.get(AuditQuery.WHO).orElse("")))
                        .findFirst()
                        .orElse(null));
        var kinds = trail.kindsOfThings();
        what.setItems(kinds);
        what.setValue(wanted.get(AuditQuery.WHAT).filter(kinds::contains).orElse(null));
        which.setValue(wanted.get(AuditQuery.WHICH).orElse(""));
        from.setValue(AuditQuery.day(wanted, AuditQuery.FROM).orElse(null));
        to.setValue(AuditQuery.day(wanted, AuditQuery.TO).orElse(null));
        from.setMax(to.getValue());
        to.setMin(from.getValue());
    }

    private static AuditFilter filter(BrowseQuery query) {
        return AuditQuery.filter(query, Days.zone());
    }

    @Override
    protected Optional<Drawer> drawer(String record) {
        return Optional.of(record)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .flatMap(text -> trail.read(Long.parseLong(text)))
                .map(entry -> new EntryDrawer(entry, words, this::close));
    }

    private String say(String key) {
        return getTranslation("oversight.audit." + key);
    }
}
