package org.tipstats.disseminate.deliver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretCipherTest {

    private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");

    private final HookSecret secret = HookSecret.random();
    private final SecretCipher cipher = with((byte) 1);

    @TempDir
    Path home;

    private static SecretCipher with(byte fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, fill);
        return new SecretCipher(Optional.of(Base64.getEncoder().encodeToString(key)), Optional.empty(), false);
    }

    @Test
    void aSecretComesBackAndIsNotInWhatIsStored() {
        byte[] stored = cipher.toStored(secret, ID);
        assertTrue(SecretCipher.isEncrypted(stored));
        assertFalse(base16(stored).contains(base16(Arrays.copyOf(secret.key(), 8))));
        assertArrayEquals(
                secret.key(), cipher.toSecret(stored, ID).orElseThrow().key());
        assertFalse(Arrays.equals(stored, cipher.toStored(secret, ID)), "two encryptions are never equal");
    }

    private static String base16(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Test
    void aSecretIsForOneSubscriptionAndOneKey() {
        byte[] stored = cipher.toStored(secret, ID);
        assertTrue(cipher.toSecret(stored, UUID.randomUUID()).isEmpty());
        assertTrue(with((byte) 2).toSecret(stored, ID).isEmpty());
        assertTrue(new SecretCipher(Optional.empty(), Optional.empty(), false)
                .toSecret(stored, ID)
                .isEmpty());
        stored[20] ^= 1;
        assertTrue(cipher.toSecret(stored, ID).isEmpty());
    }

    @Test
    void withoutAKeyASecretIsStoredAsItIsAndReadinessSaysSo() {
        SecretCipher none = new SecretCipher(Optional.empty(), Optional.of(home), false);
        assertArrayEquals(secret.key(), none.toStored(secret, ID));
        assertArrayEquals(
                secret.key(), cipher.toSecret(secret.key(), ID).orElseThrow().key(), "stored before there was a key");
        assertEquals(
                false,
                new SecretCipher.SecretCheck(none)
                        .call()
                        .getData()
                        .orElseThrow()
                        .get("secretsEncrypted"));
    }

    @Test
    void theEmbeddedServiceMakesAKeyOnceThatOnlyItsOwnerReads() throws IOException {
        byte[] stored = new SecretCipher(Optional.empty(), Optional.of(home), true).toStored(secret, ID);
        Path file = home.resolve("webhook-key");
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix) {
            // Regression: a key that the operator had put back after a restoration stayed readable for everyone.
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
        SecretCipher later = new SecretCipher(Optional.empty(), Optional.of(home), true);
        assertArrayEquals(secret.key(), later.toSecret(stored, ID).orElseThrow().key());
        if (posix) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    void aKeyThatIsNoKeyIsRefusedWithoutShowingIt() {
        for (String key : new String[] {"c2hvcnQ=", "not Base64 at all"}) {
            ConfigurationException refused = assertThrows(
                    ConfigurationException.class, () -> new SecretCipher(Optional.of(key), Optional.empty(), false));
            assertTrue(refused.getMessage().startsWith("TIPSTATS_WEBHOOKS_KEY must be"), refused.getMessage());
            assertFalse(refused.getMessage().contains(key));
            assertNull(refused.getCause(), "a cause hides the message behind a stack trace");
        }
    }

    @Test
    void aFileThatIsNoKeyIsNamed() throws IOException {
        Path file = Files.writeString(home.resolve("webhook-key"), "short");
        ConfigurationException refused = assertThrows(
                ConfigurationException.class, () -> new SecretCipher(Optional.empty(), Optional.of(home), true));
        assertTrue(refused.getMessage().startsWith("The file " + file + " must be"), refused.getMessage());
    }
}
