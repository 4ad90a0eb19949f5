package org.tipstats.site.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a session's cookie holds. Only its hash is stored; the token of its forms follows from it, but not the reverse. */
record SessionSecret(String text) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** A new one that nobody can guess. */
    static SessionSecret random() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new SessionSecret(encoded(bits));
    }

    /** The secret in a cookie's value; none where it can't be one of ours. */
    static Optional<SessionSecret> of(String text) {
        return Optional.ofNullable(text)
                .filter(value -> FORM.matcher(value).matches())
                .map(SessionSecret::new);
    }

    byte[] hash() {
        return digest("session ");
    }

    String formToken() {
        return encoded(digest("form "));
    }

    /** Whether a form came from a page that was made for the holder of this secret. */
    boolean made(String formToken) {
        return formToken != null
                && MessageDigest.isEqual(
                        formToken().getBytes(StandardCharsets.UTF_8), formToken.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] digest(String use) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((use + text).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String encoded(byte[] bits) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    @Override
    public String toString() {
        return "a session's secret";
    }
}
