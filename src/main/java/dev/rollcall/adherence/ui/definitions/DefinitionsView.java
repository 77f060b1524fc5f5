package dev.rollcall.adherence.ui.definitions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.rollcall.adherence.Names;
import dev.rollcall.adherence.definitions.CheckedExample;
import dev.rollcall.adherence.definitions.Definitions;
import dev.rollcall.kit.Severity;
import dev.rollcall.kit.StatusPill;
import dev.rollcall.presence.Reasons;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.PartOfWorkforceManagement;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import java.util.List;

/// What every figure means, in words and as a formula; and examples, worked out when the page
/// opens, that show it. Whoever doubts a figure begins here.
@PartOfWorkforceManagement
@Route("definitions")
@Menu(title = "definitions.title", order = 40, icon = "vaadin:book")
@Requires({Permission.ADHERENCE_VIEW, Permission.ADHERENCE_OWN, Permission.SETTINGS_ADMIN})
final class DefinitionsView extends Div implements HasDynamicTitle {

    private static final List<String> TERMS =
            List.of(
                    "score",
                    "tolerated",
                    "raw",
                    "conformance",
                    "grace",
                    "excuse",
                    "neutral",
                    "unknown",
                    "impact",
                    "team",
                    "coverage",
                    "ghosting");

    private final Definitions definitions;
    private final Names names;
    private final Activities activities;
    private final ApplicationClock clock;
    private final boolean mayChange;
    private final Div summary = new Div();
    private final Div examples = new Div();

    DefinitionsView(
            Definitions definitions,
            Activities activities,
            Reasons reasons,
            Access access,
            ApplicationClock clock) {
        this.definitions = definitions;
        this.names = Names.of(this::getTranslation, activities, reasons);
        this.activities = activities;
        this.clock = clock;
        mayChange = access.viewer().may(Permission.SETTINGS_ADMIN);
        addClassName("definitions");
        examples.addClassName("definition-examples");
        summary.addClassName("definition-summary");
        summary.getElement().setAttribute("role", "status");
        add(
                new H1(getTranslation("definitions.title")),
                new Paragraph(getTranslation("definitions.intro")),
                figures(),
                exampleSection());
        workOut();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("definitions.title") + " – Rollcall";
    }

    private Component figures() {
        var list = new DescriptionList();
        for (var term : TERMS) {
            var formula = new Span(getTranslation("definitions.term." + term + ".formula"));
            formula.addClassName("definition-formula");
            var says = new Description(getTranslation("definitions.term." + term + ".says"));
            says.add(formula);
            list.add(new Term(getTranslation("definitions.term." + term)), says);
        }
        return titled("definitions.figures", list);
    }

    private Component exampleSection() {
        var tools = new Div(summary);
        tools.addClassName("definition-tools");
        tools.add(new Button(getTranslation("definitions.again"), _ -> workOut()));
        if (mayChange) {
            tools.add(
                    new Button(
                            getTranslation("definitions.add"),
                            _ -> new ExampleDialog(definitions, this::workOut).open()));
        }
        return titled("definitions.examples", tools, examples);
    }

    private Section titled(String key, Component... content) {
        var title = new H2(getTranslation(key));
        var section = new Section(title);
        section.getElement().setAttribute("aria-label", title.getText());
        section.add(content);
        return section;
    }

    private void workOut() {
        var found = definitions.check();
        long passed = found.stream().filter(CheckedExample::passes).count();
        summary.removeAll();
        summary.add(
                new StatusPill(
                        passed == found.size() ? Severity.IN : Severity.OUT,
                        getTranslation(
                                passed == found.size()
                                        ? "definitions.agrees"
                                        : "definitions.differs"),
                        null),
                new Span(
                        getTranslation(
                                "definitions.summary",
                                passed,
                                found.size(),
                                ExampleCard.now(clock, getLocale()))));
        examples.removeAll();
        var drawing = new ExampleDrawing(found, names, activities);
        for (var example : found) {
            examples.add(new ExampleCard(example, drawing, mayChange ? this::remove : null));
        }
    }

    private void remove(long id) {
        definitions.remove(id);
        workOut();
    }
}
