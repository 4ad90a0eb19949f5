package org.tipstats.disseminate.deliver;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret that signs messages to one receiver, as Standard Webhooks defines it. */
public final class HookSecret {

    private static final String PREFIX = "whsec_";
    static final int BYTES = 32;
    private static final String HMAC = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    public HookSecret(byte[] key) {
        this.key = key.clone();
    }

    public static HookSecret random() {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return new HookSecret(key);
    }

    public byte[] key() {
        return key.clone();
    }

    /** Returns the secret as the text that its owner gets. */
    public String text() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /**
     * Signs a message, together with its id and the time of sending.
     *
     * @return the signature: the version of the scheme and the HMAC-SHA256
     */
    public String sign(String id, Instant at, String body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            byte[] signed = (id + "." + at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8);
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    /** Returns a text that never contains the secret. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
