package io.daybook.platform.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

/** Lines of exports, read fast. */
class RowLineTest {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String LINE =
            "{\"position\":7,\"eventId\":\"00000000-0000-0001-0000-000000000002\",\"aggregateId\":"
                + "\"00000000-0000-0003-0000-000000000004\",\"sequence\":0,\"aggregateType\":null,"
                + "\"at\":\"2026-02-28T23:59:59.000001Z\",\"type\":\"a.B\",\"revision\":null,"
                + "\"payload\":\"{}\",\"metaData\":\"{}\"}";

    private final RowLine lines = new RowLine();

    @Test
    void areTheRowsThatTheyWereWrittenFrom() {
        Random random = new Random(25);
        for (int round = 0; round < 2_000; round++) {
            byte[] row = row(random);

            LogRow read = Objects.requireNonNull(lines.read(line(new LogRow(row, 0))));

            assertThat(line(read)).isEqualTo(line(new LogRow(row, 0)));
            assertThat(read.leaf(Sha256.digest()))
                    .isEqualTo(new LogRow(row, 0).leaf(Sha256.digest()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"position\":7|\"position\":07",
                "\"position\":7|\"position\":-7",
                "\"position\":7|\"position\":1234567890123456789",
                "2026-02-28|2026-02-30",
                "23:59:59|24:59:59",
                ".000001Z|.0000001Z",
                ".000001Z|.000001",
                "0001-0000|0001-000g",
                "\"payload\":\"{}\"|\"payload\":\"\\u007b}\"",
                "\"payload\":\"{}\"|\"payload\":\"\n\"",
                "\"payload\":\"{}\"|\"payload\": \"{}\"",
                "\"payload\":\"{}\",|",
                "\"metaData\":\"{}\"}|\"metaData\":\"{}\"} ",
                "\"metaData\":\"{}\"}|\"metaData\":\"{",
            })
    void inAnyOtherFormAreLeftToAParser(String change) {
        assertThat(lines.read(LINE.getBytes(StandardCharsets.UTF_8))).isNotNull();
        String[] words = change.split("\\|", 2);

        assertThat(LINE).contains(words[0]);
        assertThat(lines.read(LINE.replace(words[0], words[1]).getBytes(StandardCharsets.UTF_8)))
                .isNull();
    }

    private static byte[] line(LogRow row) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator to =
                JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            RowJson.write(row, to);
        }
        return out.toByteArray();
    }

    private static byte[] row(Random random) {
        ByteBuffer row = ByteBuffer.allocate(4_096).putShort((short) LogRow.FIELDS);
        number(row, random.nextLong(1_000_000_000_000L));
        uuid(row, new UUID(random.nextLong(), random.nextLong()));
        uuid(row, new UUID(random.nextLong(), random.nextLong()));
        number(row, random.nextInt(100));
        text(row, random.nextBoolean() ? "Project" : null);
        number(
                row,
                LogRow.micros(Instant.ofEpochSecond(random.nextLong(4_000_000_000L)))
                        + micros(random));
        text(row, "projects.ProjectCreated");
        text(row, random.nextBoolean() ? "1" : null);
        text(row, words(random));
        text(row, words(random));
        byte[] bytes = new byte[row.position()];
        row.flip().get(bytes);
        return bytes;
    }

    private static long micros(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> 0;
            case 1 -> 1_000 * random.nextLong(1_000);
            default -> random.nextLong(1_000_000);
        };
    }

    private static String words(Random random) {
        String[] pieces = {"{\"a\":", "\\", "\n", "\t", "é", "漢", "x", "/", " ", "\r", "\f\b", "“"};
        StringBuilder words = new StringBuilder();
        for (int count = random.nextInt(100); count > 0; count--) {
            words.append(pieces[random.nextInt(pieces.length)]);
        }
        return words.toString();
    }

    private static void number(ByteBuffer row, long value) {
        row.putInt(Long.BYTES).putLong(value);
    }

    private static void uuid(ByteBuffer row, UUID value) {
        row.putInt(2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits());
    }

    private static void text(ByteBuffer row, @Nullable String value) {
        byte[] bytes = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
        row.putInt(value == null ? -1 : bytes.length).put(bytes);
    }
}
