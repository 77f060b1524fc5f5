package dev.rollcall.adherence.ui.person;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.adherence.MinuteExplained;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Why one minute counts as it does: the sentence, and its evidence; or how to ask for it.
final class MinutePanel extends Section {

    private final MinuteWords words;
    private final Consumer<@Nullable Instant> onMinute;

    /// @param onMinute told null when nothing is to be explained any more
    MinutePanel(MinuteWords words, Consumer<@Nullable Instant> onMinute) {
        this.words = words;
        this.onMinute = onMinute;
        addClassName("minute");
        getElement().setAttribute("aria-label", getTranslation("adherence.minute.title"));
        getElement().setAttribute("aria-live", "polite");
        show(null);
    }

    /// @param minute null: nothing is explained
    void show(@Nullable MinuteExplained minute) {
        removeAll();
        getElement().setAttribute("empty", minute == null);
        if (minute == null) {
            add(new Paragraph(getTranslation("adherence.minute.hint")));
            return;
        }
        var close = new Button(VaadinIcon.CLOSE_SMALL.create(), _ -> onMinute.accept(null));
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel(getTranslation("adherence.minute.close"));
        var sentence = new Paragraph(words.sentence(minute));
        sentence.addClassName("minute-sentence");
        var head = new Div(sentence, close);
        head.addClassName("minute-head");
        add(head, evidence(minute));
    }

    private DescriptionList evidence(MinuteExplained minute) {
        var list = new DescriptionList();
        for (var line : words.evidence(minute)) {
            list.add(new Term(new Span(line.caption())), new Description(line.text()));
        }
        return list;
    }
}
