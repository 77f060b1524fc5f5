package dev.rollcall.security.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import dev.rollcall.security.Permission;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What a role may do: permissions to tick, by area, each with a sentence on what it is good for.
final class PermissionsField extends CustomField<Set<Permission>> {

    private final Map<PermissionArea, CheckboxGroup<Permission>> areas =
            new EnumMap<>(PermissionArea.class);

    PermissionsField() {
        super(Set.of());
        addClassName("permissions-field");
        getElement().setProperty("manualValidation", true);
        var all = new Div();
        all.addClassName("permissions");
        for (var area : PermissionArea.values()) {
            var group = new CheckboxGroup<Permission>();
            group.setLabel(getTranslation("security.area." + area));
            group.setItems(area.permissions());
            group.setItemLabelGenerator(each -> getTranslation("security.permission." + each));
            group.setItemHelperGenerator(
                    each -> getTranslation("security.permission." + each + ".what"));
            group.addValueChangeListener(_ -> updateValue());
            areas.put(area, group);
            all.add(group);
        }
        add(all);
    }

    @Override
    protected Set<Permission> generateModelValue() {
        Set<Permission> all = new HashSet<>();
        areas.values().forEach(group -> all.addAll(group.getValue()));
        return all;
    }

    @Override
    protected void setPresentationValue(Set<Permission> permissions) {
        areas.forEach((area, group) -> {
            Set<Permission> chosen = EnumSet.noneOf(Permission.class);
            chosen.addAll(area.permissions());
            chosen.retainAll(permissions);
            group.setValue(chosen);
        });
    }

    @Override
    public void setReadOnly(boolean readOnly) {
        super.setReadOnly(readOnly);
        areas.values().forEach(group -> group.setReadOnly(readOnly));
    }
}
