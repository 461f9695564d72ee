package io.daybook.api.containers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** What of the compose file can be checked without Docker. */
final class ComposeFileTest {

    private final Map<String, Object> file = ComposeFile.read();
    private final Map<String, Object> services = ComposeFile.section(file, "services");

    @Test
    void hasTheFourParts() {
        assertThat(services).containsOnlyKeys("postgres", "axonserver", "mail", "daybook");
    }

    @Test
    void namesAVersionOfEveryImage() {
        services.forEach(
                (name, service) -> {
                    Map<String, Object> parts = ComposeFile.section(services, name);
                    if (parts.get("image") instanceof String image) {
                        assertThat(image).as(name).contains(":").doesNotEndWith(":latest");
                    } else {
                        assertThat(parts).as(name).containsEntry("build", ".");
                    }
                });
    }

    @Test
    void declaresEveryVolumeThatIsMounted() {
        Map<String, Object> declared = ComposeFile.section(file, "volumes");
        services.keySet().stream()
                .map(name -> ComposeFile.section(services, name).get("volumes"))
                .filter(List.class::isInstance)
                .flatMap(mounts -> ((List<?>) mounts).stream())
                .map(mount -> mount.toString().split(":", 2)[0])
                .forEach(volume -> assertThat(declared).containsKey(volume));
    }

    @Test
    void showsNothingToOtherMachines() {
        services.keySet().stream()
                .map(name -> ComposeFile.section(services, name).get("ports"))
                .filter(List.class::isInstance)
                .flatMap(ports -> ((List<?>) ports).stream())
                .forEach(port -> assertThat(port.toString()).startsWith("127.0.0.1:"));
    }

    @Test
    void containsNoPassword() {
        assertThat(ComposeFile.section(ComposeFile.section(services, "postgres"), "environment"))
                .hasEntrySatisfying(
                        "POSTGRES_PASSWORD",
                        value -> assertThat(value.toString()).startsWith("${POSTGRES_PASSWORD:?"));
    }
}
