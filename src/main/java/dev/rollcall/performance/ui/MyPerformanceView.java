package dev.rollcall.performance.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.PageKeys;
import dev.rollcall.kit.PushedText;
import dev.rollcall.kit.Reader;
import dev.rollcall.people.Directory;
import dev.rollcall.performance.Metric;
import dev.rollcall.performance.MetricCard;
import dev.rollcall.performance.NextWork;
import dev.rollcall.performance.OwnDays;
import dev.rollcall.performance.OwnMilestones;
import dev.rollcall.performance.OwnNextWork;
import dev.rollcall.performance.OwnPerformance;
import dev.rollcall.performance.OwnQualityMonths;
import dev.rollcall.performance.OwnShares;
import dev.rollcall.performance.OwnWorkingTime;
import dev.rollcall.performance.PerformancePage;
import dev.rollcall.performance.TodaysGap;
import dev.rollcall.review.Story;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.surveys.OwnSurveys;
import dev.rollcall.usage.UsageConsent;
import dev.rollcall.usage.UsageConsentNote;
import dev.rollcall.usage.UsageEvent.Action;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
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
    private final OwnNextWork work;
    private final PerformancePulse pulse;
    private final Directory directory;
    private final Access access;
    private final PageUsage usage;
    private final PerformanceWords words;
    private final Span updated = new Span();
    private final MonthChoice months;
    private final AlertLines alerts;
    private final WeekPart week;
    private final StoryPart happened;
    private final Story story;
    private final List<KpiCard> cards = new ArrayList<>();
    private final NextPart ahead;
    private final WorkingTimePart working;
    private final QualityPart quality;
    private final OwnQualityMonths qualities;
    private final CustomersPart customers;
    private final OwnSurveys surveys;
    private final MilestonePart reached;
    private final SharePart sharing;
    private final Div page = new Div();
    private final Paragraph trouble = new Paragraph();
    private volatile PerformanceAddress address = new PerformanceAddress(null, null);
    private @Nullable PerformancePage shown;
    private @Nullable Instant since;
    private @Nullable Registration following;

    MyPerformanceView(
            OwnPerformance performance,
            OwnWorkingTime times,
            OwnMilestones milestones,
            OwnNextWork work,
            OwnDays days,
            OwnShares shares,
            OwnQualityMonths qualities,
            OwnSurveys surveys,
            Story story,
            PerformancePulse pulse,
            Directory directory,
            Access access,
            PageUsage usage,
            UsageConsent consent) {
        this.performance = performance;
        this.times = times;
        this.milestones = milestones;
        this.work = work;
        this.qualities = qualities;
        this.surveys = surveys;
        this.story = story;
        this.pulse = pulse;
        this.directory = directory;
        this.access = access;
        this.usage = usage;
        words = new PerformanceWords(this::getTranslation, getLocale());
        months = new MonthChoice(words, this::goMonth);
        alerts = new AlertLines(words);
        week = new WeekPart(words, days, usage, this::goWeek);
        happened = new StoryPart(words);
        ahead = new NextPart(words);
        working = new WorkingTimePart(words);
        quality = new QualityPart(words);
        customers = new CustomersPart(words);
        reached = new MilestonePart(words);
        sharing = new SharePart(words, shares);
        addClassName("performance-view");
        trouble.addClassName("board-empty");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        page.addClassName("performance-page");
        page.add(
                alerts, figures(), ahead, week, working, quality, customers, reached, happened,
                sharing);
        page.add(UsageConsentNote.asking(consent));
        add(
                new PageKeys().on("[", () -> months.step(-1)).on("]", () -> months.step(1)),
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
        updated.addClassName("performance-updated");
        var head = new Div(new H1(words.say("title")), months, updated);
        head.addClassName("performance-head");
        return head;
    }

    private Component figures() {
        var grid = new Div();
        grid.addClassName("kpi-cards");
        for (var metric : Metric.values()) {
            var card = new KpiCard(words, metric, this::aim);
            cards.add(card);
            grid.add(card);
        }
        var section = new Section(hidden(new H2(words.say("figures"))), grid);
        section.addClassName("performance-section");
        return section;
    }

    private static Component hidden(H2 title) {
        title.addClassName("rollcall-visually-hidden");
        return title;
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

    private void goMonth(YearMonth month) {
        var now = shown;
        boolean current = now != null && month.equals(YearMonth.from(now.today()));
        go(new PerformanceAddress(current ? null : month, address.week()));
    }

    private void goWeek(int weeks) {
        var now = shown;
        if (now != null) {
            var monday = now.week().monday().plusWeeks(weeks);
            go(
                    new PerformanceAddress(
                            address.month(), monday.equals(now.thisMonday()) ? null : monday));
        }
    }

    // ------------------------------------------------------------------ goals of one's own

    private void aim(MetricCard card) {
        new OwnGoalDialog(words, performance, card, this::show).open();
    }

    // ------------------------------------------------------------------ what is shown

    /// What is read again while somebody looks.
    private record Read(PerformancePage page, List<NextWork> work) {}

    private Optional<Read> read() {
        var wanted = address;
        return performance
                .page(wanted.month(), wanted.week())
                .map(found -> new Read(found, work.open()));
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
            var now = found.get();
            show(now);
            var time = times.of(now.page().month());
            working.setVisible(time.isPresent());
            time.ifPresent(working::show);
            var good = qualities.of(now.page().month());
            quality.setVisible(good.isPresent());
            good.ifPresent(quality::show);
            var said = surveys.month(now.page().month());
            customers.setVisible(said.isPresent());
            said.ifPresent(customers::show);
            var earned = milestones.reached();
            reached.setVisible(earned.isPresent());
            earned.ifPresent(reached::show);
            tellWhatHappened(now.page());
            sharing.show(now.page());
        } catch (DataAccessException e) {
            LOG.warn("A page of performance cannot be read: {}", e.getClass().getSimpleName());
            say("away");
        }
    }

    private void tellWhatHappened(PerformancePage page) {
        var self = access.viewer().agent().flatMap(directory::agent).orElseThrow();
        var zone = page.zone();
        happened.show(
                story.own(
                        page.month().atDay(1).atStartOfDay(zone).toInstant(),
                        page.month().plusMonths(1).atDay(1).atStartOfDay(zone).toInstant(),
                        new Reader(this::getTranslation, getLocale(), zone)),
                page,
                self.externalId());
    }

    private void say(String key) {
        trouble.setText(words.say(key));
        trouble.setVisible(true);
        page.setVisible(false);
    }

    private void show(Read read) {
        var now = read.page();
        months.show(now);
        PushedText.set(
                updated,
                words.say(
                        "updated",
                        DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
                                .withLocale(getLocale())
                                .format(now.asOf().atZone(Days.zone()))));
        if (alerts.show(now.alerts())) {
            now.alerts()
                    .forEach(alert -> usage.alerted(alert.kind(), alert.metric(), Action.NOTHING));
        }
        for (int i = 0; i < cards.size(); i++) {
            cards.get(i).show(now.cards().get(i));
        }
        ahead.setVisible(now.isRunning());
        ahead.show(TodaysGap.of(now.cards()), read.work(), now.asOf());
        week.show(now);
        shown = now;
    }

    // ------------------------------------------------------------------ what comes in

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        since = usage.now();
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
    private void showIfAsked(Read now) {
        var current = shown;
        if (current != null
                && current.month().equals(now.page().month())
                && current.week().monday().equals(now.page().week().monday())) {
            show(now);
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (following != null) {
            following.remove();
            following = null;
        }
        var attached = since;
        if (attached != null) {
            usage.left(attached);
        }
        super.onDetach(event);
    }
}
