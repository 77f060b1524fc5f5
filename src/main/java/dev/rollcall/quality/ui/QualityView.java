package dev.rollcall.quality.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.rollcall.kit.Segments;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// The room of those who evaluate: what is to be done, what was found, what can be scored, what is
/// drawn, how far they agree, and what it all comes to. The address says which part is shown.
@Route("quality")
@Menu(title = "quality.title", order = 10.7, icon = "vaadin:clipboard-check")
@Requires({Permission.QUALITY_VIEW, Permission.QUALITY_WRITE})
final class QualityView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(QualityView.class);
    private static final String SHOW = "show";

    private final QualitySources sources;
    private final QualityWords words;
    private final boolean evaluates;
    private final Segments<QualityPartName> parts;
    private final Div place = new Div();
    private Map<String, String> address = Map.of();

    QualityView(QualitySources sources) {
        this.sources = sources;
        words = new QualityWords(this::getTranslation, getLocale());
        evaluates = sources.mayEvaluate();
        addClassName("quality-view");
        parts =
                new Segments<>(
                        words.say("parts"),
                        QualityPartName.offered(evaluates),
                        part -> words.say("part." + part),
                        part -> go(Map.of(SHOW, part.token())));
        parts.addClassName("quality-parts");
        place.addClassName("quality-place");
        var head = new Div(new H1(words.say("title")), parts);
        head.addClassName("quality-view-head");
        add(head, place);
    }

    @Override
    public String getPageTitle() {
        return words.say("title") + " – Rollcall";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var values = new LinkedHashMap<String, String>();
        event.getLocation()
                .getQueryParameters()
                .getParameters()
                .forEach((name, all) -> {
                    if (!all.isEmpty() && !all.getFirst().isBlank()) {
                        values.put(name, all.getFirst());
                    }
                });
        address = values;
        show();
    }

    private void go(Map<String, String> to) {
        var query = new LinkedHashMap<String, List<String>>();
        to.forEach((name, value) -> query.put(name, List.of(value)));
        UI.getCurrentOrThrow().navigate(QualityView.class, new QueryParameters(query));
    }

    private void show() {
        var part = QualityPartName.of(address.getOrDefault(SHOW, ""), evaluates);
        parts.show(part);
        place.removeAll();
        try {
            if (evaluates) {
                int waiting = sources.sampling().countWaiting();
                parts.rename(
                        QualityPartName.TODO,
                        waiting == 0
                                ? words.say("part.TODO")
                                : words.say("part.todoCount", waiting));
            }
            place.add(part(part));
        } catch (DataAccessException e) {
            LOG.warn("Quality cannot be shown: {}", e.getClass().getSimpleName());
            var sentence = new Paragraph(words.say("away"));
            sentence.getElement().setAttribute("role", "alert");
            var trouble =
                    new Div(sentence, new Button(getTranslation("kit.browse.again"), _ -> show()));
            trouble.addClassName("board-empty");
            place.add(trouble);
        }
    }

    private Component part(QualityPartName part) {
        return switch (part) {
            case TODO -> new TodoPart(sources, words, this::show);
            case EVALUATIONS -> new EvaluationsPart(sources, words, address, this::go);
            case INTERACTIONS -> new InteractionsPart(sources, words, address, this::go);
            case SAMPLING -> new SamplingPart(sources, words, this::show);
            case CALIBRATION -> new CalibrationPart(sources, words);
            case REPORT -> new ReportPart(sources, words, address, this::go);
        };
    }
}
