package io.daybook.platform.proof;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Positions of the log as a short text: the way from each to the next in variable-length numbers
 * (seven bits a byte, the lowest first), deflated (RFC 1950), in Base64. Neighbours take a fraction
 * of a byte each.
 */
public final class PositionSet {

    private static final int MOST_BYTES = 16 << 20;
    private static final int BUFFER = 1 << 16;
    private static final int MORE = 0x80;
    private static final int BITS = 7;

    private PositionSet() {}

    /** Writes positions, of which each is greater than the one before. */
    public static String write(long[] ascending) {
        ByteArrayOutputStream ways = new ByteArrayOutputStream(ascending.length + Long.BYTES);
        long last = 0;
        for (long position : ascending) {
            long way = position - last;
            if (way <= 0) {
                throw new IllegalArgumentException("Positions have to ascend");
            }
            for (; way >= MORE; way >>>= BITS) {
                ways.write((int) (way & (MORE - 1)) | MORE);
            }
            ways.write((int) way);
            last = position;
        }
        return Base64.getEncoder().encodeToString(deflate(ways.toByteArray()));
    }

    /**
     * Reads them back, ascending; nothing from an empty text.
     *
     * @throws IllegalArgumentException when it is not such a text
     */
    public static long[] read(String written) {
        if (written.isEmpty()) {
            return new long[0];
        }
        byte[] ways = inflate(Base64.getDecoder().decode(written));
        long[] positions = new long[ways.length];
        int count = 0;
        long last = 0;
        long way = 0;
        int shift = 0;
        for (byte part : ways) {
            way |= (long) (part & (MORE - 1)) << shift;
            shift += BITS;
            if (part >= 0) {
                last += way;
                positions[count++] = last;
                way = 0;
                shift = 0;
            }
        }
        return Arrays.copyOf(positions, count);
    }

    private static byte[] deflate(byte[] plain) {
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            deflater.setInput(plain);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] buffer = new byte[BUFFER];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        }
    }

    private static byte[] inflate(byte[] packed) {
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(packed);
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            byte[] buffer = new byte[BUFFER];
            while (!inflater.finished()) {
                int length = inflater.inflate(buffer);
                if (length == 0 || plain.size() > MOST_BYTES) {
                    throw new IllegalArgumentException("This is no set of positions");
                }
                plain.write(buffer, 0, length);
            }
            return plain.toByteArray();
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("This is no set of positions", e);
        }
    }
}
