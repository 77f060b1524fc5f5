package dev.rollcall.development.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.rollcall.kit.FormDialog;
import dev.rollcall.kit.SettledItem;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Which units ask their people how the week was. Nobody is asked until a unit says so.
@Route("settings/wellbeing")
@Menu(title = "development.settings.title", order = 76.8, icon = "vaadin:heart-o")
@Requires(Permission.SETTINGS_ADMIN)
final class WellbeingSettingsView extends Div implements HasDynamicTitle {

    private static final String PREFIX = "development.settings";

    private final DevelopmentSources sources;
    private final DevelopmentWords words;
    private final Div place = new Div();

    WellbeingSettingsView(DevelopmentSources sources) {
        this.sources = sources;
        words = new DevelopmentWords(this::getTranslation, getLocale());
        addClassName("development-view");
        var what = new Paragraph(words.say("settings.what"));
        what.addClassName("records-what");
        add(new H1(words.say("settings.title")), what, place);
        show();
    }

    @Override
    public String getPageTitle() {
        return words.say("settings.title") + " – Rollcall";
    }

    private void show() {
        place.removeAll();
        var own = sources.wellbeingUnits().own();
        var list = new OrderedList();
        list.addClassName("deeds");
        for (var unit : sources.directory().units(Scope.everyone())) {
            boolean asks = sources.wellbeingUnits().asks(unit.id(), own);
            list.add(
                    new SettledItem(
                                    PREFIX,
                                    unit.name(),
                                    words.say(
                                            "settings."
                                                    + Says.of(asks)
                                                    + (own.containsKey(unit.id()) ? "" : ".above")))
                            .changeable(() -> new UnitForm(unit, own.get(unit.id())).open()));
        }
        place.add(list);
    }

    /// What a unit can say.
    enum Says {
        AS_ABOVE(null),
        YES(true),
        NO(false);

        private final @Nullable Boolean asks;

        Says(@Nullable Boolean asks) {
            this.asks = asks;
        }

        static Says of(@Nullable Boolean asks) {
            return Arrays.stream(values())
                    .filter(each -> Objects.equals(each.asks, asks))
                    .findFirst()
                    .orElse(AS_ABOVE);
        }
    }

    /// Whether the people of a unit are asked.
    private final class UnitForm extends FormDialog {

        private final Unit unit;
        private final Select<Says> says = new Select<>();

        UnitForm(Unit unit, @Nullable Boolean known) {
            super(unit.name());
            this.unit = unit;
            says.setLabel(words.say("settings.label"));
            says.setHelperText(words.say("settings.help"));
            says.setItems(Says.values());
            says.setItemLabelGenerator(each -> words.say("settings.say." + each));
            says.setValue(Says.of(known));
            says.setWidthFull();
            field("/asks", says);
            ask(words.say("save"), says);
        }

        @Override
        protected boolean isComplete() {
            return true;
        }

        @Override
        protected void save() {
            sources.wellbeingUnits().settle(unit.id(), says.getValue().asks);
            WellbeingSettingsView.this.show();
        }
    }
}
