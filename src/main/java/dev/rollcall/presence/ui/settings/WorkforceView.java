package dev.rollcall.presence.ui.settings;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.rollcall.kit.LeaveGuard;
import dev.rollcall.kit.Refusals;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.PresenceState.Base;
import dev.rollcall.presence.Reason;
import dev.rollcall.presence.ReasonDraft;
import dev.rollcall.presence.Reasons;
import dev.rollcall.presence.Tracking;
import dev.rollcall.presence.TrackingForm;
import dev.rollcall.presence.TrackingPolicy;
import dev.rollcall.schedule.WorkforceManagement;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.EditConflict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Whose attendance and availability is tracked, what that asks of people, and the reasons they
/// choose from.
@Route("settings/workforce")
@Menu(title = "presence.settings.title", order = 70, icon = "vaadin:user-clock")
@Requires(Permission.SETTINGS_ADMIN)
final class WorkforceView extends Div implements BeforeLeaveObserver, HasDynamicTitle {

    private static final int CONFIRMATION_MILLIS = 4000;

    private final Tracking tracking;
    private final Reasons reasons;
    private final Directory directory;
    private final Checkbox enabled = new Checkbox();
    private final MultiSelectComboBox<Group> groups = new MultiSelectComboBox<>();
    private final Paragraph whom = new Paragraph();
    private final Checkbox whileWorking = new Checkbox();
    private final IntegerField forgotten = new IntegerField();
    private final Checkbox auto = new Checkbox();
    private final Set<String> codes = new HashSet<>();
    private final ReasonList unavailable = new ReasonList(Base.UNAVAILABLE, codes, this::changed);
    private final ReasonList clockOut = new ReasonList(Base.AWAY, codes, this::changed);
    private final Paragraph trouble = new Paragraph();
    private final Div saveBar = new Div();
    private final LeaveGuard guard = new LeaveGuard();
    private TrackingPolicy base;
    private TrackingForm saved;

    WorkforceView(
            Tracking tracking,
            Reasons reasons,
            Directory directory,
            WorkforceManagement workforce) {
        this.tracking = tracking;
        this.reasons = reasons;
        this.directory = directory;
        addClassName("settings-view");
        base = tracking.policy();
        saved = formOf(base, reasons.everyReason());
        var intro = new Paragraph(getTranslation("presence.settings.intro"));
        intro.addClassName("settings-intro");
        var head = new Div(new H1(getTranslation("presence.settings.title")), intro);
        head.addClassName("settings-head");
        trouble.addClassName("form-problem");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        var body = new Div(new WorkforceSwitch(workforce), policySection(), unavailable, clockOut);
        body.addClassName("settings-body");
        add(guard, head, trouble, body, saveBar());
        Shortcuts.addShortcutListener(this, this::save, Key.KEY_S, KeyModifier.CONTROL)
                .resetFocusOnActiveElement();
        show();
    }

    private Div policySection() {
        enabled.setLabel(getTranslation("presence.settings.enabled"));
        enabled.addValueChangeListener(_ -> changed());
        groups.setLabel(getTranslation("presence.settings.groups"));
        groups.setItemLabelGenerator(this::label);
        groups.setItems(
                directory.groups(Scope.everyone()).stream()
                        .sorted(Comparator.comparing(this::label))
                        .toList());
        groups.addClassName("workforce-groups");
        groups.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        groups.addValueChangeListener(_ -> changed());
        whom.addClassName("record-note");
        whom.getElement().setAttribute("role", "status");
        whileWorking.setLabel(getTranslation("presence.settings.whileWorking"));
        whileWorking.setHelperText(getTranslation("presence.settings.whileWorkingHelp"));
        whileWorking.addValueChangeListener(_ -> changed());
        forgotten.setLabel(getTranslation("presence.settings.forgotten"));
        forgotten.setHelperText(getTranslation("presence.settings.forgottenHelp"));
        forgotten.setMin((int) TrackingPolicy.SHORTEST_FORGOTTEN.toMinutes());
        forgotten.setMax((int) TrackingPolicy.LONGEST_FORGOTTEN.toMinutes());
        forgotten.setStepButtonsVisible(true);
        forgotten.setStep(15);
        forgotten.addClassName("workforce-forgotten");
        forgotten.addValueChangeListener(_ -> changed());
        auto.setLabel(getTranslation("presence.settings.auto"));
        auto.setHelperText(getTranslation("presence.settings.autoHelp"));
        auto.addValueChangeListener(_ -> changed());
        var section =
                new Div(
                        new H2(getTranslation("presence.settings.tracking")),
                        enabled,
                        groups,
                        whom,
                        whileWorking,
                        forgotten,
                        auto);
        section.addClassNames("settings-section", "workforce-policy");
        return section;
    }

