package dev.rollcall.schedule.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.rollcall.kit.ActivityTone;
import dev.rollcall.kit.FormHost;
import dev.rollcall.kit.RecordForm;
import dev.rollcall.kit.SearchText;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Activity;
import dev.rollcall.schedule.Category;
import dev.rollcall.security.Access;
import dev.rollcall.shared.NotFound;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An activity: what it is called, how it looks, and what it counts as.
final class ActivityForm extends RecordForm<Activity> {

    private final Activities activities;
    private final Access access;
    private final TextField name = new TextField();
    private final TextField code = new TextField();
    private final Select<Category> category = new Select<>();
    private final Select<ActivityTone> colour = new Select<>();
    private final Checkbox paid = new Checkbox();
    private final Checkbox needsPresence = new Checkbox();

    /// @param known null for a new one
    /// @param mayChange whether the viewer may change what is the whole organisation's
    ActivityForm(
            FormHost host,
            Activities activities,
            Access access,
            @Nullable Activity known,
            boolean mayChange) {
        super(host, known);
        this.activities = activities;
        this.access = access;
        name.setLabel(word("name"));
        name.setRequiredIndicatorVisible(true);
        code.setLabel(word("code"));
        category.setLabel(word("category"));
        category.setItems(Category.values());
        category.setItemLabelGenerator(each -> word("category." + each));
        colour.setLabel(word("colour"));
        colour.setItems(ActivityTone.values());
        colour.setItemLabelGenerator(each -> word("colour." + each));
        colour.setRenderer(new ComponentRenderer<>(this::swatch));
        paid.setLabel(word("paid"));
        needsPresence.setLabel(word("needsPresence"));
        needsPresence.setHelperText(word("needsPresenceHelp"));
        textField("/name", name, Activity::name);
        textField("/code", code, Activity::code);
        field(
                "/category",
                category,
                Category.AUXILIARY,
                Activity::category,
                each -> word("category." + each));
        field(
                "/colour",
                colour,
                ActivityTone.OTHER,
                activity -> ActivityTone.of(activity.colour()),
                each -> word("colour." + each));
        field("/paid", paid, true, Activity::paid, this::yesOrNo);
        field("/needsPresence", needsPresence, true, Activity::needsPresence, this::yesOrNo);
        if (known == null) {
            code.setRequiredIndicatorVisible(true);
            code.setHelperText(word("codeHelp"));
            suggestCode();
            category.setHelperText(word("categoryHelp"));
        } else {
            code.setReadOnly(true);
            category.setReadOnly(true);
            needsPresence.setReadOnly(true);
            category.setHelperText(word("categoryStays"));
        }
        category.addValueChangeListener(_ -> timeOffNeedsNobody());
        finish(mayChange);
        timeOffNeedsNobody();
    }

    private String word(String key) {
        return getTranslation("schedule.activities." + key);
    }

    private String yesOrNo(Boolean value) {
        return word(value ? "yes" : "no");
    }

    /// A colour is shown, and called by its name for those who cannot see it.
    private Span swatch(ActivityTone tone) {
        var dot = new Span();
        dot.addClassName("activity-swatch");
        dot.getStyle().set("background", "var(--rollcall-activity-" + tone.token() + ")");
        dot.getElement().setAttribute("aria-hidden", "true");
        return new Span(dot, new Span(word("colour." + tone)));
    }

    private void timeOffNeedsNobody() {
        boolean timeOff = category.getValue() == Category.TIME_OFF;
        if (timeOff) {
            needsPresence.setValue(false);
        }
        needsPresence.setEnabled(!timeOff || !isNew());
    }

    /// The code follows the name until somebody writes one.
    private void suggestCode() {
        name.addValueChangeListener(e -> {
            if (code.getValue().equals(codeFor(e.getOldValue()))) {
                code.setValue(codeFor(e.getValue()));
            }
        });
    }

    private static String codeFor(String name) {
        var plain =
                SearchText.plain(name)
                        .toUpperCase(Locale.ROOT)
                        .replaceAll("[^A-Z0-9]+", "_")
                        .replaceAll("^_+|_+$", "");
        return plain.substring(0, Math.min(plain.length(), 40));
    }

    @Override
    protected String titleWhenNew() {
        return word("new");
    }

    @Override
    protected String what() {
        return word("one");
    }

    @Override
    protected String whyReadOnly() {
        return getTranslation("kit.browse.wholeOrganisation");
    }

    @Override
    protected String name(Activity activity) {
        return activity.name();
    }

    @Override
    protected long version(Activity activity) {
        return activity.version();
    }

    @Override
    protected Activity readAgain(Activity activity) {
        return activities
                .of(activity.code())
                .orElseThrow(() -> new NotFound("activity", activity.code()));
    }

    @Override
    protected Activity write(long expectedVersion) {
        return activities.save(
                new Activity(
                        code.getValue().strip(),
                        name.getValue(),
                        Objects.requireNonNullElse(category.getValue(), Category.AUXILIARY),
                        Objects.requireNonNullElse(colour.getValue(), ActivityTone.OTHER).token(),
                        paid.getValue(),
                        needsPresence.getValue(),
                        0),
                expectedVersion,
                access.viewer().actor());
    }
}
