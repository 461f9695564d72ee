package io.daybook.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.platform.Identifiers;
import io.daybook.platform.TestNode;
import io.daybook.platform.postgres.TestDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.UUID;

class PersonalKeysTest {

    @TempDir private static Path data;
    private static TestNode node;

    @BeforeAll
    static void start() {
        node = TestNode.start(TestDatabase.create(), data);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void givesTheSamePersonTheSameKeyOnEveryNode() {
        UUID person = Identifiers.next();

        assertThat(keysOfAnotherNode().obtain(person))
                .isEqualTo(node.get(PersonalKeys.class).obtain(person));
    }

    @Test
    void forgetsAKeyWhoseTransactionWasRolledBack() {
        UUID person = Identifiers.next();
        PersonalKeys keys = node.get(PersonalKeys.class);
        new TransactionTemplate(node.get(PlatformTransactionManager.class))
                .executeWithoutResult(
                        status -> {
                            assertThat(keys.obtain(person)).isPresent();
                            status.setRollbackOnly();
                        });

        assertThat(keys.find(person)).isEmpty();
        assertThat(keys.obtain(person)).isPresent().isEqualTo(keysOfAnotherNode().find(person));
    }

    @Test
    void neverMakesAnotherKeyForSomebodyErased() {
        UUID person = Identifiers.next();
        PersonalKeys keys = node.get(PersonalKeys.class);
        keys.obtain(person);

        keys.destroy(person);

        assertThat(keys.obtain(person)).isEmpty();
        assertThat(keysOfAnotherNode().obtain(person)).isEmpty();
    }

    @Test
    void storesKeysWrapped() {
        UUID person = Identifiers.next();
        byte[] key = node.get(PersonalKeys.class).obtain(person).orElseThrow().getEncoded();

        byte[] stored =
                node.get(JdbcClient.class)
                        .sql("select key from personal_key where person_id = ?")
                        .param(person)
                        .query((row, number) -> row.getBytes(1))
                        .single();

        assertThat(HexFormat.of().formatHex(stored)).doesNotContain(HexFormat.of().formatHex(key));
    }

    private static PersonalKeys keysOfAnotherNode() {
        return new PersonalKeys(node.get(JdbcClient.class), node.get(InstallationKeys.class));
    }
}
