package io.daybook.api.containers;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The compose file of the repository. */
final class ComposeFile {

    static final Path PATH = Path.of("../docker-compose.yml");

    private ComposeFile() {}

    static Map<String, Object> read() {
        try (InputStream file = Files.newInputStream(PATH)) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Map<String, Object> section(Map<String, Object> in, String name) {
        if (in.get(name) instanceof Map<?, ?> section) {
            return section.entrySet().stream()
                    .collect(
                            java.util.HashMap::new,
                            (map, entry) -> map.put(entry.getKey().toString(), entry.getValue()),
                            java.util.HashMap::putAll);
        }
        throw new IllegalStateException("docker-compose.yml has no section " + name);
    }

    static String image(String service) {
        return String.valueOf(section(section(read(), "services"), service).get("image"));
    }
}
