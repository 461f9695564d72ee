package io.daybook.command.identity.password;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds libsodium: the one that travels with us, or the distribution's. */
final class SodiumLibrary {

    private static final List<String> INSTALLED =
            List.of("libsodium.so.23", "libsodium.so.26", "libsodium.dylib", "libsodium");

    private SodiumLibrary() {}

    /** The native function, where any library loads on this machine. */
    static Optional<Argon2> load() {
        return bundled().or(SodiumLibrary::installed);
    }

    private static Optional<Argon2> bundled() {
        String resource = resource();
        try (InputStream library = SodiumLibrary.class.getResourceAsStream(resource)) {
            if (library == null) {
                return Optional.empty();
            }
            return Optional.of(new SodiumArgon2(linkedFrom(library), "bundled"));
        } catch (IOException | LinkageError | RuntimeException absent) {
            return Optional.empty();
        }
    }

    /** The file is private to us while it is linked, and gone afterwards. */
    private static SymbolLookup linkedFrom(InputStream library) throws IOException {
        Path folder = Files.createTempDirectory("daybook-sodium");
        Path file = folder.resolve("libsodium");
        try {
            Files.copy(library, file);
            return SymbolLookup.libraryLookup(file, Arena.global());
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private static Optional<Argon2> installed() {
        return INSTALLED.stream().flatMap(name -> installed(name).stream()).findFirst();
    }

    private static Optional<Argon2> installed(String name) {
        try {
            SymbolLookup library = SymbolLookup.libraryLookup(name, Arena.global());
            return Optional.of(new SodiumArgon2(library, "installed"));
        } catch (LinkageError | RuntimeException absent) {
            return Optional.empty();
        }
    }

    private static String resource() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        boolean arm = System.getProperty("os.arch", "").equals("aarch64");
        if (system.startsWith("mac")) {
            return arm ? "/mac_arm/libsodium.dylib" : "/mac/libsodium.dylib";
        }
        if (system.startsWith("windows")) {
            return "/windows64/libsodium.dll";
        }
        return arm ? "/arm64/libsodium.so" : "/linux64/libsodium.so";
    }
}
