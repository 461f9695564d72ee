package io.daybook.api.mcp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.mcp.ConnectionsSettings;
import io.daybook.api.mcp.Connector;
import io.daybook.api.mcp.ToolResult;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

class RoleCheckTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final SampleShop SHOP = SampleShop.create();

    private static void test(PostgresAddress address) {
        Doors.connections(ConnectionsSettings.defaults()).test(address).block(PATIENCE);
    }

    @Test
    void letsAReaderIn() {
        test(SHOP.reader());

        assertThat(SHOP.number("SELECT count(*) FROM customer")).isEqualTo(50);
    }

    @Test
    void refusesASuperuser() {
        assertThatThrownBy(() -> test(SHOP.superuser()))
                .hasMessageContaining("superuser")
                .hasMessageContaining("CREATE ROLE daybook_reader")
                .extracting("reason")
                .isEqualTo("too-many-privileges");
    }

    @Test
    void refusesARoleThatCanWriteAndNamesATable() {
        assertThatThrownBy(() -> test(SHOP.writer()))
                .hasMessageContaining("can write to public.")
                .extracting("reason")
                .isEqualTo("too-many-privileges");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE ROLE %s LOGIN PASSWORD 'x' CREATEROLE",
                "CREATE ROLE %s LOGIN PASSWORD 'x' REPLICATION",
                "CREATE ROLE %s LOGIN PASSWORD 'x'; GRANT pg_read_server_files TO %1$s",
                "CREATE ROLE %s LOGIN PASSWORD 'x'; GRANT pg_execute_server_program TO %1$s",
                "CREATE ROLE %s LOGIN PASSWORD 'x' NOINHERIT; GRANT pg_write_all_data TO %1$s",
                "CREATE ROLE %s LOGIN PASSWORD 'x'; GRANT pg_signal_backend TO %1$s",
                "CREATE ROLE %s LOGIN PASSWORD 'x'; GRANT CREATE ON SCHEMA public TO %1$s",
                "CREATE ROLE %s LOGIN PASSWORD 'x'; GRANT UPDATE (name) ON customer TO %1$s",
                "CREATE ROLE %s_parent SUPERUSER; CREATE ROLE %1$s LOGIN PASSWORD 'x' NOINHERIT;"
                        + " GRANT %1$s_parent TO %1$s"
            })
    void refusesEveryOtherWayToDoHarm(String making) {
        String role = "harm_" + Integer.toHexString(making.hashCode()).replace('-', 'm');
        SHOP.sql(making.formatted(role));

        assertThatThrownBy(() -> test(SHOP.as(role, "x")))
                .extracting("reason")
                .isEqualTo("too-many-privileges");
    }

    @Test
    void dropsAWritingRoleThatMayActAsAReader() {
        String role = SHOP.database().name() + "_both";
        SHOP.sql(
                "CREATE ROLE %1$s LOGIN PASSWORD 'x'; GRANT ALL ON customer TO %1$s; GRANT pg_read_all_data TO %1$s"
                        .formatted(role));
        Connector connector =
                Doors.connections(ConnectionsSettings.defaults()).open(SHOP.as(role, "x"));

        ToolResult result =
                connector
                        .call(
                                "run_query",
                                Map.of(
                                        "sql",
                                        "SELECT current_user::text, has_table_privilege('customer',"
                                                + " 'INSERT')"))
                        .block(PATIENCE);

        assertThat(Objects.requireNonNull(result).rows())
                .containsExactly(List.of("pg_read_all_data", false));
        connector.close().block(PATIENCE);
    }
}
