package org.tipstats.platform.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;

/** The key that signs in tests. OpenSSL made it. */
public final class TestKey {

    public static final Path FILE = Path.of("src/test/resources/signing-key.pem");

    private TestKey() {}

    public static PublicKey publicKey() {
        try {
            return SigningKeys.publicKey(Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
