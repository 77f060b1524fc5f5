package dev.rollcall.dashboard.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.dashboard.Audience;
import dev.rollcall.dashboard.Gesture;
import dev.rollcall.dashboard.Widget;
import dev.rollcall.dashboard.WidgetContent;
import dev.rollcall.dashboard.WidgetFrame;
import dev.rollcall.dashboard.WidgetKey;
import dev.rollcall.kit.CsvLink;
import dev.rollcall.kit.PushedText;
import dev.rollcall.kit.TickingDuration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One widget on the board: what stands round every content, from its title to how old it is. It
/// keeps its content up to date while it is in sight and unfolded, and not otherwise. Without a
/// widget it says that there is none for whoever looks.
final class WidgetTile extends Div implements WidgetFrame {

    /// What somebody does to a tile itself.
    interface Actions {
        void step(WidgetKey widget, Gesture step);

        void remove(WidgetKey widget);

        void fold(WidgetKey widget, boolean folded);
    }

    private static final List<Gesture> BUTTONS =
            List.of(
                    Gesture.LEFT,
                    Gesture.UP,
                    Gesture.DOWN,
                    Gesture.RIGHT,
                    Gesture.NARROWER,
                    Gesture.WIDER,
                    Gesture.SHORTER,
                    Gesture.TALLER);

    private final WidgetKey key;
    private final String name;
    private final @Nullable WidgetContent content;
    private final Div head = new Div();
    private final Div tools = new Div();
    private final Div body = new Div();
    private final Div foot = new Div();
    private final Paragraph said = new Paragraph();
    private final Button again;
    private final TickingDuration age = new TickingDuration(null);
    private final NativeButton handle = new NativeButton();
    private final NativeButton fold = new NativeButton();
    private @Nullable Registration following;
    private boolean seen;
    private boolean folded;

    /// @param widget null: whoever looks may not see it
    WidgetTile(WidgetKey key, @Nullable Widget widget, Audience audience, Actions actions) {
        this.key = key;
        name = getTranslation(widget == null ? "dashboard.forbidden" : widget.words());
        content = widget == null ? null : widget.create(audience);
        again = new Button(getTranslation("kit.browse.again"), _ -> readAgain());
        addClassNames("grid-stack-item", "widget-tile");
        getElement().setAttribute("data-widget", key.value());
        var title = new H2(name);
        var titleId = "widget-" + key.value().replace('.', '-');
        title.setId(titleId);
        var card = new Div();
        card.addClassNames("grid-stack-item-content", "widget");
        card.getElement().setAttribute("role", "region");
        card.getElement().setAttribute("aria-labelledby", titleId);
        card.add(head(title, actions), tools(actions), body, foot());
        body.addClassName("widget-body");
        // What is too long scrolls, also for whoever has no pointer.
        body.getElement().setAttribute("tabindex", "0");
        body.getElement().setAttribute("role", "group");
        body.getElement().setAttribute("aria-labelledby", titleId);
        said.addClassName("widget-said");
        add(card);
        fillBody();
    }

    private Div head(H2 title, Actions actions) {
        head.addClassNames("widget-head", "widget-grip");
        handle.addClassName("widget-handle");
        handle.add(VaadinIcon.ARROWS.create());
        handle.getElement().setAttribute("aria-label", getTranslation("dashboard.handle", name));
        handle.getElement().setAttribute("aria-pressed", "false");
        fold.addClassName("widget-fold");
        fold.addClickListener(_ -> actions.fold(key, !folded));
        var scope = new Span(content == null ? "" : content.scope());
        scope.addClassName("widget-scope");
        scope.setVisible(!scope.getText().isEmpty());
        head.add(handle, title, scope, fold);
        return head;
    }

    private Div tools(Actions actions) {
        tools.addClassName("widget-tools");
        for (var step : BUTTONS) {
            tools.add(tool("step-" + step.token(), step.name(), () -> actions.step(key, step)));
        }
        tools.add(tool("widget-remove", "REMOVE", () -> actions.remove(key)));
        return tools;
    }

