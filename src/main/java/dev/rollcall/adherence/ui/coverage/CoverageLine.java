package dev.rollcall.adherence.ui.coverage;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.adherence.floor.Coverage;
import dev.rollcall.kit.PushedText;

/// Coverage in a line: how many of those planned are present, when there were too few, and how many
/// people might be worth a look. Behind its button is every half hour.
public final class CoverageLine extends Div {

    /// More bottlenecks than this are counted, not listed.
    private static final int MOST_LISTED = 3;

    private final Span present = new Span();
    private final Span shortage = new Span();
    private final Button quiet = new Button();
    private final Button perHalfHour;
    private Coverage coverage = Coverage.NONE;
    private CoverageWords words;

    /// @param onQuiet shows those worth a look, or everybody again
    public CoverageLine(CoverageWords words, Runnable onQuiet) {
        this.words = words;
        addClassName("board-coverage");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("adherence.coverage.label"));
        present.addClassName("coverage-present");
        shortage.addClassName("coverage-shortage");
        quiet.setIcon(VaadinIcon.QUESTION_CIRCLE_O.create());
        quiet.addThemeVariants(ButtonVariant.TERTIARY);
        quiet.setTooltipText(getTranslation("adherence.quiet.title"));
        quiet.addClickListener(_ -> onQuiet.run());
        perHalfHour =
                new Button(
                        getTranslation("adherence.coverage.perHalfHour"),
                        _ -> new CoverageDialog(coverage, this.words).open());
        perHalfHour.addThemeVariants(ButtonVariant.TERTIARY);
        add(present, shortage, quiet, perHalfHour);
    }

    /// @param quietPeople how many people might be worth a look
    /// @param onlyThem whether only they are shown
    public void show(
            Coverage newCoverage, CoverageWords newWords, int quietPeople, boolean onlyThem) {
        coverage = newCoverage;
        words = newWords;
        PushedText.set(present, words.present(coverage));
        var bottlenecks = coverage.bottlenecks();
        shortage.getElement().setAttribute("data-short", !bottlenecks.isEmpty());
        PushedText.set(shortage, words.shortage(bottlenecks, MOST_LISTED, coverage));
        quiet.setVisible(quietPeople > 0 || onlyThem);
        PushedText.set(quiet, getTranslation("adherence.quiet.count", quietPeople));
        quiet.getElement().setAttribute("aria-pressed", Boolean.toString(onlyThem));
    }
}
