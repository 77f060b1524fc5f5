package dev.rollcall.adherence;

import java.time.LocalDate;

/// Settings that tests save.
final class SettingsForms {

    private SettingsForms() {}

    /// Nothing is forgiven from a day on; everything else stays as it is inherited.
    static SettingsForm withoutGrace(LocalDate from) {
        return new SettingsForm(
                null,
                null,
                null,
                new GraceSettings(new GraceForm("NONE", null, null, null, null, null), null),
                null,
                null,
                null,
                null,
                from);
    }
}
