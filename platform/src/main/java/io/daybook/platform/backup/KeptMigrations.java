package io.daybook.platform.backup;

import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The migrations that had run when a backup was taken, and no other: its rows fit the tables of
 * then; the later ones run over them at the next start.
 */
final class KeptMigrations implements ResourceProvider {

    private final List<LoadableResource> scripts = new ArrayList<>();

    KeptMigrations(Collection<String> versions) throws IOException {
        Set<String> wanted = Set.copyOf(versions);
        for (Resource script :
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:db/migration/V*.sql")) {
            String name = String.valueOf(script.getFilename());
            if (wanted.contains(name.substring(1, name.indexOf("__")).replace('_', '.'))) {
                scripts.add(new Script(name, script));
            }
        }
        if (scripts.size() < wanted.size()) {
            throw new IllegalArgumentException(
                    "The backup was taken by a newer Daybook than this one.");
        }
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return scripts.stream()
                .filter(script -> script.getFilename().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return scripts.stream()
                .filter(script -> script.getFilename().startsWith(prefix))
                .filter(
                        script ->
                                List.of(suffixes).stream().anyMatch(script.getFilename()::endsWith))
                .toList();
    }

    private static final class Script extends LoadableResource {

        private final String name;
        private final Resource content;

        private Script(String name, Resource content) {
            this.name = name;
            this.content = content;
        }

        @Override
        public Reader read() {
            try {
                return new InputStreamReader(content.getInputStream(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String getAbsolutePath() {
            return "db/migration/" + name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return getAbsolutePath();
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return getAbsolutePath();
        }
    }
}
