package org.tipstats.mapping.count;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/** Hashes of identifiers with a random salt, which is lost with this object. They serve only to compare identifiers. */
final class SaltedHashes {

    private static final int SALT_BYTES = 32;

    private final byte[] salt = new byte[SALT_BYTES];
    private final MessageDigest digest;

    SaltedHashes() {
        new SecureRandom().nextBytes(salt);
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    ByteBuffer of(String identifier) {
        digest.update(salt);
        return ByteBuffer.wrap(digest.digest(identifier.getBytes(StandardCharsets.UTF_8)));
    }
}
