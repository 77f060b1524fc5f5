package dev.rollcall.work.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.PageVisibility;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.kit.Onlooker;
import dev.rollcall.kit.Refresher;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Keeps a page in step with the floor while it is open: with every change among those whom its
/// viewer looks after, and every few seconds without one, because groups open and close by the
/// clock and a page in the background has missed something when it is seen again.
final class InStep {

    static final Duration BY_THE_CLOCK = Duration.ofSeconds(10);

    private final WorkPulse pulse;
    private final Runnable look;
    private @Nullable Registration following;
    private @Nullable Refresher refresher;

    private InStep(WorkPulse pulse, Runnable look) {
        this.pulse = pulse;
        this.look = look;
    }

    /// @param look from memory, with the page locked and in the name of whoever opened it
    static void keep(Component page, WorkPulse pulse, Runnable look) {
        var keeper = new InStep(pulse, look);
        page.addAttachListener(event -> keeper.begin(event.getUI()));
        page.addDetachListener(_ -> keeper.end());
    }

    private void begin(UI ui) {
        var onlooker = Onlooker.current();
        following =
                pulse.follow(
                        ui,
                        pulse.concernOfViewer(),
                        () -> {
                            if (isSeen(ui)) {
                                look.run();
                            }
                        });
        refresher = Refresher.start(ui, BY_THE_CLOCK, () -> onlooker, viewer -> viewer.does(look));
    }

    private static boolean isSeen(UI ui) {
        return ui.getPage().pageVisibilitySignal().peek() != PageVisibility.HIDDEN;
    }

    private void end() {
        if (following != null) {
            following.remove();
            following = null;
        }
        if (refresher != null) {
            refresher.close();
            refresher = null;
        }
    }
}
