package dev.rollcall.alerts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.rollcall.alerts.AlertRule;
import dev.rollcall.alerts.AlertRules;
import dev.rollcall.alerts.Alerts;
import dev.rollcall.alerts.RuleWords;
import dev.rollcall.deeds.Deeds;
import dev.rollcall.deeds.UndoToast;
import dev.rollcall.kit.FormDialog;
import dev.rollcall.kit.Refusals;
import dev.rollcall.kit.SettledItem;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Activity;
import dev.rollcall.schedule.PartOfWorkforceManagement;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// When whoever looks after people is told that somebody is out, for whoever settles that: rules in
/// their order, and how many alerts an hour reach one person.
@PartOfWorkforceManagement
@Route("settings/alerts")
@Menu(title = "alerts.rules.title", order = 76.7, icon = "vaadin:flag-o")
@Requires(Permission.SETTINGS_ADMIN)
final class AlertRulesView extends Div implements HasDynamicTitle {

    private static final int MILLIS = 5_000;
    private static final List<Integer> AFTER =
            List.of(0, 2, 3, 5, 10, 15, 20, 30, 45, 60, 90, 120, 240, 480);
    private static final List<Integer> NUDGE = List.of(0, 1, 2, 3, 5, 10, 15, 30, 60);
    private static final List<Integer> AN_HOUR = List.of(1, 2, 3, 5, 10, 15, 20, 30, 50, 100);

    private final AlertRules rules;
    private final Directory directory;
    private final Activities activities;
    private final Deeds deeds;
    private final RuleWords words;
    private final OrderedList list = new OrderedList();
    private final Div budget = new Div();

    AlertRulesView(
            AlertRules rules,
            Alerts alerts,
            Directory directory,
            Activities activities,
            Deeds deeds) {
        this.rules = rules;
        this.directory = directory;
        this.activities = activities;
        this.deeds = deeds;
        words = new RuleWords(this::getTranslation, directory, activities);
        addClassName("deeds-view");
        var add = new Button(words.say("rules.add"), _ -> open(null));
        list.addClassName("deeds");
        budget.addClassName("deed");
        var mail = new Paragraph(words.say(alerts.sendsMail() ? "mail.on" : "mail.off"));
        mail.addClassName("board-second");
        add(
                new H1(words.say("rules.title")),
                new Paragraph(words.say("rules.what")),
                new Div(add),
                list,
                budget,
                mail);
        show();
    }

    @Override
    public String getPageTitle() {
        return words.say("rules.title") + " – Rollcall";
    }

    private void show() {
        list.removeAll();
        var all = rules.all();
        for (int i = 0; i < all.size(); i++) {
            list.add(item(all.get(i), i, all.size()));
        }
        budget.removeAll();
        var what = new Span(words.say("budget", rules.budget().anHour()));
        what.addClassName("deed-what");
        var more = new Span(words.say("budget.what"));
        more.addClassName("board-second");
        var lines = new Div(what, more);
        lines.addClassName("deed-lines");
        var change = new Button(words.say("rules.change"), _ -> new BudgetForm().open());
        change.setAriaLabel(words.say("budget.change"));
        budget.add(lines, change);
    }

    private SettledItem item(AlertRule rule, int place, int all) {
        return new SettledItem("alerts.rules", words.rule(rule), words.more(rule))
                .movable(place, all, by -> move(rule, by))
                .changeable(() -> open(rule))
                .removable(() -> remove(rule));
    }

    private void move(AlertRule rule, int by) {
        var numbers = rules.all().stream().map(AlertRule::number).toList();
        settle(() ->
                SettledItem.moved(numbers, rule.number(), by)
                        .ifPresent(moved -> done("rules.moved", rules.order(moved))));
    }

    private void remove(AlertRule rule) {
        settle(() -> done("rules.removed", rules.remove(rule.number(), rule.version())));
    }

    private void settle(Runnable deed) {
        try {
            deed.run();
        } catch (RuntimeException e) {
            tell(Refusals.ofDeed(this::getTranslation).say(e));
        }
        show();
    }

    private void done(String key, OptionalLong deed) {
        UndoToast.show(deeds, deed, words.say(key), this::show);
    }

    private void open(@Nullable AlertRule known) {
        new RuleForm(known).open();
    }

    private static void tell(String sentence) {
        Notification.show(sentence, MILLIS, Notification.Position.BOTTOM_START);
    }

    /// Numbers to choose from; one that was settled by a program is among them.
    private static Select<Integer> numbers(
            String label, List<Integer> offered, int value, IntFunction<String> name) {
        var items = new TreeSet<>(offered);
        items.add(value);
        var field = new Select<Integer>();
        field.setLabel(label);
        field.setItems(items);
        field.setItemLabelGenerator(each -> name.apply(each));
        field.setValue(value);
        field.setWidthFull();
        return field;
    }

