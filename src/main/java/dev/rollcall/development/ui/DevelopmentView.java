package dev.rollcall.development.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.rollcall.development.PlanLine;
import dev.rollcall.development.WellbeingSum;
import dev.rollcall.kit.RowList;
import dev.rollcall.kit.Segments;
import dev.rollcall.people.Unit;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// Those one looks after: whose plan waits for something, who has one and who has none; and how
/// weeks were for units, of five people or more.
@Route("development")
@Menu(title = "development.title", order = 10.85, icon = "vaadin:trending-up")
@Requires(Permission.COACHING_WRITE)
final class DevelopmentView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(DevelopmentView.class);
    private static final int WEEKS = 12;

    /// The parts of the page.
    enum Part {
        PLANS,
        WELLBEING;

        String token() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final DevelopmentSources sources;
    private final DevelopmentWords words;
    private final Segments<Part> parts;
    private final Div place = new Div();
    private Part shown = Part.PLANS;

    DevelopmentView(DevelopmentSources sources) {
        this.sources = sources;
        words = new DevelopmentWords(this::getTranslation, getLocale());
        addClassName("development-view");
        parts =
                new Segments<>(
                        words.say("parts"),
                        List.of(Part.values()),
                        part -> words.say("parts." + part),
                        part ->
                                UI.getCurrentOrThrow()
                                        .navigate(
                                                DevelopmentView.class,
                                                QueryParameters.of("show", part.token())));
        place.addClassName("development-place");
        add(new H1(words.say("title")), parts, place);
    }

    @Override
    public String getPageTitle() {
        return words.say("title") + " – Rollcall";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var token = event.getLocation().getQueryParameters().getSingleParameter("show").orElse("");
        shown =
                Arrays.stream(Part.values())
                        .filter(each -> each.token().equals(token))
                        .findFirst()
                        .orElse(Part.PLANS);
        parts.show(shown);
        place.removeAll();
        try {
            switch (shown) {
                case PLANS -> plans();
                case WELLBEING -> wellbeing();
            }
        } catch (DataAccessException e) {
            LOG.warn("Development cannot be shown: {}", e.getClass().getSimpleName());
            say("away").getElement().setAttribute("role", "alert");
        }
    }

    private Div say(String key) {
        var sentence = new Div(new Paragraph(words.say(key)));
        sentence.addClassName("board-empty");
        place.add(sentence);
        return sentence;
    }

    // ------------------------------------------------------------------ plans

    private void plans() {
        var all = sources.development().list();
        if (all.isEmpty()) {
            say("none");
            return;
        }
        Predicate<PlanLine> has = each -> each.aim() != null;
        Predicate<PlanLine> waits =
                each -> each.reviewDue() || each.overdue() > 0 || each.asked() || each.isNew();
        part("waiting", all.stream().filter(has.and(waits)).toList());
        part("going", all.stream().filter(has.and(waits.negate())).toList());
        part("without", all.stream().filter(has.negate()).toList());
    }

    private void part(String key, List<PlanLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        var list = new RowList();
        for (var each : lines) {
            list.row(
                    each.agent().name(),
                    line(each),
                    PlanAddress.of(each.agent().externalId()),
                    each.progress().isPresent()
                            ? words.say("progress", each.progress().getAsInt())
                            : "");
        }
        place.add(new H2(words.say("part." + key, lines.size())), list);
    }

    private String line(PlanLine line) {
        var aim = line.aim();
        if (aim == null) {
            return words.say("line.none");
        }
        var said = new ArrayList<String>();
        said.add(aim);
        var review = line.review();
        if (review == null) {
            said.add(words.say("line.noReview"));
        } else {
            said.add(
                    words.say(
                            line.reviewDue() ? "line.reviewNow" : "line.review",
                            words.day(review)));
        }
        if (line.overdue() > 0) {
            said.add(words.say("line.overdue", line.overdue()));
        }
        if (line.asked()) {
            said.add(words.say("line.asked"));
        }
        if (line.isNew()) {
            said.add(words.say("line.new"));
        }
        return String.join(" · ", said);
    }

    // ------------------------------------------------------------------ wellbeing

    private void wellbeing() {
        var what = new Paragraph(words.say("wellbeing.what"));
        what.addClassName("records-what");
        place.add(what);
        var units = sources.wellbeing().asking();
        if (units.isEmpty()) {
            say("wellbeing.off");
            return;
        }
        var sums = sources.wellbeing().sums(WEEKS);
        if (sums.isEmpty()) {
            say("wellbeing.few");
            return;
        }
        sums.stream()
                .map(WellbeingSum::unit)
                .distinct()
                .forEach(unit -> {
                    var list = new RowList();
                    sums.stream()
                            .filter(each -> each.unit().equals(unit))
                            .forEach(each ->
                                    list.row(
                                            words.say("checkin.week", words.day(each.week())),
                                            words.say(
                                                    "wellbeing.line",
                                                    words.mean(each.mood()),
                                                    words.mean(each.pace()),
                                                    words.mean(each.support())),
                                            null,
                                            words.say("wellbeing.people", each.people())));
                    place.add(
                            new H2(sources.directory().unit(unit).map(Unit::name).orElse("–")),
                            list);
                });
    }
}
