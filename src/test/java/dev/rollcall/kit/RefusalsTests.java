package dev.rollcall.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.shared.Sentence;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;

class RefusalsTests {

    private static Words in(Locale locale) {
        var bundle =
                ResourceBundle.getBundle(
                        "vaadin-i18n/translations",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        return (key, values) ->
                values.length == 0
                        ? bundle.getString(key)
                        : new MessageFormat(bundle.getString(key), locale).format(values);
    }

    @Test
    void saysThatItIsNotThereToBeChanged() {
        var english = Refusals.ofDeed(in(Locale.ROOT));

        assertThat(english.say(new NotFound("agent", "dana")))
                .isEqualTo(english.say(new AccessDeniedException("no")))
                .startsWith("This was not done: it is no longer there");
    }

    @Test
    void saysThatTheDatabaseIsAway() {
        var german = Refusals.ofForm(in(Locale.GERMAN));

        assertThat(german.say(new QueryTimeoutException("slow")))
                .isEqualTo(german.say(new CannotCreateTransactionException("away")))
                .startsWith("Das konnte nicht gespeichert werden: Die Datenbank");
    }

    @Test
    void saysEachBadFieldOnceInTheReadersLanguage() {
        var tooLong =
                new Sentence(
                        "work.wrong.longNote", "A note has at most 500 characters.", List.of(500));
        var bad =
                new InvalidInput(
                        List.of(
                                new InvalidInput.Problem("/note", tooLong),
                                new InvalidInput.Problem("/other", tooLong),
                                new InvalidInput.Problem("/third", "Only in English.")));

        assertThat(Refusals.ofForm(in(Locale.GERMAN)).say(bad))
                .isEqualTo("Eine Notiz hat höchstens 500 Zeichen. Only in English.");
    }

    @Test
    void hidesNoMistakeOfOurs() {
        assertThatThrownBy(() ->
                        Refusals.ofDeed(in(Locale.ROOT))
                                .say(new IllegalStateException("a mistake")))
                .isInstanceOf(IllegalStateException.class);
    }
}
