package dev.rollcall.incentives.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.rollcall.incentives.Rules;
import dev.rollcall.incentives.Scheme;
import dev.rollcall.incentives.SchemeVersion;
import dev.rollcall.kit.Refusals;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.InvalidInput;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One scheme: what counts, the draft of what is to count, and what a draft would have come to.
@Route("incentives/schemes/:code")
@Requires({Permission.INCENTIVES_VIEW, Permission.INCENTIVES_WRITE})
final class SchemeView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String NEW = "new";
    private static final int MILLIS = 6_000;
    private static final int LONGEST_CODE = 40;
    private static final Pattern LINE = Pattern.compile("/(thresholds|rates|floors)/(\\d+)/?.*");

    private final IncentivesSources sources;
    private final RewardWords words;
    private final Div problems = new Div();
    private String code = NEW;
    private @Nullable Scheme scheme;

    SchemeView(IncentivesSources sources) {
        this.sources = sources;
        words = new RewardWords(this::getTranslation, getLocale());
        addClassName("incentives-page");
        problems.addClassName("form-problem");
        problems.getElement().setAttribute("role", "alert");
    }

    @Override
    public String getPageTitle() {
        return title() + " – Rollcall";
    }

    private String title() {
        var known = scheme;
        return known == null ? words.say("schemes.add") : known.rules().name();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        code = event.getRouteParameters().get("code").orElse(NEW);
        show();
    }

    private void show() {
        boolean writes = sources.may(Permission.INCENTIVES_WRITE);
        scheme =
                code.equals(NEW)
                        ? null
                        : sources.schemes().find(code).orElseThrow(NotFoundException::new);
        var known = scheme;
        if (known == null && !writes) {
            throw new NotFoundException();
        }
        removeAll();
        problems.setVisible(false);
        var back = new Anchor("incentives", words.say("scheme.back"));
        back.addClassName("incentives-back");
        add(back, new H1(title()));
        if (known == null) {
            form(null);
            return;
        }
        versions(known);
        if (!sources.schemes().mayWrite(known.rules())) {
            return;
        }
        var draft = known.draft().orElse(null);
        if (draft != null) {
            form(draft);
        } else {
            deeds(known);
        }
        known.draft()
                .or(known::latest)
                .ifPresent(version -> add(new DryRunPart(sources, words, known, version)));
    }

    private void versions(Scheme known) {
        for (var version : known.versions().reversed()) {
            if (version.isDraft()) {
                continue;
            }
            var text = new UnorderedList();
            text.add(new ListItem(words.pays(version.rules())));
            var limits = words.limits(version.rules());
            if (!limits.isEmpty()) {
                text.add(new ListItem(limits));
            }
            text.add(
                    new ListItem(
                            words.say(
                                    "scheme.published",
                                    version.publishedBy() == null ? "" : version.publishedBy())));
            var part =
                    new Div(
                            new H2(
                                    words.say(
                                            "scheme.version",
                                            version.number(),
                                            words.day(version.starts()))),
                            text);
            if (!version.rules().about().isEmpty()) {
                part.addComponentAtIndex(1, new Paragraph(version.rules().about()));
            }
            part.addClassName("incentives-version");
            add(part);
        }
    }

    private void deeds(Scheme known) {
        if (known.endedFrom() != null) {
            return;
        }
        var change =
                new Button(
                        words.say("scheme.change"),
                        _ ->
                                attempt(() -> {
                                    var rules = known.rules();
                                    sources.schemes().save(code, rules, next(known, rules), 0);
                                    show();
                                }));
        var end = new Button(words.say("scheme.end"), _ -> end(known));
        var deeds = new Div(change, end);
        deeds.addClassName("deed-buttons");
        add(deeds, problems);
    }

    private LocalDate next(Scheme known, Rules rules) {
        var after = rules.rhythm().of(sources.today()).to().plusDays(1);
        return known.latest()
                .map(SchemeVersion::starts)
                .filter(starts -> !starts.isBefore(after))
                .map(starts -> rules.rhythm().of(starts).to().plusDays(1))
                .orElse(after);
    }

    private void end(Scheme known) {
        var asked =
                new ConfirmDialog(
                        words.say("scheme.endTitle", known.rules().name()),
                        words.say("scheme.endWhat"),
                        words.say("scheme.end"),
                        _ ->
                                attempt(() -> {
                                    sources.schemes().end(code);
                                    show();
                                }),
                        getTranslation("kit.form.cancel"),
                        _ -> {});
        asked.open();
    }

    // ------------------------------------------------------------------ the draft

    private void form(@Nullable SchemeVersion draft) {
        var form = new RulesForm(sources, words);
        if (draft != null) {
            form.show(draft.rules(), draft.starts());
            add(new H2(words.say("scheme.draft", draft.number())));
        }
        long edits = draft == null ? 0 : draft.edits();
        var save =
                new Button(
                        words.say("scheme.save"),
                        _ ->
                                attempt(() -> {
                                    save(form, edits);
                                    Notification.show(
                                            words.say("scheme.saved"),
                                            MILLIS,
                                            Notification.Position.BOTTOM_START);
                                    here();
                                }));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        var deeds = new Div(save);
        deeds.addClassName("deed-buttons");
        if (draft != null) {
            deeds.add(
                    new Button(words.say("scheme.publish"), _ -> publish(form, edits)),
                    new Button(
                            words.say("scheme.discard"),
                            _ ->
                                    attempt(() -> {
                                        sources.schemes().discard(code, edits);
                                        UI.getCurrentOrThrow().navigate("incentives");
                                    })));
        }
        add(form, problems, deeds);
    }

    private long save(RulesForm form, long edits) {
        var rules = form.rules();
        if (code.equals(NEW)) {
            code = codeOf(rules.name());
            try {
                return sources.schemes().save(code, rules, form.starts(), edits).edits();
            } catch (RuntimeException e) {
                code = NEW;
                throw e;
            }
        }
        return sources.schemes().save(code, rules, form.starts(), edits).edits();
    }

    /// What addresses call it: its name in small letters, with a number where there is one already.
    private String codeOf(String name) {
        var plain =
                Normalizer.normalize(name, Normalizer.Form.NFD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\p{M}", "")
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        var base =
                plain.isEmpty()
                        ? "scheme"
                        : plain.substring(0, Math.min(plain.length(), LONGEST_CODE - 4))
                                .replaceAll("-$", "");
        var free = base;
        for (int i = 2; sources.schemes().find(free).isPresent() || free.equals(NEW); i++) {
            free = base + "-" + i;
        }
        return free;
    }

    private void publish(RulesForm form, long edits) {
        var asked =
                new ConfirmDialog(
                        words.say("scheme.publishTitle", form.rules().name()),
                        words.say("scheme.publishWhat", words.day(form.starts())),
                        words.say("scheme.publish"),
                        _ ->
                                attempt(() -> {
                                    sources.schemes().publish(code, save(form, edits));
                                    show();
                                }),
                        getTranslation("kit.form.cancel"),
                        _ -> {});
        asked.open();
    }

    private void here() {
        UI.getCurrentOrThrow()
                .getPage()
                .getHistory()
                .replaceState(null, "incentives/schemes/" + code);
        show();
    }

    private void attempt(Runnable deed) {
        problems.removeAll();
        problems.setVisible(false);
        try {
            deed.run();
        } catch (InvalidInput e) {
            var refusals = Refusals.ofForm(words.all());
            e.problems()
                    .forEach(each ->
                            problems.add(
                                    new Paragraph(place(each.pointer()) + refusals.say(each))));
            problems.setVisible(true);
        } catch (RuntimeException e) {
            problems.add(new Paragraph(Refusals.ofForm(words.all()).say(e)));
            problems.setVisible(true);
        }
    }

    /// Where it is, for people: `Thresholds, line 2: `.
    private String place(String pointer) {
        Matcher line = LINE.matcher(pointer);
        if (line.matches()) {
            return words.say(
                            "rules.line",
                            words.say("rules." + line.group(1)),
                            Integer.parseInt(line.group(2)) + 1)
                    + " ";
        }
        return switch (pointer) {
            case "/name",
                    "/about",
                    "/currency",
                    "/rhythm",
                    "/starts",
                    "/cap",
                    "/leastDays",
                    "/settleDays",
                    "/thresholds",
                    "/rates" ->
                    words.say("rules" + pointer.replace('/', '.')) + ": ";
            default -> "";
        };
    }
}
