package dev.rollcall.adherence.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rollcall.adherence.RuleEvidence;
import dev.rollcall.adherence.engine.Rules;
import dev.rollcall.adherence.engine.Verdict;
import dev.rollcall.adherence.settings.LevelRules;
import dev.rollcall.adherence.settings.Pair;
import dev.rollcall.adherence.settings.SeenPair;
import dev.rollcall.adherence.settings.Suggestion;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What really happened and no rule speaks of, with what it touches and what it should obviously
/// count as.
final class UndecidedPanel extends Section {

    private static final List<Verdict> CHOICES = List.of(Verdict.IN, Verdict.OUT, Verdict.NEUTRAL);

    private final RuleWords words;
    private final Consumer<Map<Pair, Verdict>> onDecide;
    private final Consumer<LocalDate> onFrom;

    /// @param onDecide told what somebody chose
    /// @param onFrom told from which day on it is to count
    UndecidedPanel(
            RuleWords words, Consumer<Map<Pair, Verdict>> onDecide, Consumer<LocalDate> onFrom) {
        this.words = words;
        this.onDecide = onDecide;
        this.onFrom = onFrom;
        addClassName("undecided");
    }

    /// @param seen what was found by what is saved; what the draft decides stays in sight
    void show(List<SeenPair> seen, Draft draft, ZoneId zone, boolean mayChange) {
        removeAll();
        setVisible(!seen.isEmpty());
        if (seen.isEmpty()) {
            return;
        }
        var title = new H2(getTranslation("adherence.settings.undecided.title"));
        title.setId("undecided-title");
        getElement().setAttribute("aria-labelledby", "undecided-title");
        var head = new Div(title);
        head.addClassName("undecided-head");
        var rules = draft.base().holds().mapping().value();
        var open = new LinkedHashMap<Pair, Verdict>();
        var list = new UnorderedList();
        for (var each : seen) {
            var suggestion = Suggestion.of(each.pair(), rules);
            list.add(item(each, draft, suggestion, zone, mayChange));
            if (draft.verdict(each.pair()) == Verdict.UNMAPPED) {
                suggestion.ifPresent(obvious -> open.put(each.pair(), obvious.verdict()));
            }
        }
        if (mayChange && open.size() > 1) {
            var all =
                    new Button(
                            getTranslation("adherence.settings.undecided.takeAll", open.size()),
                            _ -> onDecide.accept(open));
            all.addThemeVariants(ButtonVariant.SMALL);
            head.add(all);
        }
        boolean out = draft.holds().unmapped().value() == Rules.Unmapped.OUT;
        var what =
                new Paragraph(
                        getTranslation(
                                out
                                        ? "adherence.settings.undecided.whatOut"
                                        : "adherence.settings.undecided.what",
                                RuleEvidence.DAYS));
        add(head, what, list);
        if (mayChange) {
            add(countsFrom(seen, draft.base()));
        }
    }

    /// From which day on what is decided here counts; or from the first on which any of it was
    /// seen.
    private Component countsFrom(List<SeenPair> seen, LevelRules base) {
        var text =
                new Span(
                        getTranslation(
                                "adherence.settings.undecided.from",
                                words.from(base.date(), base.today())));
        var line = new Div(text);
        line.addClassName("undecided-from");
        var first =
                seen.stream().map(SeenPair::firstDay).min(LocalDate::compareTo).orElse(base.date());
        if (first.isBefore(base.date())) {
            var since =
                    new Button(
                            getTranslation(
                                    "adherence.settings.undecided.fromFirst", words.day(first)),
                            _ -> onFrom.accept(first));
            since.addThemeVariants(ButtonVariant.SMALL);
            line.add(since);
        }
        return line;
    }

    private Component item(
            SeenPair seen,
            Draft draft,
            Optional<Suggestion> suggestion,
            ZoneId zone,
            boolean mayChange) {
        var name =
                getTranslation(
                        "adherence.settings.pair",
                        words.presence(seen.presence()),
                        words.activity(seen.activity()));
        var pair = new Span(name);
        pair.addClassName("undecided-pair");
        var facts =
                new Span(
                        getTranslation(
                                "adherence.settings.undecided.facts",
                                seen.people(),
                                words.duration(seen.time().withNanos(0)),
                                DateTimeFormatter.ofPattern("EEE HH:mm", getLocale())
                                        .format(seen.last().atZone(zone))));
        facts.addClassName("undecided-facts");
        var text = new Div(pair, facts);
        text.addClassName("undecided-text");
        suggestion.ifPresent(obvious -> text.add(why(obvious, seen)));
        var item = new ListItem(text);
        item.getElement().setAttribute("data-pair", seen.activity() + " " + seen.presence());
        if (mayChange) {
            var choices = new Div();
            choices.addClassName("undecided-choices");
            choices.getElement().setAttribute("role", "group");
            choices.getElement().setAttribute("aria-label", name);
            var now = draft.verdict(seen.pair());
            for (var verdict : CHOICES) {
                choices.add(choice(seen.pair(), verdict, now, suggestion));
            }
            item.add(choices);
            item.getElement().setAttribute("data-decided", now != Verdict.UNMAPPED);
        }
        return item;
    }

    private Component choice(
            Pair pair, Verdict verdict, Verdict now, Optional<Suggestion> suggestion) {
        boolean chosen = verdict == now;
        boolean obvious = suggestion.filter(each -> each.verdict() == verdict).isPresent();
        var button =
                new Button(
                        words.verdict(verdict),
                        _ -> onDecide.accept(Map.of(pair, chosen ? Verdict.UNMAPPED : verdict)));
        button.addThemeVariants(ButtonVariant.SMALL);
        button.getElement().setAttribute("aria-pressed", Boolean.toString(chosen));
        button.getElement().setAttribute("data-verdict", verdict.name());
        if (obvious && now == Verdict.UNMAPPED) {
            button.addClassName("undecided-obvious");
            button.setText(
                    getTranslation(
                            "adherence.settings.undecided.suggested", words.verdict(verdict)));
        }
        return button;
    }

    private Component why(Suggestion obvious, SeenPair seen) {
        var why =
                new Span(
                        getTranslation(
                                "adherence.settings.suggestion." + obvious.why(),
                                words.verdict(obvious.verdict()),
                                words.activity(seen.activity()),
                                words.presence(seen.presence().replaceFirst("/.*", ""))));
        why.addClassName("undecided-why");
        return why;
    }
}
