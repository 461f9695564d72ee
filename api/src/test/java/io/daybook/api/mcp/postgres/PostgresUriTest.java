package io.daybook.api.mcp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.mcp.ToolFailure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresUriTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "postgresql://ann:secret@db.example:6543/shop | db.example | 6543 | shop | ann |"
                        + " secret",
                "postgres://ann:secret@db.example/shop | db.example | 5432 | shop | ann | secret",
                "POSTGRESQL://ann:secret@db.example | db.example | 5432 | ann | ann | secret",
                "jdbc:postgresql://db.example/shop?user=ann&password=se%26cret | db.example | 5432"
                        + " | shop | ann | se&cret",
                "postgresql://ann:p%40ss%2Fw%3Ard@[2001:db8::1]:5433/shop | 2001:db8::1 | 5433 |"
                        + " shop | ann | p@ss/w:rd",
                "postgresql://ann:p@ss/w:rd@db.example/shop | db.example | 5432 | shop | ann |"
                        + " p@ss/w:rd",
                "postgresql://ann:a+b%25c@db.example/shop | db.example | 5432 | shop | ann | a+b%c",
                "postgresql://ann:100%@db.example/shop | db.example | 5432 | shop | ann | 100%",
                "postgresql://ann:wh?t@db.example/shop?sslmode=disable | db.example | 5432 | shop |"
                        + " ann | wh?t",
                "  postgresql://ann:secret@db.example/my%20shop  | db.example | 5432 | my shop |"
                        + " ann | secret",
                "postgresql://ann@db.example/shop | db.example | 5432 | shop | ann | ``"
            })
    void readsWhatPeoplePaste(
            String uri, String host, int port, String database, String user, String password) {
        PostgresAddress address = PostgresUri.parse(uri);

        assertThat(address)
                .extracting("host", "port", "database", "user")
                .containsExactly(host, port, database, user);
        assertThat(address.password().value()).isEqualTo(password);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mysql://ann:secret@db/shop",
                "db.example:5432/shop",
                "postgresql://",
                "postgresql://db.example/shop",
                "postgresql://ann:secret@/shop",
                "postgresql://ann:secret@db:99999/shop",
                "postgresql://ann:secret@db:port/shop",
                "postgresql://ann:secret@one,two/shop",
                "postgresql://ann:secret@db/shop?sslmode=sometimes",
                "postgresql://ann:secret@db/shop?sslrootcert=/etc/passwd",
                "postgresql://ann:secret@[::1/shop",
                "postgresql://ann:sec\0ret@db/shop"
            })
    void refusesTheRestWithoutRepeatingThePassword(String uri) {
        assertThatThrownBy(() -> PostgresUri.parse(uri))
                .isInstanceOf(ToolFailure.class)
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("secret@"))
                .extracting("reason")
                .isEqualTo("malformed-uri");
    }

    @Test
    void refusesSocketsInTheFileSystem() {
        assertThatThrownBy(
                        () -> PostgresUri.parse("postgresql://ann@/shop?host=/var/run/postgresql"))
                .extracting("reason")
                .isEqualTo("address-not-allowed");
    }

    @Test
    void prefersTlsUnlessSaidOtherwise() {
        assertThat(PostgresUri.parse("postgresql://ann@db/shop").tls()).isEqualTo(TlsMode.PREFER);
        assertThat(PostgresUri.parse("postgresql://ann@db/shop?sslmode=verify-full").tls())
                .isEqualTo(TlsMode.VERIFY_FULL);
    }

    @Test
    void showsNeitherUserNorPassword() {
        PostgresAddress address = PostgresUri.parse("postgresql://ann:secret@[::1]/shop");

        assertThat(address.server()).isEqualTo("[::1]:5432/shop");
        assertThat(address.toString()).doesNotContain("secret");
    }
}
