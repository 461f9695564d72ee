package io.daybook.api.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every setting that the code reads is in {@code .env.example} and {@code docs/configuration.md},
 * and no other.
 */
final class SettingsAreDocumentedTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern EXAMPLE = Pattern.compile("(?m)^#?(DAYBOOK_[A-Z0-9_]+)=");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(DAYBOOK_[A-Z0-9_]+)`");

    @Test
    void theAnnotatedExampleNamesEverySettingAndNoOther() throws IOException {
        assertThat(names(EXAMPLE, ROOT.resolve(".env.example"))).isEqualTo(settings());
    }

    @Test
    void thePageOnConfigurationNamesEverySettingAndNoOther() throws IOException {
        assertThat(names(ROW, ROOT.resolve("docs/configuration.md"))).isEqualTo(settings());
    }

    private static Set<String> names(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> settings() {
        ClassPathScanningCandidateComponentProvider scanner =
                new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("io.daybook").stream()
                .map(SettingsAreDocumentedTest::type)
                .flatMap(type -> variables(prefix(type), type))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Class<?> type(BeanDefinition found) {
        try {
            return Class.forName(found.getBeanClassName());
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private static String prefix(Class<?> type) {
        ConfigurationProperties settings = type.getAnnotation(ConfigurationProperties.class);
        return settings.value().isEmpty() ? settings.prefix() : settings.value();
    }

    /**
     * The names by which Spring reads them from the environment: dots become underscores, dashes
     * go.
     */
    private static Stream<String> variables(String prefix, Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .flatMap(component -> variables(prefix, component));
    }

    private static Stream<String> variables(String prefix, RecordComponent component) {
        String name = prefix + "." + component.getName();
        if (component.getType().isRecord()) {
            return variables(name, component.getType());
        }
        if (Map.class.isAssignableFrom(component.getType())) {
            return Stream.empty();
        }
        return Stream.of(name.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT));
    }
}
