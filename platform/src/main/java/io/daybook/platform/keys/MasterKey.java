package io.daybook.platform.keys;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * Where the master key comes from: the environment, or a file in the data folder that is made at
 * the first start.
 */
public final class MasterKey {

    private MasterKey() {}

    /**
     * Reads the key given in Base64 (at least 32 bytes), else the one in the folder, else makes one
     * there (mode 0600).
     */
    public static byte[] obtain(@Nullable String configured, Path dataFolder) {
        if (configured != null && !configured.isBlank()) {
            try {
                return Base64.getDecoder().decode(configured.strip());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("DAYBOOK_MASTERKEY is not Base64", e);
            }
        }
        Path file = file(dataFolder);
        try {
            if (!Files.exists(file)) {
                byte[] key = new byte[32];
                new SecureRandom().nextBytes(key);
                create(file, key);
            }
            return Base64.getDecoder().decode(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("The master key " + file + " cannot be read", e);
        }
    }

    /** The key given, else the one in the folder; none is made. */
    public static Optional<byte[]> find(@Nullable String configured, Path dataFolder) {
        boolean known =
                (configured != null && !configured.isBlank()) || Files.exists(file(dataFolder));
        return known ? Optional.of(obtain(configured, dataFolder)) : Optional.empty();
    }

    /** Puts a key into the folder, which must not have one. */
    public static void keep(byte[] key, Path dataFolder) throws IOException {
        Path file = file(dataFolder);
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        create(file, key);
    }

    private static Path file(Path dataFolder) {
        return dataFolder.resolve("keys").resolve("master.key");
    }

    private static void create(Path file, byte[] key) throws IOException {
        Files.createDirectories(file.getParent());
        Path draft =
                Files.createTempFile(
                        file.getParent(),
                        "master",
                        ".draft",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try (var channel = Files.newByteChannel(draft, Set.of(StandardOpenOption.WRITE))) {
            channel.write(ByteBuffer.wrap(Base64.getEncoder().encode(key)));
        }
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException raced) {
            // Another process was first: its key counts.
        } finally {
            Files.delete(draft);
        }
    }
}
