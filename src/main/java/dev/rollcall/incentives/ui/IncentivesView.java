package dev.rollcall.incentives.ui;

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// The room of those who look after incentives: what is paid for, what was awarded, and the rewards
/// people ask for.
@Route("incentives")
@Menu(title = "incentives.title", order = 10.75, icon = "vaadin:gift")
@Requires({Permission.INCENTIVES_VIEW, Permission.INCENTIVES_WRITE})
final class IncentivesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(IncentivesView.class);
    private static final String SHOW = "show";

    private final IncentivesSources sources;
    private final RewardWords words;
    private final Segments<IncentivesPartName> parts;
    private final boolean decides;
    private final Div place = new Div();
    private IncentivesPartName shown = IncentivesPartName.SCHEMES;

    IncentivesView(IncentivesSources sources) {
        this.sources = sources;
        words = new RewardWords(this::getTranslation, getLocale());
        decides = sources.may(Permission.INCENTIVES_DECIDE);
        addClassName("incentives-page");
        parts =
                new Segments<>(
                        words.say("parts"),
                        IncentivesPartName.offered(decides),
                        part -> words.say("part." + part),
                        part ->
                                UI.getCurrentOrThrow()
                                        .navigate(
                                                IncentivesView.class,
                                                QueryParameters.of(SHOW, part.token())));
        parts.addClassName("incentives-parts");
        place.addClassName("incentives-place");
        var head = new Div(new H1(words.say("title")), parts);
        head.addClassName("incentives-head");
        add(head, place);
    }

    @Override
    public String getPageTitle() {
        return words.say("title") + " – Rollcall";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        shown =
                IncentivesPartName.of(
                        event.getLocation()
                                .getQueryParameters()
                                .getSingleParameter(SHOW)
                                .orElse(""),
                        decides);
        show();
    }

    private void show() {
        parts.show(shown);
        place.removeAll();
        try {
            place.add(part());
        } catch (DataAccessException e) {
            LOG.warn("Incentives cannot be shown: {}", e.getClass().getSimpleName());
            var sentence = new Paragraph(words.say("away"));
            sentence.getElement().setAttribute("role", "alert");
            var trouble =
                    new Div(sentence, new Button(getTranslation("kit.browse.again"), _ -> show()));
            trouble.addClassName("board-empty");
            place.add(trouble);
        }
    }

    private Component part() {
        return switch (shown) {
            case SCHEMES -> new SchemesPart(sources, words);
            case AWARDS -> new AwardsPart(sources, words, this::show);
            case REDEMPTIONS -> new RedemptionsPart(sources, words, this::show);
            case APPEALS -> new AppealsPart(sources, words, this::show);
        };
    }
}
