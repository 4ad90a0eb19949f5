package org.tipstats.disseminate.deliver;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.tipstats.platform.storage.OwnerOnly;

/**
 * Encrypts the secrets of webhooks for the database (AES-256-GCM), so that a copy of the database holds no secret that
 * can be used. The key is not in the database: it is a setting, or with the embedded database a file in the home
 * folder. Without a key, secrets are stored unencrypted, and the readiness check reports this.
 */
// A key that is not valid stops the start of the service, not only the first use of the key. Then the framework prints
// the message of the exception alone, without a stack trace.
@Startup
@Singleton
public class SecretCipher {

    private static final String FILE = "webhook-key";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int ENCRYPTED_BYTES = NONCE_BYTES + HookSecret.BYTES + TAG_BITS / 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Optional<SecretKeySpec> key;

    SecretCipher(
            @ConfigProperty(name = "tipstats.webhooks.key") Optional<String> key,
            @ConfigProperty(name = "tipstats.home") Optional<Path> home,
            @ConfigProperty(name = "tipstats.embedded", defaultValue = "false") boolean embedded) {
        this.key = key.map(text -> parse("TIPSTATS_WEBHOOKS_KEY", text))
                .or(() -> embedded
                        ? home.map(folder -> folder.resolve(FILE)).map(file -> parse("The file " + file, kept(file)))
                        : Optional.empty());
    }

    private static SecretKeySpec parse(String place, String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text.strip());
            if (bytes.length == KEY_BYTES) {
                return new SecretKeySpec(bytes, "AES");
            }
        } catch (IllegalArgumentException e) {
            // The exception below refuses a text that is not Base64. Neither message nor cause may contain the key.
        }
        throw new ConfigurationException(
                place + " must be 32 random bytes as Base64. Make them with: openssl rand -base64 32");
    }

    /** Reads the key from the home folder. Creates the key if it is missing. */
    private static String kept(Path file) {
        try {
            boolean isMissing = Files.notExists(file);
            OwnerOnly.file(file);
            if (isMissing) {
                byte[] bytes = new byte[KEY_BYTES];
                RANDOM.nextBytes(bytes);
                Files.writeString(file, Base64.getEncoder().encodeToString(bytes));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new ConfigurationException("The webhook key cannot be read or written: " + e);
        }
    }

    public boolean hasKey() {
        return key.isPresent();
    }

    /** Returns whether stored bytes are an encrypted secret. The length shows this: unencrypted secrets are shorter. */
    public static boolean isEncrypted(byte[] stored) {
        return stored.length == ENCRYPTED_BYTES;
    }

    /**
     * Returns the bytes to store: the encrypted secret, or the secret itself if there is no key.
     *
     * @param subscription only this subscription can decrypt the secret
     */
    public byte[] toStored(HookSecret secret, UUID subscription) {
        if (key.isEmpty()) {
            return secret.key();
        }
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce, subscription).doFinal(secret.key());
            return ByteBuffer.allocate(ENCRYPTED_BYTES)
                    .put(nonce)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** Returns the secret in stored bytes; empty if this key and this subscription cannot decrypt it. */
    public Optional<HookSecret> toSecret(byte[] stored, UUID subscription) {
        if (!isEncrypted(stored)) {
            return Optional.of(new HookSecret(stored));
        }
        if (key.isEmpty()) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(stored, NONCE_BYTES);
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, nonce, subscription);
            return Optional.of(new HookSecret(cipher.doFinal(stored, NONCE_BYTES, stored.length - NONCE_BYTES)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, UUID subscription) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.orElseThrow(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(subscription.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    /** Reports whether the secrets are encrypted. Is always ready. */
    @Readiness
    @Singleton
    static final class SecretCheck implements HealthCheck {

        private final SecretCipher cipher;

        SecretCheck(SecretCipher cipher) {
            this.cipher = cipher;
        }

        @Override
        public HealthCheckResponse call() {
            return HealthCheckResponse.named("webhooks")
                    .up()
                    .withData("secretsEncrypted", cipher.hasKey())
                    .build();
        }
    }
}
