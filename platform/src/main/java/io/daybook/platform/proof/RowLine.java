package io.daybook.platform.proof;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * Reads lines of an export in exactly the form in which they are written, from bytes to bytes: a
 * parser of JSON makes texts of all of it. A line in any other form is left to one. It is one long
 * class because each field begins where the one before ended.
 */
final class RowLine {

    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final List<byte[]> NAMES =
            RowJson.NAMES.stream()
                    .map(
                            name ->
                                    ((name.equals(RowJson.FIRST) ? "{\"" : ",\"") + name + "\":")
                                            .getBytes(StandardCharsets.UTF_8))
                    .toList();
    private static final byte[] NULL = "null".getBytes(StandardCharsets.UTF_8);
    private static final int DIGITS = 18; // as many as a long has in any case
    private static final int DATE = 10;
    private static final long SECOND = 1_000_000;
    private static final long EPOCH = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long DAY = 86_400 * SECOND;

    /** By how much a row can be longer than its line: lengths of fields, small numbers. */
    private static final int SLACK = 64;

    private byte[] line = {};
    private int at;
    private byte[] row = new byte[4_096];
    private int to;
    private byte[] date = {};
    private long day;

    /** The row of a line; nothing where the line has another form. */
    @Nullable LogRow read(byte[] given) {
        line = given;
        at = 0;
        if (row.length < line.length + SLACK) {
            row = new byte[line.length + SLACK];
        }
        SHORTS.set(row, 0, (short) LogRow.FIELDS);
        to = Short.BYTES;
        for (int field = 0; field < LogRow.FIELDS; field++) {
            if (!isNext(NAMES.get(field)) || !field(field)) {
                return null;
            }
        }
        return at == line.length - 1 && line[at] == '}'
                ? new LogRow(Arrays.copyOf(row, to), 0)
                : null;
    }

    private boolean field(int field) {
        return switch (field) {
            case 0, 3 -> number();
            case 1, 2 -> uuid();
            case 5 -> time();
            default -> isNext(NULL) ? absent() : text();
        };
    }

    private boolean absent() {
        INTS.set(row, to, -1);
        to += Integer.BYTES;
        return true;
    }

    private boolean number() {
        int from = at;
        long value = digits(DIGITS);
        int read = at - from;
        return read > 0 && (read == 1 || line[from] != '0') && put(value);
    }

    /** Reads so many digits at most. */
    private long digits(int most) {
        long value = 0;
        int end = Math.min(line.length, at + most);
        while (at < end && line[at] >= '0' && line[at] <= '9') {
            value = value * 10 + (line[at++] - '0');
        }
        return value;
    }

    private boolean put(long value) {
        INTS.set(row, to, Long.BYTES);
        LONGS.set(row, to + Integer.BYTES, value);
        to += Integer.BYTES + Long.BYTES;
        return true;
    }

    private boolean uuid() {
        if (!isNext('"')) {
            return false;
        }
        INTS.set(row, to, 2 * Long.BYTES);
        to += Integer.BYTES;
        for (int index = 0; index < 16; index++) {
            boolean dashed = index == 4 || index == 6 || index == 8 || index == 10;
            if (dashed && !isNext('-')) {
                return false;
            }
            int high = hex();
            int low = hex();
            if ((high | low) < 0) {
                return false;
            }
            row[to++] = (byte) (high << 4 | low);
        }
        return isNext('"');
    }

    private int hex() {
        int digit = at < line.length ? line[at++] : -1;
        if (digit >= '0' && digit <= '9') {
            return digit - '0';
        }
        return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
    }

    /** As Instant writes it: to the second, the millisecond or the microsecond. */
    private boolean time() {
        if (!isNext('"') || !day() || !isNext('T')) {
            return false;
        }
        long hours = twoDigits(23, ':');
        long minutes = twoDigits(59, ':');
        long seconds = twoDigits(59, line[Math.min(at + 2, line.length - 1)] == '.' ? '.' : 'Z');
        if ((hours | minutes | seconds) < 0) {
            return false;
        }
        long micros = 0;
        if (line[at - 1] == '.') {
            int from = at;
            micros = digits(6);
            int read = at - from;
            if ((read != 3 && read != 6) || !isNext('Z')) {
                return false;
            }
            micros *= read == 3 ? 1_000 : 1;
        }
        return isNext('"')
                && put(day * DAY + ((hours * 60 + minutes) * 60 + seconds) * SECOND + micros);
    }

    private long twoDigits(int most, char end) {
        int from = at;
        long value = digits(2);
        return at - from == 2 && value <= most && isNext(end) ? value : -1;
    }

    /** The day since 2000; events of one day follow one another. */
    private boolean day() {
        if (at + DATE > line.length) {
            return false;
        }
        if (!Arrays.equals(line, at, at + DATE, date, 0, date.length)) {
            try {
                String text = new String(line, at, DATE, StandardCharsets.ISO_8859_1);
                day = LocalDate.parse(text).toEpochDay() - EPOCH;
            } catch (DateTimeException other) {
                return false;
            }
            date = Arrays.copyOfRange(line, at, at + DATE);
        }
        at += DATE;
        return true;
    }

    private boolean text() {
        if (!isNext('"')) {
            return false;
        }
        int length = to;
        to += Integer.BYTES;
        while (at < line.length) {
            byte next = line[at++];
            if (next == '"') {
                INTS.set(row, length, to - length - Integer.BYTES);
                return true;
            }
            if (next == '\\') {
                next = at < line.length ? escaped(line[at++]) : 0;
                if (next == 0) {
                    return false;
                }
            } else if (next >= 0 && next < ' ') {
                return false;
            }
            row[to++] = next;
        }
        return false;
    }

    private static byte escaped(byte letter) {
        return switch (letter) {
            case '"', '\\', '/' -> letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> 0;
        };
    }

    private boolean isNext(char letter) {
        return at < line.length && line[at++] == letter;
    }

    private boolean isNext(byte[] word) {
        boolean is =
                at + word.length <= line.length
                        && Arrays.equals(line, at, at + word.length, word, 0, word.length);
        at += is ? word.length : 0;
        return is;
    }
}
