package org.tipstats.site.session;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The secret in a session's cookie. The database stores only the hash of the secret. The token of the session's forms
 * is derived from the secret and does not reveal the secret.
 */
record SessionSecret(String text) {

    private static final int BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    static SessionSecret random() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new SessionSecret(encoded(bits));
    }

    /** Returns the secret in a cookie's value; empty if the value does not have the format of a secret. */
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

    /** Returns whether a form token is derived from this secret. */
    boolean made(String formToken) {
        return formToken != null
                && MessageDigest.isEqual(
                        formToken().getBytes(StandardCharsets.UTF_8), formToken.getBytes(StandardCharsets.UTF_8));
    }

    /** Encrypts a text so that only the holder of this secret can read it. */
    byte[] sealed(String plain) {
        byte[] start = new byte[NONCE_BYTES];
        RANDOM.nextBytes(start);
        byte[] cipher = cipher(Cipher.ENCRYPT_MODE, start, plain.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(NONCE_BYTES + cipher.length)
                .put(start)
                .put(cipher)
                .array();
    }

    /** Returns the text that was encrypted with this secret. */
    String opened(byte[] sealed) {
        byte[] start = Arrays.copyOf(sealed, NONCE_BYTES);
        byte[] cipher = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
        return new String(cipher(Cipher.DECRYPT_MODE, start, cipher), StandardCharsets.UTF_8);
    }

    private byte[] cipher(int mode, byte[] start, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(digest("seal "), "AES"), new GCMParameterSpec(TAG_BITS, start));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the tokens of a session cannot be encrypted or decrypted", e);
        }
    }

    private byte[] digest(String use) {
        return DigestUtils.sha256(use + text);
    }

    private static String encoded(byte[] bits) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    @Override
    public String toString() {
        return "a session's secret";
    }
}