    private Select<Integer> minutes(String label, List<Integer> offered, Duration value) {
        return numbers(
                label,
                offered,
                Math.toIntExact(value.toMinutes()),
                each -> words.say("field.minutes", each));
    }

    private static int of(Select<Integer> field) {
        return Objects.requireNonNullElse(field.getValue(), -1);
    }

    /// A rule, a new one or a known one.
    private final class RuleForm extends FormDialog {

        private final @Nullable AlertRule known;
        private final Select<AlertRule.Level> severity = new Select<>();
        private final Select<Integer> after;
        private final Select<Integer> nudge;
        private final Select<Activity> activity = new Select<>();
        private final Select<Unit> unit = new Select<>();
        private final Checkbox bell = new Checkbox();
        private final Checkbox mail = new Checkbox();
        private final Checkbox on = new Checkbox();

        RuleForm(@Nullable AlertRule known) {
            super(words.say(known == null ? "rules.add" : "rules.change"));
            this.known = known;
            severity.setLabel(words.say("field.severity"));
            severity.setItems(AlertRule.Level.values());
            severity.setItemLabelGenerator(each -> words.say("level." + each));
            severity.setValue(known == null ? AlertRule.Level.OUT : known.severity());
            severity.setWidthFull();
            after =
                    minutes(
                            words.say("field.after"),
                            AFTER,
                            known == null ? Duration.ofMinutes(10) : known.after());
            nudge =
                    minutes(
                            words.say("field.nudge"),
                            NUDGE,
                            known == null ? Duration.ofMinutes(2) : known.nudge());
            nudge.setItemLabelGenerator(
                    each -> words.say(each == 0 ? "field.noNudge" : "field.minutes", each));
            nudge.setHelperText(words.say("field.nudgeHelp"));
            activity.setLabel(words.say("field.activity"));
            activity.setItems(activities.all());
            activity.setItemLabelGenerator(
                    each -> each == null ? words.say("field.any") : each.name());
            activity.setEmptySelectionAllowed(true);
            activity.setEmptySelectionCaption(words.say("field.any"));
            activity.setWidthFull();
            unit.setLabel(words.say("field.unit"));
            unit.setItems(directory.units(Scope.everyone()));
            unit.setItemLabelGenerator(
                    each -> each == null ? words.say("field.everywhere") : each.name());
            unit.setEmptySelectionAllowed(true);
            unit.setEmptySelectionCaption(words.say("field.everywhere"));
            unit.setWidthFull();
            bell.setLabel(words.say("field.bell"));
            bell.setValue(known == null || known.bell());
            mail.setLabel(words.say("field.mail"));
            mail.setValue(known != null && known.mail());
            on.setLabel(words.say("field.on"));
            on.setValue(known == null || known.on());
            if (known != null) {
                activities.all().stream()
                        .filter(each -> each.code().equals(known.activity()))
                        .findFirst()
                        .ifPresent(activity::setValue);
                directory.units(Scope.everyone()).stream()
                        .filter(each -> each.id().equals(known.unit()))
                        .findFirst()
                        .ifPresent(unit::setValue);
            }
            field("/severity", severity);
            field("/afterSeconds", after);
            field("/nudgeSeconds", nudge);
            field("/activity", activity);
            field("/unit", unit);
            field("/bell", bell);
            ask(words.say("field.save"), severity, after, nudge, activity, unit, bell, mail, on);
        }

        @Override
        protected boolean isComplete() {
            return true;
        }

        @Override
        protected void save() {
            var planned = activity.getValue();
            var place = unit.getValue();
            var saved =
                    rules.save(
                            new AlertRule(
                                    known == null ? 0 : known.number(),
                                    severity.getValue(),
                                    Duration.ofMinutes(of(after)),
                                    Duration.ofMinutes(of(nudge)),
                                    planned == null ? null : planned.code(),
                                    place == null ? null : place.id(),
                                    bell.getValue(),
                                    mail.getValue(),
                                    on.getValue(),
                                    known == null ? 0 : known.version()));
            done("rules.saved", saved.deed());
            AlertRulesView.this.show();
        }
    }

    /// How many alerts an hour.
    private final class BudgetForm extends FormDialog {

        private final AlertRules.Budget known = rules.budget();
        private final Select<Integer> anHour =
                numbers(
                        words.say("budget.field"),
                        AN_HOUR,
                        known.anHour(),
                        each -> words.say("budget", each));

        BudgetForm() {
            super(words.say("budget.title"));
            field("/anHour", anHour);
            ask(words.say("field.save"), anHour);
        }

        @Override
        protected boolean isComplete() {
            return true;
        }

        @Override
        protected void save() {
            done("rules.saved", rules.saveBudget(of(anHour), known.version()).deed());
            AlertRulesView.this.show();
        }
    }
}
