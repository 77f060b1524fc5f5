package dev.rollcall.quality.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rollcall.kit.LeaveGuard;
import dev.rollcall.kit.Refusals;
import dev.rollcall.quality.Category;
import dev.rollcall.quality.Scorecard;
import dev.rollcall.quality.ScorecardVersion;
import dev.rollcall.quality.Scorecards;
import dev.rollcall.quality.Sheet;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.InvalidInput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One scorecard: its draft to be written, beside how it will look. A published version never
/// changes; to change it is to write the next one.
@Route("settings/scorecards/:code")
@Requires(Permission.SETTINGS_ADMIN)
final class ScorecardView extends Div
        implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_TEXT = 500;
    private static final int MILLIS = 5_000;
    private static final String NEW = "new";

    private final Scorecards scorecards;
    private final QualityWords words;
    private final LeaveGuard guard = new LeaveGuard();
    private final TextField code = new TextField();
    private final TextField name = new TextField();
    private final TextArea about = new TextArea();
    private final Div categories = new Div();
    private final Div preview = new Div();
    private final Span state = new Span();
    private final Paragraph trouble = new Paragraph();
    private final Button publish = new Button();
    private final Button discard = new Button();
    private List<CategoryForm> forms = new ArrayList<>();
    private long edits;
    private boolean dirty;

    ScorecardView(Scorecards scorecards) {
        this.scorecards = scorecards;
        words = new QualityWords(this::getTranslation, getLocale());
        addClassName("quality-page");
        trouble.addClassName("form-problem");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        state.addClassName("board-second");
        state.getElement().setAttribute("role", "status");
        code.setLabel(words.say("cards.code"));
        code.setHelperText(words.say("cards.codeWhat"));
        name.setLabel(words.say("cards.name"));
        name.setMaxLength(LONGEST_NAME);
        name.setWidthFull();
        about.setLabel(words.say("cards.about"));
        about.setMaxLength(LONGEST_TEXT);
        about.setWidthFull();
        name.addValueChangeListener(event -> changed(event.isFromClient()));
        about.addValueChangeListener(event -> changed(event.isFromClient()));
        categories.addClassName("card-categories");
        preview.addClassName("quality-side");
    }

    @Override
    public String getPageTitle() {
        return words.say("cards.one") + " – Rollcall";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getRouteParameters().get("code").orElse(NEW));
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (dirty) {
            guard.ask(event);
        }
    }

    private void show(String wanted) {
        removeAll();
        var back = new Anchor("settings/scorecards", words.say("cards.title"));
        back.addClassName("quality-back");
        add(guard, back);
        var known = wanted.equals(NEW) ? null : scorecards.find(wanted).orElse(null);
        if (known == null && !wanted.equals(NEW)) {
            var sentence = new Paragraph(words.say("cards.gone"));
            sentence.getElement().setAttribute("role", "alert");
            add(new H1(words.say("cards.one")), sentence);
            return;
        }
        fill(known);
        var head = new Div(new H1(known == null ? words.say("cards.add") : known.name()), state);
        head.addClassName("quality-head");
        var more =
                new Button(
                        words.say("cards.addCategory"),
                        _ -> {
                            forms.add(category(null));
                            arrange();
                            changed(true);
                        });
        var main = new Div(code, name, about, categories, new Div(more), trouble, buttons());
        main.addClassNames("quality-main", "card-form");
        var both = new Div(main, preview);
        both.addClassName("card-split");
        add(head, both);
        arrange();
        showPreview();
    }

    private void fill(@Nullable Scorecard known) {
        code.setVisible(known == null);
        var draft = known == null ? null : known.draft().orElse(null);
        var shown = known == null ? null : known.versions().getFirst();
        edits = draft == null ? 0 : draft.edits();
        if (known != null) {
            code.setValue(known.code());
        }
        forms = new ArrayList<>();
        if (shown != null) {
            name.setValue(shown.sheet().name());
            about.setValue(shown.sheet().about());
            shown.sheet().categories().forEach(each -> forms.add(category(each)));
        } else {
            forms.add(category(null));
        }
        dirty = false;
        stand(known, draft);
    }

    private void stand(@Nullable Scorecard known, @Nullable ScorecardVersion draft) {
        publish.setEnabled(draft != null);
        discard.setVisible(draft != null);
        if (known == null) {
            state.setText(words.say("cards.stateNew"));
        } else if (draft != null) {
            state.setText(words.say("cards.stateDraft", draft.number()));
        } else {
            int number = known.versions().getFirst().number();
            state.setText(words.say("cards.statePublished", number, number + 1));
        }
    }

    private CategoryForm category(@Nullable Category known) {
        return new CategoryForm(
                words,
                known,
                () -> changed(true),
                form -> {
                    forms.remove(form);
                    arrange();
                    changed(true);
                },
                (form, by) -> {
                    int at = forms.indexOf(form);
                    int to = at + by;
                    if (to >= 0 && to < forms.size()) {
                        Collections.swap(forms, at, to);
                        arrange();
                        changed(true);
                    }
                });
    }

    private void arrange() {
        categories.removeAll();
        forms.forEach(categories::add);
    }

    private Sheet sheet() {
        var keys = new Keys();
        return new Sheet(
                name.getValue().strip(),
                about.getValue().strip(),
                forms.stream().map(form -> form.value(keys)).toList());
    }

    private void changed(boolean fromClient) {
        if (!fromClient) {
            return;
        }
        dirty = true;
        guard.changed(true);
        publish.setEnabled(false);
        showPreview();
    }

    private void showPreview() {
        preview.removeAll();
        var title = new H2(words.say("cards.preview"));
        preview.add(title, new SheetForm(words, sheet(), Map.of(), () -> {}));
    }

    private Div buttons() {
        var save = new Button(words.say("cards.save"), _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        publish.setText(words.say("cards.publish"));
        publish.addClickListener(_ -> publish());
        discard.setText(words.say("cards.discard"));
        discard.addThemeVariants(ButtonVariant.TERTIARY);
        discard.addClickListener(_ -> discard());
        var buttons = new Div(save, publish, discard);
        buttons.addClassName("record-buttons");
        return buttons;
    }

    private void save() {
        attempt(() -> {
            var saved = scorecards.save(code.getValue().strip(), sheet(), edits);
            edits = saved.edits();
            clean();
            stand(scorecards.find(saved.card()).orElse(null), saved);
            code.setVisible(false);
            tell("cards.saved");
        });
    }

    private void publish() {
        attempt(() -> {
            scorecards.publish(code.getValue().strip(), edits);
            clean();
            tell("cards.publishedNow");
            UI.getCurrentOrThrow().navigate("settings/scorecards");
        });
    }

    private void discard() {
        attempt(() -> {
            scorecards.discard(code.getValue().strip(), edits);
            clean();
            UI.getCurrentOrThrow().navigate("settings/scorecards");
        });
    }

    private void clean() {
        dirty = false;
        guard.changed(false);
    }

    private void attempt(Runnable deed) {
        trouble.setVisible(false);
        var refusals = Refusals.ofForm(this::getTranslation);
        try {
            deed.run();
        } catch (InvalidInput e) {
            var sentences = new ArrayList<String>();
            for (var problem : e.problems()) {
                sentences.add(where(problem.pointer()) + refusals.say(problem));
            }
            say(String.join(" ", sentences));
        } catch (RuntimeException e) {
            say(refusals.say(e));
        }
    }

    /// Which part of the card a problem is about, in words.
    private String where(String pointer) {
        var parts = pointer.split("/", -1);
        if (parts.length < 3 || !parts[1].equals("categories") || !parts[2].matches("[0-9]+")) {
            return parts.length > 1 && parts[1].equals("name")
                    ? words.say("cards.name") + ": "
                    : "";
        }
        int category = Integer.parseInt(parts[2]) + 1;
        return parts.length > 4 && parts[3].equals("questions") && parts[4].matches("[0-9]+")
                ? words.say("cards.atQuestion", category, Integer.parseInt(parts[4]) + 1) + " "
                : words.say("cards.atCategory", category) + " ";
    }

    private void say(String sentence) {
        trouble.setText(sentence);
        trouble.setVisible(true);
    }

    private void tell(String key) {
        Notification.show(words.say(key), MILLIS, Notification.Position.BOTTOM_START);
    }
}
