package org.tipstats.platform.signing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.platform.storage.OwnerOnly;

/**
 * Reads and writes Ed25519 keys in PEM. A key file of the service has two parts: the private key (PKCS #8) and the public
 * key (X.509 SubjectPublicKeyInfo), as {@code openssl genpkey -algorithm ed25519} and {@code openssl pkey -pubout} write
 * them.
 */
public final class SigningKeys {

    private static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final Pattern PART =
            Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    private SigningKeys() {}

    /**
     * Reads the pair of keys of a file.
     *
     * @throws InvalidKeyFileException if the file has no pair of Ed25519 keys, or if the private and the public key do
     *     not belong together
     * @throws IOException if the file cannot be read
     */
    static KeyPair read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.US_ASCII);
        try {
            KeyPair pair = new KeyPair(
                    publicKey(text),
                    KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(part(PRIVATE, text))));
            Envelope signed = Envelope.sign("text/plain", "the keys belong together", pair);
            if (!signed.isSignedBy(pair.getPublic())) {
                throw new InvalidKeyFileException("its private and its public key do not belong together");
            }
            return pair;
        } catch (GeneralSecurityException e) {
            throw new InvalidKeyFileException("its private key is not an Ed25519 key");
        }
    }

    /** Makes a new pair of keys and writes it to a file that only its owner can read. The file must not exist yet. */
    static KeyPair create(Path file) throws IOException {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            OwnerOnly.file(file);
            Files.writeString(
                    file,
                    pem(PRIVATE, pair.getPrivate().getEncoded()) + pem(pair.getPublic()),
                    StandardCharsets.US_ASCII);
            return pair;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    /**
     * Reads the public key from a PEM text, which may also contain other parts.
     *
     * @throws InvalidKeyFileException if the text has no Ed25519 public key
     */
    public static PublicKey publicKey(String text) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(part(PUBLIC, text)));
        } catch (GeneralSecurityException e) {
            throw new InvalidKeyFileException("its public key is not an Ed25519 key");
        }
    }

    /** Returns a public key in PEM, with a line end. */
    static String pem(PublicKey key) {
        return pem(PUBLIC, key.getEncoded());
    }

    private static String pem(String name, byte[] bytes) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + name + "-----\n" + lines + "\n-----END " + name + "-----\n";
    }

    private static byte[] part(String name, String text) {
        Matcher part = PART.matcher(text);
        while (part.find()) {
            if (part.group(1).equals(name)) {
                return Base64.getMimeDecoder().decode(part.group(2));
            }
        }
        throw new InvalidKeyFileException("it has no part \"BEGIN " + name + "\"");
    }

    /** Thrown if a file is not a key file. The message says why, as the end of a sentence. */
    public static final class InvalidKeyFileException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        InvalidKeyFileException(String message) {
            super(message);
        }
    }
}
