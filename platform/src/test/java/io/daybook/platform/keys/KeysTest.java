package io.daybook.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.crypto.SecretKey;

class KeysTest {

    private static final byte[] CONTEXT = {1, 2, 3};

    @TempDir private Path data;

    @Test
    void decryptsWhatItEncrypted() {
        SecretKey key = new InstallationKeys(new byte[32]).aes("test");

        byte[] sealed = Aead.encrypt(key, "secret".getBytes(StandardCharsets.UTF_8), CONTEXT);

        assertThat(new String(Aead.decrypt(key, sealed, CONTEXT), StandardCharsets.UTF_8))
                .isEqualTo("secret");
        assertThat(sealed)
                .isNotEqualTo(
                        Aead.encrypt(key, "secret".getBytes(StandardCharsets.UTF_8), CONTEXT));
    }

    @Test
    void refusesEveryAlteredByteAndAnotherContext() {
        SecretKey key = new InstallationKeys(new byte[32]).aes("test");
        byte[] sealed = Aead.encrypt(key, "secret".getBytes(StandardCharsets.UTF_8), CONTEXT);

        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            assertThatThrownBy(() -> Aead.decrypt(key, altered, CONTEXT))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> Aead.decrypt(key, sealed, new byte[] {9}))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Aead.decrypt(key, new byte[3], CONTEXT))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void derivesAKeyForEachPurpose() {
        InstallationKeys keys = new InstallationKeys(new byte[32]);

        assertThat(keys.key("a")).hasSize(32).isEqualTo(keys.key("a")).isNotEqualTo(keys.key("b"));
    }

    @Test
    void refusesAMasterKeyThatIsTooShort() {
        assertThatThrownBy(() -> new InstallationKeys(new byte[16]))
                .hasMessageContaining("at least 32");
    }

    @Test
    void makesOneMasterKeyHoweverManyProcessesStartAtOnce() throws Exception {
        Set<String> keys =
                IntStream.range(0, 16)
                        .parallel()
                        .mapToObj(
                                i ->
                                        new String(
                                                MasterKey.obtain(null, data),
                                                StandardCharsets.ISO_8859_1))
                        .collect(Collectors.toSet());

        assertThat(keys).hasSize(1);
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(data.resolve("keys/master.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void namesTheSettingWhenTheConfiguredKeyIsNotBase64() {
        assertThatThrownBy(() -> MasterKey.obtain("not base64!", data))
                .hasMessageContaining("DAYBOOK_MASTERKEY");
    }
}
