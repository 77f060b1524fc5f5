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

/// A page that takes a file, shows what it would bring and what is wrong with it, and writes
/// nothing before somebody says so. All its words begin with one prefix: `title`, `example`,
/// `explanation`, `discard` and those of the page itself.
public abstract class ImportPage extends VerticalLayout implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    /// Longer lists scroll by themselves.
    private static final int FEW = 10;

    private final String words;
    private final TextUpload upload;
    private final Section explanation = new Section();
    private final Section result = new Section();

    /// @param words what the keys of the page's words begin with, for example `schedule.import`
    /// @param largest how large a file may be, in bytes
    /// @param example the text of a file that could be imported
    protected ImportPage(String words, int largest, String example) {
        this.words = words;
        upload = new TextUpload(largest, this::look, this::fail, this::dropped);
        result.setWidthFull();
        // Screen readers hear what became of the file.
        result.getElement().setAttribute("aria-live", "polite");
        addClassName("import-page");
        explanation.setWidthFull();
        add(new H1(say("title")), explanation, upload, result);
        explain(explain(), example);
    }

    private void dropped() {
        result.removeAll();
        forgotten();
    }

    /// Explains anew what a file must look like.
    protected final void explain(List<? extends Component> words, String example) {
        var sample = new Pre(example);
        sample.getElement().setAttribute("tabindex", "0");
        sample.getElement().setAttribute("aria-label", say("example"));
        explanation.removeAll();
        words.forEach(explanation::add);
        explanation.add(sample);
    }

    /// Takes files of another kind from now on.
    ///
    /// @param ending of their names, such as `.ics`
    /// @param types the browser may call them
    protected final void accept(String ending, String... types) {
        upload.accept(ending, types);
    }

    /// Puts something between the explanation and the place for the file.
    protected final void addBeforeFile(Component component) {
        addComponentAtIndex(indexOf(upload), component);
    }

    /// Puts something above the explanation.
    protected final void addBeforeExplanation(Component component) {
        addComponentAtIndex(indexOf(explanation), component);
    }

    // ------------------------------------------------------------------ for each page to say

    /// Shows what a file would bring; the start of everything here.
    public abstract void look(String text);

    /// What a file must look like, in paragraphs.
    protected List<Paragraph> explain() {
        return List.of(new Paragraph(say("explanation")));
    }

    /// Told that the file is no longer of interest.
    protected void forgotten() {}

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
        forgotten();
    }

    /// Forgets the file and what was told of it.
    protected final void startOver() {
        result.removeAll();
        forgetFile();
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
        var discard = new Button(say("discard"), _ -> startOver());
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
