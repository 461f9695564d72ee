package io.daybook.command.identity.password;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/** Argon2id by libsodium, called through the JDK's foreign functions. */
final class SodiumArgon2 implements Argon2 {

    /** {@code crypto_pwhash_SALTBYTES}: libsodium takes no other length. */
    private static final int SALT_LENGTH = 16;

    /** {@code crypto_pwhash_ALG_ARGON2ID13}. */
    private static final int ARGON2ID13 = 2;

    private final MethodHandle hash;
    private final String origin;

    SodiumArgon2(SymbolLookup library, String origin) {
        this.origin = origin;
        Linker linker = Linker.nativeLinker();
        MethodHandle start =
                linker.downcallHandle(
                        library.findOrThrow("sodium_init"), FunctionDescriptor.of(JAVA_INT));
        this.hash =
                linker.downcallHandle(
                        library.findOrThrow("crypto_pwhash"),
                        FunctionDescriptor.of(
                                JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS,
                                JAVA_LONG, JAVA_LONG, JAVA_INT));
        if (call(start) < 0) {
            throw new IllegalStateException("sodium_init failed");
        }
    }

    @Override
    public byte[] tag(byte[] password, byte[] salt, Argon2Cost cost, int length) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment secret = arena.allocateFrom(JAVA_BYTE, password);
            MemorySegment tag = arena.allocate(length);
            int failure =
                    call(
                            hash,
                            tag,
                            (long) length,
                            secret,
                            (long) password.length,
                            arena.allocateFrom(JAVA_BYTE, salt),
                            (long) cost.passes(),
                            cost.memory() * 1024L,
                            ARGON2ID13);
            secret.fill((byte) 0);
            if (failure != 0) {
                throw new IllegalStateException("libsodium could not hash a password");
            }
            byte[] copy = tag.toArray(JAVA_BYTE);
            tag.fill((byte) 0);
            return copy;
        }
    }

    @Override
    public boolean supports(Argon2Cost cost, int saltLength) {
        return cost.lanes() == 1 && saltLength == SALT_LENGTH;
    }

    @Override
    public String description() {
        return "native Argon2id (libsodium, " + origin + ")";
    }

    private static int call(MethodHandle function, Object... arguments) {
        try {
            return (int) function.invokeWithArguments(arguments);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
