package dev.rollcall.performance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.rollcall.kit.Refusals;
import dev.rollcall.people.UnitId;
import dev.rollcall.performance.GoalSheet;
import dev.rollcall.performance.Goals;
import dev.rollcall.performance.Goals.Choice;
import dev.rollcall.performance.Subject;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.NotFound;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/// Where goals are set: for the organisation, a unit, a group or a person, a financial year at a
/// time; and how performance is measured there.
@Route("goals")
@Menu(title = "performance.goals.title", order = 46, icon = "vaadin:bullseye")
@Requires(Permission.KPI_GOALS)
final class GoalsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int TOAST_MILLIS = 5_000;
    private static final String FOR = "for";
    private static final String MONTH = "month";

    private final Goals goals;
    private final PerformanceWords words;
    private final ComboBox<Choice> whose = new ComboBox<>();
    private final H2 year = new H2();
    private final Div sheetPlace = new Div();
    private final Div measuresPlace = new Div();
    private final Paragraph trouble = new Paragraph();
    private final Button save;
    private final Div actions = new Div();
    private @Nullable GoalFields fields;
    private @Nullable GoalSheet sheet;

    GoalsView(Goals goals) {
        this.goals = goals;
        words = new PerformanceWords(this::getTranslation, getLocale());
        addClassName("goals-view");
        whose.setLabel(words.say("goals.whose"));
        whose.setItemLabelGenerator(this::name);
        whose.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                go(event.getValue().subject(), null);
            }
        });
        trouble.addClassName("board-empty");
        trouble.getElement().setAttribute("role", "alert");
        save = new Button(words.say("goals.save"), _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        actions.addClassName("goals-actions");
        actions.add(save, new Button(words.say("goals.spread"), _ -> spread()));
        sheetPlace.addClassName("week-scroll");
        sheetPlace.getElement().setAttribute("tabindex", "0");
        sheetPlace.getElement().setAttribute("role", "region");
        sheetPlace.getElement().setAttribute("aria-label", words.say("goals.sheet"));
        add(head(), trouble, part(), measuresPlace);
    }

    @Override
    public String getPageTitle() {
        return words.say("goals.title") + " – Rollcall";
    }

    private Component head() {
        var head = new Div(new H1(words.say("goals.title")), whose);
        head.addClassName("performance-head");
        return new Div(head, new Paragraph(words.say("goals.what")));
    }

    private Component part() {
        var steps =
                new Div(
                        step(VaadinIcon.ANGLE_LEFT, "goals.previous", -12),
                        step(VaadinIcon.ANGLE_RIGHT, "goals.next", 12));
        steps.addClassName("performance-steps");
        var head = new Div(year, steps);
        head.addClassName("performance-section-head");
        var section = new Section(head, sheetPlace, actions);
        section.addClassName("performance-section");
        return section;
    }

    private Button step(VaadinIcon icon, String key, int months) {
        var button =
                new Button(
                        icon.create(),
                        _ -> {
                            var shown = sheet;
                            if (shown != null) {
                                go(shown.subject(), shown.year().start().plusMonths(months));
                            }
                        });
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(words.say(key));
        button.setTooltipText(words.say(key));
        return button;
    }

    private String name(Choice choice) {
        return choice.name().isEmpty()
                ? words.say("goals.organisation")
                : words.say("goals." + choice.subject().kind(), choice.name());
    }

    // ------------------------------------------------------------------ addresses

    private void go(Subject subject, @Nullable YearMonth month) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put(FOR, subject.kind() + ":" + subject.id());
        if (month != null) {
            query.put(MONTH, month.toString());
        }
        getUI().ifPresent(ui -> ui.navigate(GoalsView.class, QueryParameters.simple(query)));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        var choices = goals.choices();
        whose.setItems(choices);
        var wanted = query.getSingleParameter(FOR).orElse("");
        var choice =
                choices.stream()
                        .filter(each ->
                                (each.subject().kind() + ":" + each.subject().id()).equals(wanted))
                        .findFirst()
                        .or(() -> choices.stream().findFirst());
        if (choice.isEmpty()) {
            say(words.say("goals.nobody"));
            return;
        }
        whose.setValue(choice.get());
        show(choice.get().subject(), month(query.getSingleParameter(MONTH)));
    }

    private static @Nullable YearMonth month(Optional<String> text) {
        try {
            return text.map(YearMonth::parse).orElse(null);
        } catch (DateTimeException e) {
            return null;
        }
    }

    // ------------------------------------------------------------------ what is shown

    private void say(String sentence) {
        trouble.setText(sentence);
        trouble.setVisible(!sentence.isEmpty());
        actions.setVisible(sentence.isEmpty());
        sheetPlace.setVisible(sentence.isEmpty());
    }

    private void show(Subject subject, @Nullable YearMonth month) {
        try {
            var read = goals.sheet(subject, month);
            sheet = read;
            var made = new GoalFields(words, read);
            fields = made;
            sheetPlace.removeAll();
            sheetPlace.add(made);
            year.setText(
                    words.say(
                            "goals.year",
                            words.month(read.year().start()),
                            words.month(read.year().end())));
            say("");
            measuresPlace.removeAll();
            if (subject.kind() == Subject.Kind.UNIT
                    || subject.kind() == Subject.Kind.ORGANISATION) {
                var unit = subject.kind() == Subject.Kind.UNIT ? new UnitId(subject.id()) : null;
                measuresPlace.add(
                        new MeasuresForm(
                                words,
                                goals.measures(unit),
                                unit == null,
                                (measures, version) -> {
                                    goals.measure(unit, measures, version);
                                    tell(words.say("measures.saved"));
                                    show(subject, month);
                                }));
            }
        } catch (DataAccessException e) {
            say(words.say("goals.away"));
        } catch (NotFound e) {
            say(words.say("goals.nobody"));
        }
    }

    private void save() {
        var read = sheet;
        var typed = fields;
        if (read == null || typed == null || !typed.isValid()) {
            return;
        }
        try {
            goals.save(read, typed.values());
            tell(words.say("goals.saved"));
            show(read.subject(), read.year().start());
        } catch (RuntimeException e) {
            tell(Refusals.ofDeed(this::getTranslation).say(e));
        }
    }

    private void spread() {
        var read = sheet;
        var typed = fields;
        if (read != null && typed != null) {
            new SpreadDialog(words, read, typed::fill).open();
        }
    }

    private static void tell(String sentence) {
        Notification.show(sentence, TOAST_MILLIS, Notification.Position.BOTTOM_START);
    }
}
