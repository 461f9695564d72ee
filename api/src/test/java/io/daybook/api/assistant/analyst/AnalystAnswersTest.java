package io.daybook.api.assistant.analyst;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * Questions and their known answers over four very different databases: a shop whose revenue must
 * be computed, a staff register, sensors, and one whose names are hardly words.
 */
class AnalystAnswersTest {

    private static final Sample SHOP = new Sample(resource("retail.sql"));
    private static final Sample STAFF = new Sample(resource("hr.sql"));
    private static final Sample SENSORS = new Sample(resource("iot.sql"));
    private static final Sample LEGACY = new Sample(resource("legacy.sql"));

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void answersAboutAShop(String line) {
        check(SHOP, line);
    }

    static Stream<String> answersAboutAShop() {
        return resource("retail.txt").lines();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void answersAboutStaff(String line) {
        check(STAFF, line);
    }

    static Stream<String> answersAboutStaff() {
        return resource("hr.txt").lines();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void answersAboutSensors(String line) {
        check(SENSORS, line);
    }

    static Stream<String> answersAboutSensors() {
        return resource("iot.txt").lines();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void answersAboutTablesWithBadNames(String line) {
        check(LEGACY, line);
    }

    static Stream<String> answersAboutTablesWithBadNames() {
        return resource("legacy.txt").lines();
    }

    private static void check(Sample sample, String line) {
        int arrow = line.indexOf(" => ");
        String question = line.substring(0, arrow);
        String expected = line.substring(arrow + 4);
        assertThat(String.join("; ", sample.ask(question)))
                .as("%s%n%s", question, sample.sql(question))
                .isEqualTo(expected);
    }

    private static String resource(String name) {
        try (InputStream file = AnalystAnswersTest.class.getResourceAsStream("/analyst/" + name)) {
            assertThat(file).as(name).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
