package io.daybook.platform.proof;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** The lines of a file as bytes, also of a packed one. */
final class Lines implements Closeable {

    private static final int CHUNK = 1 << 20;
    private static final int GZIP = 0x1f8b;
    private static final int LONGEST = 256 << 20;
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = ONES << 7;
    private static final long BREAKS = ONES * '\n';

    private final InputStream in;
    private byte[] buffer = new byte[CHUNK];
    private int from;
    private int to;

    Lines(InputStream in) throws IOException {
        BufferedInputStream start = new BufferedInputStream(in, CHUNK);
        start.mark(2);
        int magic = start.read() << 8 | start.read();
        start.reset();
        this.in = magic == GZIP ? new GZIPInputStream(start, CHUNK) : start;
    }

    /** The next line without its end; nothing after the last. */
    byte @Nullable [] next() throws IOException {
        int searched = from;
        while (true) {
            int end = lineEnd(searched);
            if (end < to) {
                byte[] line = Arrays.copyOfRange(buffer, from, end);
                from = end + 1;
                return line;
            }
            searched = to - from;
            if (!fill()) {
                byte[] rest = from == to ? null : Arrays.copyOfRange(buffer, from, to);
                from = to;
                return rest;
            }
        }
    }

    /**
     * The place of the next line break, eight bytes at a time; the end of the buffer without one.
     */
    private int lineEnd(int start) {
        int at = start;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long others = (long) LONGS.get(buffer, at) ^ BREAKS;
            long found = others - ONES & ~others & HIGHS;
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (at < to && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    /** Moves the beginning of the line to the front and reads behind it. */
    private boolean fill() throws IOException {
        int kept = to - from;
        if (kept == buffer.length) {
            if (kept >= LONGEST) {
                throw new IOException("A line of the file is longer than any event");
            }
            buffer = Arrays.copyOf(buffer, 2 * kept);
        } else if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, kept);
        }
        from = 0;
        to = kept;
        int read = in.read(buffer, to, buffer.length - to);
        to += Math.max(0, read);
        return read > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
