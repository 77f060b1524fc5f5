package dev.rollcall.adherence.ui.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.rollcall.adherence.EventConsole;
import dev.rollcall.adherence.EventConsole.Outlook;
import dev.rollcall.adherence.EventConsole.Stand;
import dev.rollcall.adherence.Names;
import dev.rollcall.adherence.ui.Percents;
import dev.rollcall.adherence.ui.Times;
import dev.rollcall.kit.PlainTable;
import dev.rollcall.kit.Refusals;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.presence.EventProblem;
import dev.rollcall.presence.Reasons;
import dev.rollcall.schedule.Activities;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Tries one event of a system that is being connected: what it would do to a status, by which
/// mapping it counts and what that makes of the day; then, if wanted, for real.
@Route("settings/try-event")
@Menu(title = "adherence.try.title", order = 83.5, icon = "vaadin:eye")
@Requires(Permission.SETTINGS_ADMIN)
final class TryEventView extends Div implements HasDynamicTitle {

    private static final int MILLIS = 8_000;
    private static final int LONGEST = 20_000;

    private final EventConsole console;
    private final Names names;
    private final Percents percents;
    private final ApplicationClock clock;
    private final TextArea event = new TextArea();
    private final Div result = new Div();
    private final Button send = new Button();

    /// The text whose outlook is shown; what is sent has been looked at.
    private @Nullable String looked;

    TryEventView(
            EventConsole console,
            Directory directory,
            Activities activities,
            Reasons reasons,
            ApplicationClock clock) {
        this.console = console;
        this.clock = clock;
        names = Names.of(this::getTranslation, activities, reasons);
        percents = new Percents(getLocale());
        addClassName("try-event");
        event.setLabel(say("event"));
        event.setHelperText(say("eventHelp"));
        event.setMaxLength(LONGEST);
        event.setWidthFull();
        event.setMinHeight("18rem");
        event.setValueChangeMode(ValueChangeMode.EAGER);
        event.setValue(example(directory));
        event.addValueChangeListener(_ -> forget());
        event.getElement().setAttribute("spellcheck", "false");
        var look = new Button(say("look"), _ -> look());
        look.addThemeVariants(ButtonVariant.PRIMARY);
        send.setText(say("send"));
        send.setEnabled(false);
        send.addClickListener(_ -> send());
        var buttons = new Div(look, send);
        buttons.addClassName("navigation-buttons");
        result.getElement().setAttribute("role", "status");
        result.addClassName("try-event-result");
        add(new H1(say("title")), new Paragraph(say("what")), event, buttons, result);
    }

    @Override
    public String getPageTitle() {
        return say("title") + " – Rollcall";
    }

    private String say(String key, Object... values) {
        return getTranslation("adherence.try." + key, values);
    }

    /// One to begin with: somebody takes a break now.
    private String example(Directory directory) {
        var subject =
                directory.everybody().stream()
                        .map(Agent::externalId)
                        .sorted()
                        .findFirst()
                        .orElse("agent-017");
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return """
        {
          "specversion": "1.0",
          "id": "test-%d",
          "source": "/test",
          "type": "dev.rollcall.presence.changed",
          "subject": "%s",
          "time": "%s",
          "data": {"status": "UNAVAILABLE", "reason": "BREAK"}
        }
        """
                .formatted(now.getEpochSecond(), subject, now);
    }

    private void forget() {
        looked = null;
        send.setEnabled(false);
    }

    // ------------------------------------------------------------------ looking

    private void look() {
        forget();
        result.removeAll();
        event.setInvalid(false);
        var text = event.getValue();
        try {
            show(console.look(text));
            looked = text;
            send.setEnabled(true);
        } catch (RuntimeException e) {
            event.setErrorMessage(Refusals.ofForm(this::getTranslation).say(e));
            event.setInvalid(true);
        }
    }

    private void show(Outlook outlook) {
        var trial = outlook.trial();
        var problem = trial.problem();
        result.add(new H2(say("result")));
        if (problem != null) {
            result.add(new Paragraph(say("rejected", said(problem))));
            return;
        }
        if (trial.known()) {
            result.add(new Paragraph(say("known")));
            return;
        }
        var agent = outlook.agent();
        var before = outlook.before();
        var after = outlook.after();
        if (agent == null || before == null || after == null) {
            result.add(new Paragraph(say("nobody")));
            return;
        }
        var times = Times.at(clock.instant(), agent.zone(), getLocale());
        result.add(
                new Paragraph(
                        say(
                                alike(before, after) ? "same" : "changes",
                                agent.name(),
                                times.dayAndTime(outlook.at()))));
        var table =
                new PlainTable("adherence.try.of", "adherence.try.before", "adherence.try.after");
        line(table, "status", before, after, this::presence);
        line(table, "planned", before, after, this::planned);
        line(table, "counts", before, after, this::verdict);
        line(table, "state", before, after, this::state);
        line(table, "score", before, after, stand -> percents.of(stand.day().score()));
        var scrolling = new Div(table);
        scrolling.addClassName("report-table");
        scrolling.getElement().setAttribute("tabindex", "0");
        scrolling.getElement().setAttribute("role", "region");
        scrolling.getElement().setAttribute("aria-label", say("result"));
        result.add(scrolling);
    }

    private static String said(EventProblem problem) {
        var pointer = problem.pointer();
        return (pointer == null ? "" : pointer + ": ") + problem.detail();
    }

    private static boolean alike(Stand one, Stand other) {
        return one.equals(other);
    }

    private void line(
            PlainTable table, String key, Stand before, Stand after, Function<Stand, String> of) {
        table.line(List.of(say(key), of.apply(before), of.apply(after)));
    }

    private String presence(Stand stand) {
        var state = stand.state();
        return state == null ? "–" : names.presence(state.presence());
    }

    private String planned(Stand stand) {
        var state = stand.state();
        return state == null
                ? "–"
                : state.piece()
                        .map(piece -> names.activity(piece.activity()))
                        .orElse(say("nothing"));
    }

    private String verdict(Stand stand) {
        var verdict = stand.verdict();
        return verdict == null ? "–" : say("verdict." + verdict);
    }

    private String state(Stand stand) {
        var state = stand.state();
        return state == null ? "–" : say("state." + state.state());
    }

    // ------------------------------------------------------------------ for real

    private void send() {
        var text = event.getValue();
        if (!text.equals(looked)) {
            return;
        }
        forget();
        try {
            var sent = console.send(text);
            var problem = sent.problem();
            result.removeAll();
            result.add(
                    new Paragraph(
                            say("sent." + sent.outcome(), problem == null ? "" : said(problem))));
            Notification.show(
                    say("sent." + sent.outcome(), problem == null ? "" : said(problem)),
                    MILLIS,
                    Notification.Position.BOTTOM_START);
        } catch (RuntimeException e) {
            event.setErrorMessage(Refusals.ofForm(this::getTranslation).say(e));
            event.setInvalid(true);
        }
    }
}
