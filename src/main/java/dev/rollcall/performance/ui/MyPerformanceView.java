package dev.rollcall.performance.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.PageKeys;
import dev.rollcall.kit.PushedText;
import dev.rollcall.kit.Segments;
import dev.rollcall.performance.Alert;
import dev.rollcall.performance.Metric;
import dev.rollcall.performance.OwnMilestones;
import dev.rollcall.performance.OwnPerformance;
import dev.rollcall.performance.OwnWorkingTime;
import dev.rollcall.performance.PerformancePage;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.usage.UsageConsent;
import dev.rollcall.usage.UsageConsentNote;
import dev.rollcall.usage.UsageEvent.Action;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// One's own performance, for oneself alone: a month in four figures, a week day by day, and what
/// would help next. Moves as facts come. `[` and `]` go a month back and on.
@Route("my-performance")
@Menu(title = "performance.title", order = 14.7, icon = "vaadin:trending-up")
@Requires(Permission.KPI_OWN)
final class MyPerformanceView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(MyPerformanceView.class);

    private final OwnPerformance performance;
    private final OwnWorkingTime times;
    private final OwnMilestones milestones;
    private final PerformancePulse pulse;
    private final Access access;
    private final PageUsage usage;
    private final PerformanceWords words;
    private final Select<YearMonth> months = new Select<>();
    private final Button previous;
    private final Button next;
    private final Span updated = new Span();
    private final Div alerts = new Div();
    private final List<KpiCard> cards = new ArrayList<>();
    private final H2 weekTitle = new H2();
    private final Button weekNext;
    private final WeekTable week;
    private final WorkingTimePart working;
    private final MilestonePart reached;
    private final Segments<Boolean> running;
    private final Div page = new Div();
    private final Paragraph trouble = new Paragraph();
    private volatile PerformanceAddress address = new PerformanceAddress(null, null);
    private boolean runningTotals;
    private @Nullable PerformancePage shown;
    private @Nullable Instant opened;
    private @Nullable Registration following;

    MyPerformanceView(
            OwnPerformance performance,
            OwnWorkingTime times,
            OwnMilestones milestones,
            PerformancePulse pulse,
            Access access,
            PageUsage usage,
            UsageConsent consent) {
        this.performance = performance;
        this.times = times;
        this.milestones = milestones;
        this.pulse = pulse;
        this.access = access;
        this.usage = usage;
        words = new PerformanceWords(this::getTranslation, getLocale());
        previous = step(VaadinIcon.ANGLE_LEFT, "month.previous", "[", () -> goMonth(-1));
        next = step(VaadinIcon.ANGLE_RIGHT, "month.next", "]", () -> goMonth(1));
        weekNext = step(VaadinIcon.ANGLE_RIGHT, "week.next", "", () -> goWeek(1));
        week = new WeekTable(words);
        working = new WorkingTimePart(words);
        reached = new MilestonePart(words);
        running =
                new Segments<>(
                        words.say("week.how"),
                        List.of(false, true),
                        each -> words.say(each ? "week.running" : "week.each"),
                        this::showRunning);
        addClassName("performance-view");
        trouble.addClassName("board-empty");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        alerts.addClassName("performance-alerts");
        alerts.getElement().setAttribute("role", "status");
        page.addClassName("performance-page");
        page.add(alerts, figures(), weekPart(), working, reached);
        page.add(UsageConsentNote.asking(consent));
        add(
                new PageKeys().on("[", () -> goMonth(-1)).on("]", () -> goMonth(1)),
                head(),
                trouble,
                page);
    }

    @Override
    public String getPageTitle() {
        return words.say("title") + " – Rollcall";
    }

    // ------------------------------------------------------------------ the parts

    private Component head() {
        months.setAriaLabel(words.say("month.label"));
        months.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                go(new PerformanceAddress(event.getValue(), address.week()));
            }
        });
        updated.addClassName("performance-updated");
        var choice = new Div(previous, months, next);
        choice.addClassName("performance-months");
        var head = new Div(new H1(words.say("title")), choice, updated);
        head.addClassName("performance-head");
        return head;
    }

    private Component figures() {
        var grid = new Div();
        grid.addClassName("kpi-cards");
        for (var metric : Metric.values()) {
            var card = new KpiCard(words, metric);
            cards.add(card);
            grid.add(card);
        }
        var section = new Section(hidden(new H2(words.say("figures"))), grid);
        section.addClassName("performance-section");
        return section;
    }

    private Component weekPart() {
        var steps =
                new Div(
                        step(VaadinIcon.ANGLE_LEFT, "week.previous", "", () -> goWeek(-1)),
                        weekNext);
        steps.addClassName("performance-steps");
        var head = new Div(weekTitle, steps, running);
        head.addClassName("performance-section-head");
        var scrolling = new Div(week);
        scrolling.addClassName("week-scroll");
        scrolling.getElement().setAttribute("tabindex", "0");
        scrolling.getElement().setAttribute("role", "region");
        scrolling.getElement().setAttribute("aria-label", words.say("week.title"));
        var section = new Section(head, scrolling);
        section.addClassName("performance-section");
        return section;
    }

    private static Component hidden(H2 title) {
        title.addClassName("rollcall-visually-hidden");
        return title;
    }

    private Button step(VaadinIcon icon, String key, String shortcut, Runnable go) {
        var button = new Button(icon.create(), _ -> go.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(words.say(key));
        button.setTooltipText(
                shortcut.isEmpty() ? words.say(key) : words.say("key", words.say(key), shortcut));
        return button;
    }

    // ------------------------------------------------------------------ going about

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = PerformanceAddress.of(event.getLocation().getQueryParameters());
        show();
    }

    private void go(PerformanceAddress to) {
        var now = shown;
        if (now != null && !Objects.equals(to.month(), address.month())) {
            var running = YearMonth.from(now.today());
            var month = Objects.requireNonNullElse(to.month(), running);
            usage.chose(month, month.equals(running));
        }
        getUI().ifPresent(ui -> ui.navigate(MyPerformanceView.class, to.query()));
    }

    private void goMonth(int months) {
        var now = shown;
        if (now == null) {
            return;
        }
        var all = now.months().stream().sorted(Comparator.naturalOrder()).toList();
        int at = all.indexOf(now.month()) + months;
        if (at >= 0 && at < all.size()) {
            var month = all.get(at);
            boolean current = month.equals(YearMonth.from(now.today()));
            go(new PerformanceAddress(current ? null : month, address.week()));
        }
    }

    private void goWeek(int weeks) {
        var now = shown;
        if (now != null) {
            var monday = now.week().monday().plusWeeks(weeks);
            go(
                    new PerformanceAddress(
                            address.month(), monday.equals(thisMonday(now)) ? null : monday));
        }
    }

    private void showRunning(boolean on) {
        runningTotals = on;
        running.show(on);
        var now = shown;
        if (now != null) {
            week.show(now.week(), now.today(), runningTotals);
        }
    }

    // ------------------------------------------------------------------ what is shown

    private Optional<PerformancePage> read() {
        var wanted = address;
        return performance.page(wanted.month(), wanted.week());
    }

    private void show() {
        try {
            var found = read();
            if (found.isEmpty()) {
                say("nobody");
                return;
            }
            trouble.setVisible(false);
            page.setVisible(true);
            show(found.get());
            var time = times.of(found.get().month());
            working.setVisible(time.isPresent());
            time.ifPresent(working::show);
            var earned = milestones.reached();
            reached.setVisible(earned.isPresent());
            earned.ifPresent(reached::show);
        } catch (DataAccessException e) {
            LOG.warn("A page of performance cannot be read: {}", e.getClass().getSimpleName());
            say("away");
        }
    }

    private void say(String key) {
        trouble.setText(words.say(key));
        trouble.setVisible(true);
        page.setVisible(false);
    }

    private void show(PerformancePage now) {
        showMonths(now);
        PushedText.set(
                updated,
                words.say(
                        "updated",
                        DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
                                .withLocale(getLocale())
                                .format(now.asOf().atZone(Days.zone()))));
        showAlerts(now);
        for (int i = 0; i < cards.size(); i++) {
            cards.get(i).show(now.cards().get(i));
        }
        PushedText.set(
                weekTitle,
                now.week().monday().equals(thisMonday(now))
                        ? words.say("week.this")
                        : words.say("week.of", words.day(now.week().monday())));
        weekNext.setEnabled(now.week().monday().isBefore(thisMonday(now)));
        running.show(runningTotals);
        week.show(now.week(), now.today(), runningTotals);
        shown = now;
    }

    private static LocalDate thisMonday(PerformancePage page) {
        return page.today().minusDays(page.today().getDayOfWeek().getValue() - 1L);
    }

    private void showMonths(PerformancePage now) {
        var before = shown;
        if (before == null
                || !before.months().equals(now.months())
                || !before.withFacts().equals(now.withFacts())) {
            months.setItems(now.months());
            months.setItemLabelGenerator(month -> words.month(month, now.yearBegins()));
            var running = YearMonth.from(now.today());
            months.setItemEnabledProvider(month ->
                    now.withFacts().contains(month)
                            || month.equals(running)
                            || month.equals(now.month()));
        }
        months.setValue(now.month());
        previous.setEnabled(!now.month().equals(now.months().getLast()));
        next.setEnabled(!now.month().equals(now.months().getFirst()));
    }

    private void showAlerts(PerformancePage now) {
        if (shown != null && shown.alerts().equals(now.alerts())) {
            return;
        }
        alerts.removeAll();
        for (var alert : now.alerts()) {
            alerts.add(sentence(alert));
            if (shown == null) {
                usage.alerted(alert.kind(), alert.metric(), Action.NOTHING);
            }
        }
        alerts.setVisible(!now.alerts().isEmpty());
    }

    private Component sentence(Alert alert) {
        var more =
                new Anchor(
                        "my-performance/" + alert.metric().token() + "?alert=" + alert.kind(),
                        words.say("alert.more"));
        more.setAriaLabel(words.say("alert.moreOf", words.name(alert.metric())));
        var line = new Paragraph();
        line.getElement().setAttribute("data-kind", alert.kind().name());
        line.add(
                new Text(
                        words.say(
                                        "alert." + alert.kind(),
                                        words.name(alert.metric()),
                                        words.amount(alert.gap(), alert.currency()))
                                + " "),
                more);
        return line;
    }

    // ------------------------------------------------------------------ what comes in

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        opened = usage.now();
        access.viewer()
                .agent()
                .ifPresent(self ->
                        following =
                                pulse.follow(
                                        event.getUI(),
                                        self,
                                        this::read,
                                        found -> found.ifPresent(this::showIfAsked)));
    }

    /// What was read for another month meanwhile is of no interest any more.
    private void showIfAsked(PerformancePage now) {
        var current = shown;
        if (current != null
                && current.month().equals(now.month())
                && current.week().monday().equals(now.week().monday())) {
            show(now);
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (following != null) {
            following.remove();
            following = null;
        }
        var since = opened;
        if (since != null) {
            usage.left(since);
        }
        super.onDetach(event);
    }
}
