package dev.rollcall.performance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import dev.rollcall.kit.Chronicle;
import dev.rollcall.kit.Segments;
import dev.rollcall.performance.PerformancePage;
import dev.rollcall.review.Told;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What happened in the month beside its figures: evaluations, coaching, feedback, rewards and
/// whatever else tells of itself, of one kind or of all; the latest first.
final class StoryPart extends Section {

    private static final String ALL = "";

    /// So many before somebody asks for the rest.
    private static final int SHOWN = 8;

    private final PerformanceWords words;
    private final Div choice = new Div();
    private final Div line = new Div();
    private final Anchor pack = new Anchor();
    private List<Told> told = List.of();
    private ZoneId zone = ZoneOffset.UTC;
    private String kind = ALL;
    private @Nullable Segments<String> kinds;

    StoryPart(PerformanceWords words) {
        this.words = words;
        addClassName("performance-section");
        pack.setText(words.say("story.pack"));
        var head = new Div(new H2(words.say("story.title")), choice);
        head.addClassName("performance-section-head");
        add(head, line, pack);
    }

    /// @param code the person's external id
    void show(List<Told> moments, PerformancePage page, String code) {
        told = moments;
        zone = page.zone();
        var month = page.month();
        pack.setHref("reviews/" + code + "?from=" + month.atDay(1) + "&to=" + month.atEndOfMonth());
        var found = moments.stream().map(Told::kind).distinct().toList();
        choice.removeAll();
        if (!found.contains(kind)) {
            kind = ALL;
        }
        if (found.size() > 1) {
            kinds =
                    new Segments<>(
                            words.say("story.which"),
                            Stream.concat(Stream.of(ALL), found.stream()).toList(),
                            each ->
                                    each.equals(ALL)
                                            ? words.say("story.all")
                                            : getTranslation(each),
                            this::choose);
            choice.add(kinds);
        }
        choose(kind);
    }

    private void choose(String wanted) {
        kind = wanted;
        if (kinds != null) {
            kinds.show(wanted);
        }
        show(false);
    }

    private void show(boolean whole) {
        line.removeAll();
        var chosen =
                told.stream().filter(each -> kind.equals(ALL) || kind.equals(each.kind())).toList();
        if (chosen.isEmpty()) {
            var none = new Paragraph(words.say("story.none"));
            none.addClassName("next-none");
            line.add(none);
            return;
        }
        line.add(
                new Chronicle(
                        chosen.stream()
                                .limit(whole ? Long.MAX_VALUE : SHOWN)
                                .map(this::item)
                                .toList(),
                        zone));
        if (!whole && chosen.size() > SHOWN) {
            var more = new Button(words.say("story.more", chosen.size() - SHOWN), _ -> show(true));
            more.addThemeVariants(ButtonVariant.TERTIARY);
            line.add(more);
        }
    }

    private Chronicle.Item item(Told each) {
        var moment = each.moment();
        return new Chronicle.Item(
                moment.at(),
                each.icon(),
                getTranslation(each.kind()),
                moment.text(),
                moment.address());
    }
}
