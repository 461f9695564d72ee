package io.daybook.platform.postgres;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

/** The programs of PostgreSQL, unpacked once per machine from the archive on the class path. */
final class Binaries {

    private Binaries() {}

    /** The folder that holds {@code bin}, {@code lib} and {@code share}. */
    static Path unpacked(Path dataFolder) throws IOException {
        String machine = machine();
        URL archive = Binaries.class.getResource("/postgres-linux-" + machine + ".txz");
        if (archive == null) {
            throw new PostgresNotStarted(
                    "No PostgreSQL for this machine (%s, %s) is bundled: point DAYBOOK_DATABASE_URL at a PostgreSQL server of your own."
                            .formatted(
                                    System.getProperty("os.name"), System.getProperty("os.arch")));
        }
        URLConnection connection = archive.openConnection();
        Path cache = cache(dataFolder);
        Path target = cache.resolve("postgres-%s-%s".formatted(machine, version(connection)));
        if (!Files.isDirectory(target)) {
            unpackInto(target, cache, connection);
        }
        return target;
    }

    /** A new version has a new checksum in the jar's directory, so it gets a new folder. */
    private static String version(URLConnection connection) throws IOException {
        return connection instanceof JarURLConnection jar
                ? Long.toHexString(jar.getJarEntry().getCrc())
                : Long.toHexString(connection.getContentLengthLong());
    }

    private static void unpackInto(Path target, Path cache, URLConnection connection)
            throws IOException {
        Path temporary = Files.createTempDirectory(cache, "unpacking-");
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (InputStream packed = connection.getInputStream()) {
            unpack(packed, temporary);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            // another process may have been quicker
            if (!Files.isDirectory(target)) {
                throw failed;
            }
        } finally {
            FileSystemUtils.deleteRecursively(temporary);
        }
    }

    private static void unpack(InputStream packed, Path folder) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                Path path = folder.resolve(entry.getName()).normalize();
                if (!path.startsWith(folder)) {
                    throw new IOException("The archive leads outside its folder: " + path);
                }
                write(entry, tar, path);
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path path)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, path);
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(
                path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static Path cache(Path dataFolder) throws IOException {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path home =
                configured == null || configured.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(configured);
        try {
            return Files.createDirectories(home.resolve("daybook"));
        } catch (IOException notOurs) {
            return Files.createDirectories(dataFolder.resolve("cache"));
        }
    }

    private static String machine() {
        return System.getProperty("os.arch").toLowerCase(Locale.ROOT).equals("aarch64")
                ? "arm_64"
                : "x86_64";
    }
}
