package dev.rollcall.planner.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.kit.Coalescer;
import dev.rollcall.kit.Refresher;
import dev.rollcall.people.AgentId;
import dev.rollcall.planner.DayKey;
import dev.rollcall.planner.RosterDay;
import dev.rollcall.planner.Wants;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Keeps an open planner in step with others, with requests and with the date, for as long as it is
/// on a page. Whatever it tells it tells with the page locked, and reads nothing for it.
final class PlannerFollower implements AutoCloseable {

    private static final Duration LOOKS_AT_THE_DATE = Duration.ofSeconds(10);

    private record Wanted(Sheet of, AgentId agent, Wants now) {}

    /// Who is told.
    interface Page {
        void hear(Collection<RosterDay> days);

        /// @param of the sheet it was read for
        void hear(Sheet of, AgentId agent, Wants now);

        void turnTo(LocalDate today);
    }

    private final PlannerPulse pulse;
    private final Coalescer<DayKey, RosterDay> days;
    private final Coalescer<AgentId, Wanted> wants;
    private final Refresher date;
    private @Nullable Registration following;

    /// @param today the date it is where the shown people work; asked off the page
    PlannerFollower(UI ui, PlannerPulse pulse, Page page, Supplier<LocalDate> today) {
        this.pulse = pulse;
        days = Coalescer.to(ui, page::hear);
        wants =
                Coalescer.to(
                        ui,
                        changed ->
                                changed.forEach(
                                        each -> page.hear(each.of(), each.agent(), each.now())));
        date = Refresher.start(ui, LOOKS_AT_THE_DATE, today, page::turnTo);
    }

    void follow(Sheet shown) {
        stop();
        wants.forget();
        following =
                pulse.follow(
                        shown,
                        changed -> changed.forEach(day -> days.add(day.key(), day)),
                        (agent, now) -> wants.add(agent, new Wanted(shown, agent, now)));
    }

    void stop() {
        if (following != null) {
            following.remove();
            following = null;
        }
    }

    @Override
    public void close() {
        stop();
        days.close();
        wants.close();
        date.close();
    }
}
