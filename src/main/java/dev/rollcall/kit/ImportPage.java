package dev.rollcall.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.HasDynamicTitle;
import java.util.List;

/// A page that takes a CSV file, shows what it would bring and what is wrong with it, and writes
/// nothing before somebody says so. All its words begin with one prefix: `title`, `example`,
/// `explanation`, `discard` and those of the page itself.
public abstract class ImportPage extends VerticalLayout implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    /// Longer lists scroll by themselves.
    private static final int FEW = 10;

    private final String words;
    private final CsvUpload upload;
    private final Section result = new Section();

    /// @param words what the keys of the page's words begin with, for example `schedule.import`
    /// @param largest how large a file may be, in bytes
    /// @param example the text of a file that could be imported
    protected ImportPage(String words, int largest, String example) {
        this.words = words;
        upload = new CsvUpload(largest, this::look, this::fail, result::removeAll);
        result.setWidthFull();
        // Screen readers hear what became of the file.
        result.getElement().setAttribute("aria-live", "polite");
        addClassName("import-page");
        add(new H1(say("title")), explanation(example), upload, result);
    }

    private Section explanation(String example) {
        var sample = new Pre(example);
        sample.getElement().setAttribute("tabindex", "0");
        sample.getElement().setAttribute("aria-label", say("example"));
        var explanation = new Section();
        explain().forEach(explanation::add);
        explanation.add(sample);
        explanation.setWidthFull();
        return explanation;
    }

    // ------------------------------------------------------------------ for each page to say

    /// Shows what a file would bring; the start of everything here.
    public abstract void look(String text);

    /// What a file must look like, in paragraphs.
    protected List<Paragraph> explain() {
        return List.of(new Paragraph(say("explanation")));
    }

    // ------------------------------------------------------------------ for each page to use

    @Override
    public final String getPageTitle() {
        return say("title") + " – Rollcall";
    }

    protected final String say(String key, Object... values) {
        return getTranslation(words + "." + key, values);
    }

    /// Begins what is told of a file.
    protected final void showResult(String titleKey, Component... content) {
        result.removeAll();
        result.add(new H2(say(titleKey)));
        result.add(content);
    }

    protected final void addResult(Component content) {
        result.add(content);
    }

    /// The file has been dealt with; the next one may come.
    protected final void forgetFile() {
        upload.clearFileList();
    }

    /// Says in a sentence why nothing came of it.
    protected final void fail(String sentence) {
        result.removeAll();
        var paragraph = new Paragraph(sentence);
        paragraph.getElement().setAttribute("role", "alert");
        result.add(paragraph);
    }

    /// The button that writes, and the one that forgets the file.
    ///
    /// @param label what writing is called here
    protected final HorizontalLayout actions(String label, boolean offered, Runnable write) {
        var carryOn = new Button(label, _ -> write.run());
        carryOn.addThemeVariants(ButtonVariant.PRIMARY);
        carryOn.setDisableOnClick(true);
        carryOn.setVisible(offered);
        var discard =
                new Button(
                        say("discard"),
                        _ -> {
                            result.removeAll();
                            forgetFile();
                        });
        var actions = new HorizontalLayout(carryOn, discard);
        actions.setWrap(true);
        return actions;
    }

    /// A list in a result, ready to be read.
    ///
    /// @param nameKey what it is called, for people who hear it
    protected final <T> Grid<T> list(Grid<T> grid, List<T> rows, String nameKey) {
        grid.setItems(rows);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(rows.size() <= FEW);
        grid.getElement().setAttribute("aria-label", say(nameKey));
        return grid;
    }

    /// The same with sentences in it, which may take more than a line.
    protected final <T> Grid<T> wrapped(Grid<T> grid) {
        grid.getElement().setAttribute("theme", "wrap-cell-content");
        return grid;
    }
}
