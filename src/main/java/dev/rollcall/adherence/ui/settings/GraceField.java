package dev.rollcall.adherence.ui.settings;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.select.SelectVariant;
import dev.rollcall.adherence.engine.Grace;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// One of the four models of grace with its times. The sentence below says what the model does.
final class GraceField extends CustomField<Grace> {

    /// The models, the usual one first.
    private enum Model {
        MINIMUM_EXCEPTION,
        BOUNDARY,
        ALARM_ONLY,
        NONE
    }

    private static final Duration USUAL = Duration.ofMinutes(2);

    private final Select<Model> model = new Select<>();
    private final DurationField single;
    private final DurationField startBefore = window("startBefore");
    private final DurationField startAfter = window("startAfter");
    private final DurationField endBefore = window("endBefore");
    private final DurationField endAfter = window("endAfter");

    /// @param about what the grace is of
    GraceField(String about) {
        super(new Grace.None());
        addClassName("grace-field");
        single = new DurationField(getTranslation("adherence.settings.grace.time"));
        single.setValue(USUAL);
        model.setItems(Model.values());
        model.setItemLabelGenerator(each -> getTranslation("adherence.settings.grace." + each));
        model.setAriaLabel(getTranslation("adherence.settings.grace.modelOf", about));
        model.addThemeVariants(SelectVariant.SMALL);
        model.addClassName("grace-model");
        model.setValue(Model.NONE);
        model.addValueChangeListener(_ -> {
            showTimes();
            updateValue();
        });
        times().forEach(each -> each.addValueChangeListener(_ -> updateValue()));
        var windows = new Div(single, startBefore, startAfter, endBefore, endAfter);
        windows.addClassName("grace-times");
        add(model, windows);
        showTimes();
    }

    private DurationField window(String name) {
        return new DurationField(getTranslation("adherence.settings.grace." + name));
    }

    private Stream<DurationField> times() {
        return Stream.of(single, startBefore, startAfter, endBefore, endAfter);
    }

    private void showTimes() {
        var chosen = chosen();
        single.setVisible(chosen == Model.MINIMUM_EXCEPTION || chosen == Model.ALARM_ONLY);
        List.of(startBefore, startAfter, endBefore, endAfter)
                .forEach(each -> each.setVisible(chosen == Model.BOUNDARY));
        setHelperText(getTranslation("adherence.settings.grace." + chosen + ".what"));
    }

    private Model chosen() {
        var chosen = model.getValue();
        return chosen == null ? Model.NONE : chosen;
    }

    /// Whether every time that counts is one.
    boolean isFine() {
        return times().filter(DurationField::isVisible).allMatch(DurationField::isFine);
    }

    @Override
    public void focus() {
        model.focus();
    }

    @Override
    protected Grace generateModelValue() {
        return switch (chosen()) {
            case NONE -> new Grace.None();
            case MINIMUM_EXCEPTION -> new Grace.MinimumException(single.getValue());
            case ALARM_ONLY -> new Grace.AlarmOnly(single.getValue());
            case BOUNDARY ->
                    new Grace.Boundary(
                            startBefore.getValue(),
                            startAfter.getValue(),
                            endBefore.getValue(),
                            endAfter.getValue());
        };
    }

    @Override
    protected void setPresentationValue(Grace grace) {
        switch (grace) {
            case Grace.None _ -> model.setValue(Model.NONE);
            case Grace.MinimumException g -> {
                single.setValue(g.duration());
                model.setValue(Model.MINIMUM_EXCEPTION);
            }
            case Grace.AlarmOnly g -> {
                single.setValue(g.duration());
                model.setValue(Model.ALARM_ONLY);
            }
            case Grace.Boundary g -> {
                startBefore.setValue(g.startBefore());
                startAfter.setValue(g.startAfter());
                endBefore.setValue(g.endBefore());
                endAfter.setValue(g.endAfter());
                model.setValue(Model.BOUNDARY);
            }
        }
        showTimes();
    }
}