    private NativeButton tool(String className, String words, Runnable action) {
        var button = new NativeButton(getTranslation("dashboard.tool." + words));
        button.addClassName(className);
        button.setAriaLabel(getTranslation("dashboard.tool." + words + ".name", name));
        button.getElement()
                .setAttribute("title", getTranslation("dashboard.tool." + words + ".title"));
        button.addClickListener(_ -> action.run());
        return button;
    }

    private Div foot() {
        foot.addClassName("widget-foot");
        if (content == null) {
            foot.setVisible(false);
            return foot;
        }
        var old = new Span(new Span(getTranslation("dashboard.age.before")), age);
        old.add(new Span(getTranslation("dashboard.age.after")));
        old.addClassName("widget-age");
        var csv =
                new CsvLink(
                        key.value().replace('.', '-') + ".csv",
                        getTranslation("dashboard.export", name),
                        content::table);
        foot.add(old, csv);
        if (!content.fullPage().isEmpty()) {
            var more = new Anchor(content.fullPage(), getTranslation("dashboard.more"));
            more.setAriaLabel(getTranslation("dashboard.more.name", name));
            foot.add(more);
        }
        return foot;
    }

    private void fillBody() {
        if (content == null) {
            said.setText(getTranslation("dashboard.forbidden.what"));
            body.add(said);
            state("forbidden");
            return;
        }
        again.setVisible(false);
        var inside = new Div(content.component());
        inside.addClassName("widget-content");
        body.add(inside, said, again);
        state("loading");
        said.setText(getTranslation("dashboard.loading"));
    }

    private void state(String state) {
        getElement().setAttribute("data-state", state);
    }

    WidgetKey key() {
        return key;
    }

    String name() {
        return name;
    }

    // ------------------------------------------------------------------ when it is kept up to date

    /// Whether it is in sight.
    void see(boolean nowSeen) {
        seen = nowSeen;
        follow();
    }

    void fold(boolean nowFolded) {
        folded = nowFolded;
        getElement().setAttribute("folded", folded);
        fold.getElement().setAttribute("aria-expanded", Boolean.toString(!folded));
        fold.setAriaLabel(getTranslation(folded ? "dashboard.unfold" : "dashboard.fold", name));
        body.setVisible(!folded);
        foot.setVisible(!folded && content != null);
        follow();
    }

    void edit(boolean editing) {
        getElement().setAttribute("editing", editing);
        body.getElement().setAttribute("inert", editing);
        foot.getElement().setAttribute("inert", editing);
        handle.setVisible(editing);
        tools.setVisible(editing);
        fold.setVisible(!editing);
    }

    boolean isFollowing() {
        return following != null;
    }

    private void follow() {
        boolean wanted = seen && !folded && content != null && isAttached();
        if (!wanted) {
            stop();
        } else if (following == null && content != null) {
            var ui = getUI().orElseThrow();
            following = content.follow(ui, this);
        }
    }

    private void stop() {
        if (following != null) {
            following.remove();
            following = null;
        }
    }

    private void readAgain() {
        stop();
        follow();
    }

    @Override
    protected void onAttach(AttachEvent attachEvent) {
        super.onAttach(attachEvent);
        follow();
    }

    @Override
    protected void onDetach(DetachEvent detachEvent) {
        stop();
        super.onDetach(detachEvent);
    }

    // ------------------------------------------------------------------ how that goes

    @Override
    public void shows(Instant asOf) {
        say("shown", "", asOf, false);
    }

    @Override
    public void isEmpty(String sentence, Instant asOf) {
        say("empty", sentence, asOf, false);
    }

    @Override
    public void failed() {
        say("failed", getTranslation("dashboard.failed"), null, true);
    }

    private void say(String state, String sentence, @Nullable Instant asOf, boolean offerAgain) {
        state(state);
        PushedText.set(said, sentence);
        again.setVisible(offerAgain);
        age.setSince(asOf);
    }
}
