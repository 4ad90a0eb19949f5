package org.tipstats.platform.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A signed text in the form of DSSE 1.0 (Dead Simple Signing Envelope, https://github.com/secure-systems-lab/dsse). The
 * JSON of an envelope has exactly these members. The same text, signed with the same key, gives the same envelope.
 *
 * @param payload the text in UTF-8, as Base64
 * @param payloadType the media type of the text
 * @param signatures one signature, or none if the service has no key
 */
public record Envelope(String payload, String payloadType, List<KeySignature> signatures) {

    private static final String ALGORITHM = "Ed25519";

    /**
     * A signature.
     *
     * @param keyid the SHA-256 of the public key (as X.509 SubjectPublicKeyInfo), in hex
     * @param sig the signature as Base64
     */
    public record KeySignature(String keyid, String sig) {}

    static Envelope unsigned(String type, String text) {
        return new Envelope(base64(text.getBytes(StandardCharsets.UTF_8)), type, List.of());
    }

    static Envelope sign(String type, String text, KeyPair keys) {
        Envelope open = unsigned(type, text);
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(keys.getPrivate());
            signature.update(open.signedBytes());
            KeySignature made = new KeySignature(keyId(keys.getPublic()), base64(signature.sign()));
            return new Envelope(open.payload, type, List.of(made));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key cannot sign", e);
        }
    }

    public boolean isSignedBy(PublicKey key) {
        return signatures.stream().anyMatch(signature -> isBy(key, signature));
    }

    private boolean isBy(PublicKey key, KeySignature signature) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(signedBytes());
            return verifier.verify(Base64.getDecoder().decode(signature.sig()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Returns the signed text.
     *
     * @throws IllegalArgumentException if the payload is not Base64
     */
    public String text() {
        return new String(Base64.getDecoder().decode(payload), StandardCharsets.UTF_8);
    }

    /** Returns the bytes that are signed: the pre-authentication encoding of DSSE. The lengths in it count bytes. */
    private byte[] signedBytes() {
        byte[] text = Base64.getDecoder().decode(payload);
        int typeLength = payloadType.getBytes(StandardCharsets.UTF_8).length;
        byte[] head =
                ("DSSEv1 " + typeLength + " " + payloadType + " " + text.length + " ").getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + text.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(text, 0, all, head.length, text.length);
        return all;
    }

    static String keyId(PublicKey key) {
        return DigestUtils.sha256Hex(key.getEncoded());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
