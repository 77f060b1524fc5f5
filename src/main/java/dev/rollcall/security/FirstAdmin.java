package dev.rollcall.security;

import dev.rollcall.shared.InvalidInput;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Lets the first admin in where there is no user yet: made from `ROLLCALL_ADMIN_EMAIL` and
/// `ROLLCALL_ADMIN_PASSWORD`, or, without them, by whoever can read the log and opens the link it
/// prints. There is no password that comes with the product.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FirstAdmin implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstAdmin.class);

    private final SecurityProperties properties;
    private final UserTable table;
    private final Users users;
    private final Access access;
    private final SetUp setUp;

    FirstAdmin(
            SecurityProperties properties,
            UserTable table,
            Users users,
            Access access,
            SetUp setUp) {
        this.properties = properties;
        this.table = table;
        this.users = users;
        this.access = access;
        this.setUp = setUp;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var email = properties.admin().email();
        var password = properties.admin().password();
        if (email == null || email.isBlank() || password == null || !table.isEmpty()) {
            return;
        }
        var admin =
                new NewUser(
                        email,
                        email.substring(0, Math.max(1, email.indexOf('@'))),
                        password,
                        null,
                        Set.of(Assignment.everywhere(Role.ADMIN)));
        try {
            access.asSystem("first admin", () -> users.create(admin));
        } catch (InvalidInput e) {
            throw new FirstAdminRefused(
                    e.problems().stream()
                            .map(FirstAdmin::inWords)
                            .collect(Collectors.joining(" ")));
        }
        log.info("The first admin was made from ROLLCALL_ADMIN_EMAIL");
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(ApplicationReadyEvent ready) {
        if (table.isEmpty()) {
            log.warn(
                    "There is no user yet. Open {} within a day to choose the first admin; the"
                            + " link works once.",
                    setUp.newLink());
        }
    }

    private static String inWords(InvalidInput.Problem problem) {
        return switch (problem.pointer()) {
            case "/password" -> "ROLLCALL_ADMIN_PASSWORD: " + problem.detail();
            case "/email" -> "ROLLCALL_ADMIN_EMAIL: " + problem.detail();
            default -> problem.toString();
        };
    }

    /// The start stops: with a password that will not do nobody could come in.
    static final class FirstAdminRefused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        FirstAdminRefused(String sentence) {
            super(sentence);
        }
    }
}
