package dev.rollcall.adherence.ui.widget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.adherence.ui.picture.Picture;
import dev.rollcall.dashboard.Audience;
import dev.rollcall.dashboard.WidgetContent;
import dev.rollcall.dashboard.WidgetFrame;

/// A widget that shows something of the live board's picture.
abstract class PictureContent extends Div implements WidgetContent {

    final LivePictures pictures;
    private final Audience audience;
    private final String fullPage;

    /// @param fullPage where there is more of it
    PictureContent(LivePictures pictures, Audience audience, String fullPage) {
        this.pictures = pictures;
        this.audience = audience;
        this.fullPage = fullPage;
    }

    /// Shows what is so now, with the page locked.
    abstract void look(Picture picture, WidgetFrame frame);

    @Override
    public final Component component() {
        return this;
    }

    @Override
    public final String scope() {
        return pictures.scopeWords(this::getTranslation);
    }

    @Override
    public final String fullPage() {
        return fullPage;
    }

    @Override
    public final Registration follow(UI ui, WidgetFrame frame) {
        return pictures.follow(ui, frame, audience, picture -> look(picture, frame));
    }
}
