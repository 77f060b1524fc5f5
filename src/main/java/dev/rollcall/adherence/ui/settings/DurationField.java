package dev.rollcall.adherence.ui.settings;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A length of time in minutes and seconds.
final class DurationField extends CustomField<Duration> {

    private static final int MOST_MINUTES = 24 * 60;
    private static final int SECONDS = 60;

    private final IntegerField minutes = part("min", MOST_MINUTES);
    private final IntegerField seconds = part("s", SECONDS - 1);

    DurationField(String label) {
        super(Duration.ZERO);
        setLabel(label);
        minutes.setAriaLabel(getTranslation("adherence.settings.minutesOf", label));
        seconds.setAriaLabel(getTranslation("adherence.settings.secondsOf", label));
        addClassName("duration-field");
        var parts = new Div(minutes, seconds);
        parts.addClassName("duration-parts");
        add(parts);
        setPresentationValue(Duration.ZERO);
    }

    private IntegerField part(String suffix, int most) {
        var part = new IntegerField();
        part.setMin(0);
        part.setMax(most);
        part.setSuffixComponent(new Span(suffix));
        part.addThemeVariants(TextFieldVariant.SMALL);
        part.setValueChangeMode(ValueChangeMode.EAGER);
        part.setManualValidation(true);
        part.addValueChangeListener(_ -> {
            part.setInvalid(!isFine(part.getValue(), most));
            updateValue();
        });
        return part;
    }

    private static boolean isFine(@Nullable Integer number, int most) {
        return number == null || (number >= 0 && number <= most);
    }

    /// Whether both parts are numbers a clock knows.
    boolean isFine() {
        return !minutes.isInvalid() && !seconds.isInvalid();
    }

    @Override
    public void focus() {
        minutes.focus();
    }

    @Override
    protected Duration generateModelValue() {
        return Duration.ofMinutes(number(minutes)).plusSeconds(number(seconds));
    }

    private static int number(IntegerField part) {
        var number = part.getValue();
        return number == null || part.isInvalid() ? 0 : number;
    }

    @Override
    protected void setPresentationValue(Duration duration) {
        minutes.setValue((int) Math.min(duration.toMinutes(), Integer.MAX_VALUE));
        seconds.setValue(duration.toSecondsPart());
    }
}
