package dev.rollcall.security.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.security.IssuedToken;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.security.Token;
import dev.rollcall.security.TokenScope;
import dev.rollcall.security.Tokens;
import dev.rollcall.shared.ApplicationClock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The programs that may come in: list, make, revoke. A token's text is shown once.
@Route("settings/tokens")
@Menu(title = "security.tokens.title", order = 90, icon = "vaadin:key")
@Requires(Permission.SECURITY_ADMIN)
final class TokensView extends VerticalLayout implements HasDynamicTitle {

    private final Tokens tokens;
    private final Directory directory;
    private final ApplicationClock clock;
    private final Grid<Token> grid = new Grid<>();

    TokensView(Tokens tokens, Directory directory, ApplicationClock clock) {
        this.tokens = tokens;
        this.directory = directory;
        this.clock = clock;
        setSizeFull();
        add(head(), new Paragraph(getTranslation("security.tokens.what")), list());
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("security.tokens.title") + " – Rollcall";
    }

    private Component head() {
        var create = new Button(getTranslation("security.tokens.new"), _ -> open());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        var title = new H1(getTranslation("security.tokens.title"));
        var head = new HorizontalLayout(title, create);
        head.setWidthFull();
        head.setWrap(true);
        head.expand(title);
        return head;
    }

    private Component list() {
        grid.addColumn(Token::name)
                .setHeader(getTranslation("security.tokens.name"))
                .setAutoWidth(true);
        grid.addColumn(Token::prefix)
                .setHeader(getTranslation("security.tokens.prefix"))
                .setAutoWidth(true);
        grid.addColumn(TokensView::scopes)
                .setHeader(getTranslation("security.tokens.scopes"))
                .setFlexGrow(2);
        grid.addColumn(this::units)
                .setHeader(getTranslation("security.tokens.units"))
                .setAutoWidth(true);
        grid.addColumn(this::lastDay)
                .setHeader(getTranslation("security.tokens.expires"))
                .setAutoWidth(true);
        grid.addColumn(token -> day(token.lastUsedAt(), "security.tokens.unused"))
                .setHeader(getTranslation("security.tokens.lastUsed"))
                .setAutoWidth(true);
        grid.addComponentColumn(this::ending)
                .setHeader(getTranslation("security.tokens.state"))
                .setAutoWidth(true);
        grid.setEmptyStateText(getTranslation("security.tokens.none"));
        grid.setSizeFull();
        return grid;
    }

    private static String scopes(Token token) {
        return token.scopes().stream()
                .sorted()
                .map(TokenScope::text)
                .collect(Collectors.joining(", "));
    }

    private String units(Token token) {
        return token.wholeOrganisation()
                ? getTranslation("security.tokens.everywhere")
                : token.units().stream()
                        .flatMap(unit -> directory.unit(unit).stream())
                        .map(Unit::name)
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    /// The last whole day it is good for, as it was chosen.
    private String lastDay(Token token) {
        var end = token.expiresAt();
        return day(end == null ? null : end.minusNanos(1), "security.tokens.never");
    }

    private String day(@Nullable Instant instant, String otherwise) {
        return instant == null
                ? getTranslation(otherwise)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(getLocale())
                        .withZone(ZoneId.of("UTC"))
                        .format(instant);
    }

    private Component ending(Token token) {
        if (token.revokedAt() != null) {
            return new Span(getTranslation("security.tokens.revoked"));
        }
        if (!token.isGoodAt(clock.instant())) {
            return new Span(getTranslation("security.tokens.expired"));
        }
        var revoke = new Button(getTranslation("security.tokens.revoke"), _ -> ask(token));
        revoke.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        revoke.setAriaLabel(getTranslation("security.tokens.revokeNamed", token.name()));
        return revoke;
    }

    private void ask(Token token) {
        var question =
                new ConfirmDialog(
                        getTranslation("security.tokens.revokeNamed", token.name()),
                        getTranslation("security.tokens.revokeText"),
                        getTranslation("security.tokens.revoke"),
                        _ -> {
                            tokens.revoke(token.prefix());
                            refresh();
                        });
        question.setCancelable(true);
        question.setCancelText(getTranslation("security.tokens.keep"));
        question.open();
    }

    private void open() {
        new TokenDialog(tokens, directory, clock, this::issued).open();
    }

    private void issued(IssuedToken token) {
        new IssuedTokenDialog(token).open();
        refresh();
    }

    private void refresh() {
        grid.setItems(tokens.list());
    }
}
