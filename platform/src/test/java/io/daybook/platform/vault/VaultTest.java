package io.daybook.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.platform.TestNode;
import io.daybook.platform.keys.PersonalKeys;
import io.daybook.platform.postgres.TestDatabase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

class VaultTest {

    @TempDir private Path data;

    @Test
    void keepsSecretsEncryptedAndForgetsThemOnRequest() {
        try (TestNode node = TestNode.start(TestDatabase.create(), data)) {
            Vault vault = node.get(Vault.class);

            UUID ada = UUID.randomUUID();
            node.get(PersonalKeys.class).obtain(ada);

            UUID ref = vault.put(ada, "postgresql://ada:pässword@db/shop");

            assertThat(vault.get(ref)).contains("postgresql://ada:pässword@db/shop");
            assertThat(
                            node.get(JdbcClient.class)
                                    .sql("select secret from vault where ref = ?")
                                    .param(ref)
                                    .query(
                                            (row, number) ->
                                                    new String(
                                                            row.getBytes(1),
                                                            StandardCharsets.UTF_8))
                                    .single())
                    .doesNotContain("postgresql");
            vault.remove(ref);
            vault.remove(ref);
            assertThat(vault.get(ref)).isEmpty();
        }
    }
}
