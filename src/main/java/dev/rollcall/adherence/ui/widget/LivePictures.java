package dev.rollcall.adherence.ui.widget;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.rollcall.adherence.ui.picture.BoardFilter;
import dev.rollcall.adherence.ui.picture.BoardOrder;
import dev.rollcall.adherence.ui.picture.Picture;
import dev.rollcall.adherence.ui.picture.PictureKey;
import dev.rollcall.adherence.ui.picture.Pictures;
import dev.rollcall.adherence.ui.picture.Viewer;
import dev.rollcall.dashboard.Audience;
import dev.rollcall.dashboard.Following;
import dev.rollcall.dashboard.ScopeWords;
import dev.rollcall.dashboard.WidgetFrame;
import dev.rollcall.kit.Words;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.shared.ApplicationClock;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// The board's picture of everybody a viewer may see, for widgets: the same one the board itself
/// shows, worst first, made once however many look.
@SpringComponent
record LivePictures(Pictures pictures, Access access, Directory directory, ApplicationClock clock) {

    private static final BoardFilter EVERYBODY = new BoardFilter(null, null, null, "");

    /// Looks at once, on every change, and with every beat that says all is well.
    Registration follow(UI ui, WidgetFrame frame, Audience audience, Consumer<Picture> show) {
        var key =
                new PictureKey(
                        audience.viewer().scope(Permission.ADHERENCE_VIEW),
                        EVERYBODY,
                        null,
                        BoardOrder.SEVERITY,
                        audience.locale(),
                        audience.zone());
        var looking = new AtomicReference<Pictures.Looking>();
        return Following.live(
                ui,
                frame,
                changed -> {
                    var look = pictures.look(key, new Watcher(changed));
                    looking.set(look);
                    return look::close;
                },
                () -> show.accept(Objects.requireNonNull(looking.get()).picture()));
    }

    String scopeWords(Words words) {
        return words.get(
                "adherence.widget.scope.now",
                ScopeWords.of(access.scope(Permission.ADHERENCE_VIEW), directory, words));
    }

    Instant instant() {
        return clock.instant();
    }

    /// Minds every row: the worst may be anybody.
    private record Watcher(Runnable told) implements Viewer {

        @Override
        public boolean sees(Set<AgentId> agents) {
            return !agents.isEmpty();
        }

        @Override
        public void changed() {
            told.run();
        }

        @Override
        public void beat() {
            told.run();
        }
    }
}
