package dev.rollcall.security.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.renderer.LitRenderer;
import dev.rollcall.kit.SearchText;
import dev.rollcall.people.Directory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Chooses where a role counts.
final class PlaceChoice extends ComboBox<@Nullable Place> {

    /// A choice with a word on it below.
    static final String TWO_LINES =
            """
            <div class="board-lines"><span>${item.name}</span><span
              class="board-second">${item.second}</span></div>\
            """;

    private final Directory directory;

    PlaceChoice(List<Place> places, Directory directory) {
        this.directory = directory;
        setOverlayWidth("18rem");
        setItemLabelGenerator(this::name);
        setRenderer(
                LitRenderer.<@Nullable Place>of(TWO_LINES)
                        .withProperty("name", this::name)
                        .withProperty(
                                "second",
                                place -> place == null ? "" : place.kind(this::getTranslation)));
        setItems((place, typed) -> new SearchText(typed).isIn(name(place)), places);
    }

    private String name(@Nullable Place place) {
        return place == null ? "" : place.name(directory, this::getTranslation);
    }
}
