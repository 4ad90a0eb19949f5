package org.tipstats.start.command;

import java.nio.file.Path;
import java.security.PublicKey;
import org.tipstats.platform.signing.SigningKeys;
import org.tipstats.platform.signing.SigningKeys.InvalidKeyFileException;
import org.tipstats.start.command.CommandLineInterface.NoAccessException;
import org.tipstats.start.command.CommandLineInterface.OfflineCommand;

/** Reads the public keys that verify signatures. */
final class PublicKeys {

    private PublicKeys() {}

    static PublicKey read(Path file) {
        try {
            return SigningKeys.publicKey(OfflineCommand.text(file));
        } catch (InvalidKeyFileException e) {
            throw new NoAccessException("The file " + file + " is not a key: " + e.getMessage() + ".");
        }
    }
}