    private String label(Group group) {
        return directory
                .unit(group.unit())
                .map(unit -> group.name() + " · " + unit.name())
                .orElse(group.name());
    }

    private Div saveBar() {
        var save = new Button(getTranslation("kit.form.save"), _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        var discard = new Button(getTranslation("kit.form.leave.discard"), _ -> show());
        var unsaved = new Span(getTranslation("presence.settings.unsaved"));
        unsaved.getElement().setAttribute("role", "status");
        saveBar.add(unsaved, discard, save);
        saveBar.addClassName("settings-save");
        saveBar.setVisible(false);
        return saveBar;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("presence.settings.title") + " – Rollcall";
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (isDirty()) {
            guard.ask(event);
        }
    }

    // ------------------------------------------------------------------ showing

    /// What is saved.
    private void show() {
        var all = reasons.everyReason();
        base = tracking.policy();
        saved = formOf(base, all);
        codes.clear();
        all.forEach(reason -> codes.add(reason.code()));
        enabled.setValue(base.enabled());
        groups.setValue(
                base.groups().stream()
                        .flatMap(id -> directory.group(id).stream())
                        .sorted(Comparator.comparing(this::label))
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
        whileWorking.setValue(base.clockOutWhileWorking());
        forgotten.setValue((int) base.forgottenAfter().toMinutes());
        auto.setValue(base.autoClockOut());
        unavailable.show(all);
        clockOut.show(all);
        say("");
        changed();
    }

    private static TrackingForm formOf(TrackingPolicy policy, List<Reason> all) {
        var drafts = new ArrayList<ReasonDraft>();
        for (var base : List.of(Base.UNAVAILABLE, Base.AWAY)) {
            all.stream()
                    .filter(reason -> reason.base() == base)
                    .map(ReasonDraft::of)
                    .forEach(drafts::add);
        }
        return new TrackingForm(
                policy.enabled(),
                policy.groups(),
                policy.clockOutWhileWorking(),
                policy.forgottenAfter(),
                policy.autoClockOut(),
                drafts);
    }

    private TrackingForm typed() {
        var drafts = new ArrayList<>(unavailable.drafts());
        drafts.addAll(clockOut.drafts());
        return new TrackingForm(
                enabled.getValue(),
                chosen(),
                whileWorking.getValue(),
                forgottenAfter(),
                auto.getValue(),
                drafts);
    }

    /// What is no number within the limits is refused when it is saved.
    private Duration forgottenAfter() {
        return Duration.ofMinutes(Objects.requireNonNullElse(forgotten.getValue(), 0));
    }

    private Set<GroupId> chosen() {
        return groups.getValue().stream().map(Group::id).collect(Collectors.toSet());
    }

    private boolean isDirty() {
        return !typed().equals(saved);
    }

    private void changed() {
        boolean dirty = isDirty();
        saveBar.setVisible(dirty);
        if (isAttached()) {
            guard.changed(dirty);
        }
        groups.setEnabled(enabled.getValue());
        whileWorking.setEnabled(enabled.getValue());
        forgotten.setEnabled(enabled.getValue());
        auto.setEnabled(enabled.getValue());
        var typed =
                new TrackingPolicy(
                        enabled.getValue(),
                        chosen(),
                        whileWorking.getValue(),
                        base.forgottenAfter(),
                        base.autoClockOut(),
                        base.version());
        var people = directory.everybody();
        whom.setText(
                getTranslation(
                        "presence.settings.whom",
                        people.stream().filter(typed::tracks).count(),
                        people.size()));
    }

    private void say(String text) {
        trouble.setText(text);
        trouble.setVisible(!text.isEmpty());
    }

    // ------------------------------------------------------------------ saving

    private void save() {
        if (!isDirty() || !unavailable.isFine() || !clockOut.isFine()) {
            return;
        }
        try {
            tracking.save(typed(), base.version());
        } catch (EditConflict e) {
            say(
                    e.changedBy()
                            .map(name -> getTranslation("presence.settings.conflictBy", name))
                            .orElseGet(() -> getTranslation("presence.settings.conflict")));
            return;
        } catch (RuntimeException e) {
            say(Refusals.ofForm(this::getTranslation).say(e));
            return;
        }
        show();
        Notification.show(
                getTranslation("presence.settings.saved"),
                CONFIRMATION_MILLIS,
                Notification.Position.BOTTOM_START);
    }
}
