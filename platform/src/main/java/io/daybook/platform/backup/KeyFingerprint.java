package io.daybook.platform.backup;

import io.daybook.platform.keys.InstallationKeys;

import java.util.HexFormat;

/** Tells master keys apart without telling anything of them. */
final class KeyFingerprint {

    private static final int BYTES = 8;

    private KeyFingerprint() {}

    static String of(byte[] masterKey) {
        byte[] derived = new InstallationKeys(masterKey).key("backup-fingerprint");
        return HexFormat.of().formatHex(derived, 0, BYTES);
    }
}
