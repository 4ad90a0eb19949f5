package org.tipstats.platform.signing;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.tipstats.platform.signing.SigningKeys.InvalidKeyFileException;
import org.tipstats.platform.signing.Statement.SignedStatement;
import org.tipstats.platform.storage.OwnerOnly;

/**
 * Signs statements with the key of the service. With the embedded database, the first start makes a key in the home
 * folder. With an external database, the operator provides the key. Without a key, statements have no signature, and
 * the readiness check reports this.
 */
// A key that cannot be used stops the service at its start, not at the first signature.
@Startup
@Singleton
public class StatementSigner {

    private static final String FILE = "signing-key.pem";

    private final Optional<KeyPair> keys;

    StatementSigner(
            @ConfigProperty(name = "tipstats.signing.key-file") Optional<Path> file,
            @ConfigProperty(name = "tipstats.home") Optional<Path> home,
            @ConfigProperty(name = "tipstats.embedded", defaultValue = "false") boolean embedded) {
        this.keys = file.map(StatementSigner::load)
                .or(() -> embedded ? home.map(folder -> loadOrCreate(folder.resolve(FILE))) : Optional.empty());
    }

    /**
     * Makes a signer for a command, which has no configuration.
     *
     * @param file the key file; empty to sign nothing
     * @throws ConfigurationException if the file has no valid keys; the message says why
     */
    public static StatementSigner of(Optional<Path> file) {
        return new StatementSigner(file, Optional.empty(), false);
    }

    private static KeyPair load(Path file) {
        try {
            return SigningKeys.read(file);
        } catch (InvalidKeyFileException e) {
            throw refusal(file, "is not valid: " + e.getMessage() + ".");
        } catch (IOException e) {
            throw refusal(file, "cannot be read: " + e);
        }
    }

    /** Makes the exception whose message alone ends the start, without a stack trace. It must not have a cause. */
    private static ConfigurationException refusal(Path file, String reason) {
        return new ConfigurationException("The signing key file " + file + " " + reason);
    }

    private static KeyPair loadOrCreate(Path file) {
        try {
            if (Files.notExists(file)) {
                return SigningKeys.create(file);
            }
            OwnerOnly.file(file);
            return load(file);
        } catch (IOException e) {
            throw refusal(file, "cannot be written: " + e);
        }
    }

    /** Signs a statement. Without a key, the envelope has no signature. */
    public SignedStatement sign(Statement statement) {
        String text = statement.json();
        Envelope envelope = keys.map(pair -> Envelope.sign(Statement.MEDIA_TYPE, text, pair))
                .orElseGet(() -> Envelope.unsigned(Statement.MEDIA_TYPE, text));
        return new SignedStatement(envelope, statement);
    }

    /** Returns the public key in PEM, if the service has a key. */
    public Optional<String> publicKey() {
        return keys.map(pair -> SigningKeys.pem(pair.getPublic()));
    }

    /** Returns the id of the key, or {@code unsigned}. This id changes when the operator changes the key. */
    public String keyId() {
        return keys.map(pair -> Envelope.keyId(pair.getPublic())).orElse("unsigned");
    }

    boolean hasKey() {
        return keys.isPresent();
    }

    /** A readiness check that is always up. It reports whether the service signs releases and the log. */
    @Readiness
    @Singleton
    static final class SignatureCheck implements HealthCheck {

        private final StatementSigner signer;

        SignatureCheck(StatementSigner signer) {
            this.signer = signer;
        }

        @Override
        public HealthCheckResponse call() {
            return HealthCheckResponse.named("signatures")
                    .up()
                    .withData("signed", signer.hasKey())
                    .build();
        }
    }
}
