package dev.rollcall.security;

import dev.rollcall.audit.Actor;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// In which language people read Rollcall, for what reaches them where no page tells: it is the one
/// their browser last had.
@Component
public class UserLanguages {

    private static final int LONGEST_TAG = 35;

    private final JdbcClient database;
    private final Access access;

    UserLanguages(JdbcClient database, Access access) {
        this.database = database;
        this.access = access;
    }

    /// Whoever is signed in reads in this language. Nothing happens for programs.
    @Transactional
    public void remember(Locale locale) {
        var tag = locale.toLanguageTag();
        access.currentViewer()
                .map(Viewer::actor)
                .filter(actor -> actor.kind() == Actor.Kind.USER)
                .filter(_ -> tag.length() <= LONGEST_TAG)
                .ifPresent(actor ->
                        database.sql(
                                        """
                                        insert into user_language (user_id, language) values (?, ?)
                                        on duplicate key update language = values(language)
                                        """)
                                .param(Long.parseLong(actor.id()))
                                .param(tag)
                                .update());
    }

    /// The language somebody last read in; empty: they have not been here yet.
    @Requires(Permission.SECURITY_ADMIN)
    @Transactional(readOnly = true)
    public Optional<Locale> of(UserId user) {
        return database.sql("select language from user_language where user_id = ?")
                .param(user.value())
                .query(String.class)
                .optional()
                .map(Locale::forLanguageTag);
    }
}
