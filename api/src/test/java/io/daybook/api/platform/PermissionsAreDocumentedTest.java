package io.daybook.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.messages.identity.Role;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The table in the docs is the one in the code. */
final class PermissionsAreDocumentedTest {

    private static final Path PAGE = Path.of("..", "docs", "permissions.md");

    @Test
    void thePageHasTheTableOfTheCode() throws IOException {
        assertThat(Files.readString(PAGE)).contains(table());
    }

    @Test
    void aHigherRoleMayAllThatALowerOneMay() {
        for (Permission permission : Permission.values()) {
            assertThat(permission.granted(Role.ADMIN)).isTrue();
            assertThat(permission.granted(Role.USER) || !permission.granted(Role.GUEST)).isTrue();
        }
    }

    private static String table() {
        String rows =
                Arrays.stream(Permission.values())
                        .filter(permission -> permission != Permission.PUBLIC)
                        .map(PermissionsAreDocumentedTest::row)
                        .collect(Collectors.joining("\n"));
        return "| permission | guest | user | admin |\n|---|---|---|---|\n" + rows + "\n";
    }

    private static String row(Permission permission) {
        return "| `%s` | %s | %s | %s |"
                .formatted(
                        permission.key(),
                        mark(permission, Role.GUEST),
                        mark(permission, Role.USER),
                        mark(permission, Role.ADMIN));
    }

    private static String mark(Permission permission, Role role) {
        return permission.granted(role) ? "yes" : "–";
    }
}
