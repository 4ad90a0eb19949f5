package org.tipstats.platform.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** A token in plain text. It exists only from creation until it is shown, and while it is looked up. */
record TokenSecret(String text) {

    private static final String PREFIX = "tip_";
    private static final int BYTES = 32;
    private static final int PREFIX_LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Creates a random secret. */
    static TokenSecret random() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new TokenSecret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /**
     * Returns the hash that is stored in its place. A fast hash without salt is enough, because the secret is random.
     */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Returns its beginning, by which the owner recognises it in a list. */
    String prefix() {
        return text.substring(0, Math.min(PREFIX_LENGTH, text.length()));
    }

    @Override
    public String toString() {
        return prefix() + "…";
    }
}
