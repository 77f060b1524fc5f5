package dev.rollcall.adherence.ui.picture;

import dev.rollcall.support.FreshStart;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Lets go of pictures the test before has left.
@Component
class FreshPictures {

    private final Pictures pictures;

    FreshPictures(Pictures pictures) {
        this.pictures = pictures;
    }

    @EventListener
    void on(FreshStart start) {
        pictures.letGo(0);
    }
}
