package org.tipstats.start.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** A key file as an operator makes it. */
final class KeyFile {

    private KeyFile() {}

    static Path create(Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        return Files.writeString(
                file,
                part("PRIVATE KEY", pair.getPrivate().getEncoded())
                        + part("PUBLIC KEY", pair.getPublic().getEncoded()));
    }

    private static String part(String name, byte[] bytes) {
        String text = Base64.getEncoder().encodeToString(bytes);
        return "-----BEGIN " + name + "-----\n" + text + "\n-----END " + name + "-----\n";
    }
}
