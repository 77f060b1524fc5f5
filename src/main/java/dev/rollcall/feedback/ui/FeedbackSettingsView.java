package dev.rollcall.feedback.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.rollcall.feedback.FeedbackTag;
import dev.rollcall.feedback.FeedbackTags;
import dev.rollcall.kit.FormDialog;
import dev.rollcall.kit.Refusals;
import dev.rollcall.kit.Segments;
import dev.rollcall.kit.SettledItem;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How feedback is kept up: what it can be about, how often people are to have some, anonymous
/// rounds, and what was reported as hurtful.
@Route("settings/feedback")
@Menu(title = "feedback.settings.title", order = 76.7, icon = "vaadin:comment-o")
@Requires(Permission.FEEDBACK_ADMIN)
final class FeedbackSettingsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int MILLIS = 5_000;
    private static final String PREFIX = "feedback.settings";

    /// The parts of the page.
    enum Part {
        TAGS,
        CADENCE,
        ROUNDS,
        REPORTED;

        String token() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final FeedbackSources sources;
    private final FeedbackWords words;
    private final Segments<Part> parts;
    private final Div place = new Div();
    private Part shown = Part.TAGS;

    FeedbackSettingsView(FeedbackSources sources) {
        this.sources = sources;
        words = new FeedbackWords(this::getTranslation, getLocale());
        addClassName("feedback-view");
        parts =
                new Segments<>(
                        words.say("parts"),
                        List.of(Part.values()),
                        part -> words.say("settings.part." + part),
                        part ->
                                UI.getCurrentOrThrow()
                                        .navigate(
                                                FeedbackSettingsView.class,
                                                QueryParameters.of("show", part.token())));
        place.addClassName("feedback-place");
        add(new H1(words.say("settings.title")), parts, place);
    }

    @Override
    public String getPageTitle() {
        return words.say("settings.title") + " – Rollcall";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var token = event.getLocation().getQueryParameters().getSingleParameter("show").orElse("");
        shown =
                Arrays.stream(Part.values())
                        .filter(each -> each.token().equals(token))
                        .findFirst()
                        .orElse(Part.TAGS);
        show();
    }

    private void show() {
        parts.show(shown);
        place.removeAll();
        place.add(new Paragraph(words.say("settings.what." + shown)));
        switch (shown) {
            case TAGS -> tags();
            case CADENCE -> cadence();
            case ROUNDS -> {
                place.add(
                        new Div(
                                new Button(
                                        words.say("round.begin"),
                                        _ -> new RoundForm(sources, this::show).open())),
                        new RoundResults(sources, words));
            }
            case REPORTED -> reported();
        }
    }

    private void tags() {
        var list = new OrderedList();
        list.addClassName("deeds");
        for (var tag : sources.tags().all()) {
            list.add(
                    new SettledItem(
                                    PREFIX,
                                    words.tag(tag),
                                    words.say(
                                            tag.retired()
                                                    ? "settings.retired"
                                                    : "settings.offered"))
                            .changeable(() -> new TagForm(tag).open()));
        }
        place.add(
                new Div(new Button(words.say("settings.addTag"), _ -> new TagForm(null).open())),
                list);
    }

    private void cadence() {
        var own = sources.cadences().own();
        var list = new OrderedList();
        list.addClassName("deeds");
        for (var unit : sources.directory().units(Scope.everyone())) {
            int days = sources.cadences().days(unit.id(), own);
            list.add(
                    new SettledItem(
                                    PREFIX,
                                    unit.name(),
                                    words.say(
                                            own.containsKey(unit.id())
                                                    ? "settings.days"
                                                    : "settings.daysAbove",
                                            days))
                            .changeable(() -> new CadenceForm(unit, own.get(unit.id())).open()));
        }
        place.add(list);
    }

    private void reported() {
        var found = sources.reported().waiting();
        if (found.isEmpty()) {
            var none = new Div(new Paragraph(words.say("settings.noneReported")));
            none.addClassName("board-empty");
            place.add(none);
            return;
        }
        var tags = sources.tags().all();
        for (var each : found) {
            var report = each.report();
            place.add(
                    new FeedbackCard(
                            words,
                            each,
                            words.say("fromTo", each.giver().name(), sources.name(each.agent())),
                            tags,
                            null,
                            new Paragraph(
                                    words.say(
                                            "settings.why", report == null ? "" : report.reason())),
                            decide(each.number(), true),
                            decide(each.number(), false)));
        }
    }

    private Button decide(long number, boolean keep) {
        var button = new Button(words.say(keep ? "settings.keep" : "settings.remove"));
        button.setDisableOnClick(true);
        button.addClickListener(_ -> {
            try {
                sources.reported().decide(number, keep);
                tell(words.say(keep ? "settings.kept" : "settings.removed"));
            } catch (RuntimeException e) {
                tell(Refusals.ofDeed(this::getTranslation).say(e));
            }
            show();
        });
        return button;
    }

    private static void tell(String sentence) {
        Notification.show(sentence, MILLIS, Notification.Position.BOTTOM_START);
    }

    /// A tag, a new one or a known one.
    private final class TagForm extends FormDialog {

        private final @Nullable FeedbackTag known;
        private final TextField code = new TextField();
        private final TextField name = new TextField();
        private final Checkbox offered = new Checkbox();

        TagForm(@Nullable FeedbackTag known) {
            super(
                    FeedbackSettingsView.this.words.say(
                            known == null ? "settings.addTag" : "settings.changeTag"));
            this.known = known;
            code.setLabel(words.say("settings.code"));
            code.setHelperText(words.say("settings.codeHelp"));
            code.setEnabled(known == null);
            name.setLabel(words.say("settings.name"));
            name.setMaxLength(FeedbackTags.LONGEST_NAME);
            name.setWidthFull();
            offered.setLabel(words.say("settings.offer"));
            offered.setValue(known == null || !known.retired());
            if (known != null) {
                code.setValue(known.code());
                name.setValue(words.tag(known));
            }
            field("/code", code);
            field("/name", name);
            ask(words.say("settings.save"), code, name, offered);
        }

        @Override
        protected boolean isComplete() {
            return true;
        }

        @Override
        protected void save() {
            var typed = name.getValue().strip();
            var key = known == null ? null : known.textKey();
            boolean asShipped = key != null && typed.equals(getTranslation(key));
            sources.tags()
                    .save(
                            code.getValue().strip(),
                            asShipped ? null : typed,
                            !offered.getValue(),
                            known == null ? 0 : known.version());
            FeedbackSettingsView.this.show();
        }
    }

    /// How often the people of a unit are to hear something.
    private final class CadenceForm extends FormDialog {

        private final Unit unit;
        private final IntegerField days = new IntegerField();

        CadenceForm(Unit unit, @Nullable Integer known) {
            super(unit.name());
            this.unit = unit;
            days.setLabel(words.say("settings.daysLabel"));
            days.setHelperText(words.say("settings.daysHelp"));
            days.setValue(known);
            days.setWidthFull();
            field("/days", days);
            ask(words.say("settings.save"), days);
        }

        @Override
        protected boolean isComplete() {
            return true;
        }

        @Override
        protected void save() {
            sources.cadences().settle(unit.id(), days.getValue());
            FeedbackSettingsView.this.show();
        }
    }
}
