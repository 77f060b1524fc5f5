package dev.rollcall.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What must not change is refused by the database itself, to the very user the product signs in
/// with.
@ModuleTest
class TamperTests {

    @Autowired private JdbcClient jdbc;
    @Autowired private Floor floor;

    @BeforeEach
    void somethingHappened() {
        floor.agent("dana").onShift("WORK 07:00-16:00").at("07:00", "AVAILABLE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    presence_event     | update presence_event set occurred_at = '2026-03-02 06:00'
                    presence_event     | update presence_event set base = 'AWAY' where base = 'AVAILABLE'
                    presence_event     | delete from presence_event
                    presence_event     | replace into presence_event select * from presence_event
                    presence_event     | insert into presence_event select * from presence_event as old on duplicate key update base = 'AWAY'
                    presence_event     | truncate table presence_event
                    presence_event     | drop table presence_event
                    audit_entry        | update audit_entry set actor_name = 'somebody else'
                    audit_entry        | delete from audit_entry
                    audit_entry        | replace into audit_entry select * from audit_entry
                    audit_entry        | truncate table audit_entry
                    audit_entry        | drop table audit_entry
                    """)
    void isRefused(String table, String sql) {
        var before = rows(table);
        assertThat(before).isPositive();

        assertThatThrownBy(() -> jdbc.sql(sql).update())
                .rootCause()
                .isInstanceOf(SQLException.class);

        assertThat(rows(table)).isEqualTo(before);
        assertThat(jdbc.sql("select distinct base from presence_event").query(String.class).list())
                .containsExactly("AVAILABLE");
    }

    private long rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
