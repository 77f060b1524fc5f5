package dev.rollcall.kit;

import com.vaadin.flow.component.UI;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.TransactionException;

/// Says in the reader's language why the services refused what somebody tried. What only one screen
/// knows the words for, such as that somebody else was first, it catches before.
public final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final String FORM = "kit.form.";
    private static final String DEED = "kit.deed.";

    private final Words words;
    private final String about;

    private Refusals(Words words, String about) {
        this.words = words;
        this.about = about;
    }

    /// For a form: what was typed is still there.
    public static Refusals ofForm(Words words) {
        return new Refusals(words, FORM);
    }

    /// For a button: nothing was done.
    public static Refusals ofDeed(Words words) {
        return new Refusals(words, DEED);
    }

    /// Why it was refused.
    ///
    /// @throws RuntimeException the failure itself, when nobody refused anything
    public String say(RuntimeException failure) {
        return failure instanceof InvalidInput invalid
                ? invalid.problems().stream()
                        .map(this::say)
                        .distinct()
                        .collect(Collectors.joining(" "))
                : words.get(key(about, failure));
    }

    /// What is wrong with one field.
    public String say(InvalidInput.Problem problem) {
        var sentence = problem.sentence();
        return sentence == null
                ? problem.detail()
                : words.get(
                        sentence.key(), sentence.values().stream().map(Refusals::shown).toArray());
    }

    /// Dates as the reader of the page writes them.
    private static Object shown(Object value) {
        var page = UI.getCurrent();
        return value instanceof LocalDate date && page != null
                ? DateTimeFormatter.ofLocalizedPattern("yMMMEd")
                        .withLocale(page.getLocale())
                        .format(date)
                : value;
    }

    /// What the sentence is called for a button where somebody else looks it up; of bad input the
    /// caller knows more.
    ///
    /// @throws RuntimeException the failure itself, when nobody refused anything
    public static String keyOfDeed(RuntimeException failure) {
        return key(DEED, failure);
    }

    private static String key(String about, RuntimeException failure) {
        return switch (failure) {
            case NotFound _, AccessDeniedException _ -> {
                LOG.info("Refused: {}", failure.getClass().getSimpleName());
                yield about + "refused";
            }
            case OptimisticLockingFailureException _ -> about + "conflict.somebody";
            case DataAccessException _, TransactionException _ -> {
                LOG.warn("Could not be done: {}", failure.getClass().getSimpleName());
                yield about + "away";
            }
            default -> throw failure;
        };
    }
}
