package org.tipstats.platform.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** A token in clear, which exists only between its making and its being shown, or while it is looked up. */
record TokenSecret(String text) {

    private static final String MARK = "tip_";
    private static final int BYTES = 32;
    private static final int SHOWN = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one that nobody can guess. */
    static TokenSecret random() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new TokenSecret(MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** What is stored in its place. The secret is random, so a plain fast hash is enough. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Its beginning, by which its owner recognises it in a list. */
    String prefix() {
        return text.substring(0, Math.min(SHOWN, text.length()));
    }

    @Override
    public String toString() {
        return prefix() + "…";
    }
}
