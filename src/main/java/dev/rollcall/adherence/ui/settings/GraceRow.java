package dev.rollcall.adherence.ui.settings;

import com.vaadin.flow.component.Component;
import dev.rollcall.adherence.engine.Grace;
import dev.rollcall.adherence.settings.OwnRules;
import dev.rollcall.adherence.settings.Sourced;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The grace of one activity, or of all that have none of their own.
final class GraceRow implements EditedRow, SettingRow.Changes {

    private final LevelView page;
    private final @Nullable String activity;
    private final SettingRow row;
    private @Nullable GraceField field;
    private @Nullable Draft draft;

    /// @param activity null: that of all activities
    GraceRow(LevelView page, @Nullable String activity) {
        this.page = page;
        this.activity = activity;
        row =
                new SettingRow(
                        activity == null ? "grace" : "grace-" + activity,
                        name(),
                        activity == null
                                ? page.getTranslation("adherence.settings.graceOfAll.what")
                                : null,
                        this);
    }

    private String name() {
        return activity == null
                ? page.getTranslation("adherence.settings.allActivities")
                : page.words().activity(activity);
    }

    @Override
    public Component row() {
        return row;
    }

    @Override
    public void show(Draft shown, boolean mayChange) {
        draft = shown;
        var own = shown.own().graceOf(activity);
        if (own == null) {
            field = null;
            var inherited = inherited(shown);
            row.showInherited(page.words().grace(inherited.value()), origin(shown), mayChange);
        } else if (!mayChange) {
            row.showOwn(page.words().grace(own));
        } else {
            if (field == null) {
                field = new GraceField(name());
                field.setValue(own);
                field.addValueChangeListener(e -> changed(e.getValue()));
            } else if (field.isFine()) {
                field.setValue(own);
            }
            row.showOwn(field, otherwise(shown));
        }
        row.mark(!own(shown.base().own()).equals(own(shown.own())));
    }

    private Optional<Grace> own(OwnRules rules) {
        return Optional.ofNullable(rules.graceOf(activity));
    }

    private void changed(Grace grace) {
        if (draft != null && isFine()) {
            draft.grace(activity, grace);
            page.refresh();
        }
    }

    /// What holds without a word of this level.
    private Sourced<Grace> inherited(Draft shown) {
        var without = shown.base().over(shown.own().withGrace(activity, null));
        return activity == null ? without.grace() : without.graceOf(activity);
    }

    private String origin(Draft shown) {
        if (activity != null && !shown.base().above().graceByActivity().containsKey(activity)) {
            return page.getTranslation("adherence.settings.asAll");
        }
        return page.words().inheritedFrom(inherited(shown).origin());
    }

    private String otherwise(Draft shown) {
        return page.getTranslation(
                "adherence.settings.sourced",
                page.words().grace(inherited(shown).value()),
                origin(shown));
    }

    @Override
    public void makeOwn() {
        if (draft != null) {
            draft.grace(activity, inherited(draft).value());
            page.refresh();
            focus();
        }
    }

    @Override
    public void inherit() {
        if (draft != null) {
            field = null;
            draft.grace(activity, null);
            page.refresh();
        }
    }

    @Override
    public boolean isFine() {
        return field == null || field.isFine();
    }

    @Override
    public void focus() {
        if (field != null) {
            field.focus();
        }
    }
}
