package org.tipstats.platform.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.platform.signing.SigningKeys.InvalidKeyFileException;
import org.tipstats.platform.signing.Statement.SignedStatement;
import org.tipstats.platform.signing.Statement.Subject;
import org.tipstats.start.boot.TestTools;

class EnvelopeTest {

    /**
     * The signature that OpenSSL gives with the same key ({@code openssl pkeyutl -sign -rawin}) for the example of the
     * standard: {@code DSSEv1 29 http://example.com/HelloWorld 11 hello world}.
     */
    private static final String SIGNATURE =
            "ogFwCOSsdZdKEDxdMOLk7Eg5iubmIV87/xv9VOSyGuIMT4Bz4GVnjHL/TRG+EE3qQOm46xi/3Bd89nLwLeIvCA==";

    @TempDir
    Path folder;

    @Test
    void theExampleOfTheStandardIsSignedAsOpensslSignsIt() throws IOException {
        Envelope signed = Envelope.sign("http://example.com/HelloWorld", "hello world", SigningKeys.read(TestKey.FILE));
        assertEquals("aGVsbG8gd29ybGQ=", signed.payload());
        assertEquals(SIGNATURE, signed.signatures().get(0).sig());
        assertEquals(
                "b332fe7783940e62a730774c96348515c15f423d5c19104a782c69cd2572c30d",
                signed.signatures().get(0).keyid());
        assertTrue(signed.isSignedBy(TestKey.publicKey()));
        assertEquals("hello world", signed.text());
    }

    @Test
    void anotherTextTypeOrKeyIsNotSigned() throws IOException {
        KeyPair keys = SigningKeys.read(TestKey.FILE);
        Envelope signed = Envelope.sign("text/plain", "37 victims", keys);
        Envelope text = Envelope.unsigned("text/plain", "38 victims");
        assertFalse(new Envelope(text.payload(), "text/plain", signed.signatures()).isSignedBy(keys.getPublic()));
        assertFalse(new Envelope(signed.payload(), "text/html", signed.signatures()).isSignedBy(keys.getPublic()));
        assertFalse(signed.isSignedBy(
                SigningKeys.create(folder.resolve("other.pem")).getPublic()));
        assertFalse(Envelope.unsigned("text/plain", "37 victims").isSignedBy(keys.getPublic()));
    }

    @Test
    void theRecipeForOpensslVerifiesASignature() throws IOException, InterruptedException {
        assumeTrue(
                TestTools.works("bash", "-c", "command -v jq && openssl version | grep '^OpenSSL [3-9]'"),
                "needs bash, jq and OpenSSL 3");
        Files.writeString(folder.resolve("envelope.json"), """
                {"payload": "aGVsbG8gd29ybGQ=", "payloadType": "http://example.com/HelloWorld",
                 "signatures": [{"keyid": "", "sig": "%s"}]}""".formatted(SIGNATURE));
        Files.writeString(folder.resolve("key.pem"), SigningKeys.pem(TestKey.publicKey()));
        KeyPair other = SigningKeys.create(folder.resolve("other"));
        Files.writeString(folder.resolve("other.pem"), SigningKeys.pem(other.getPublic()));
        String recipe = Files.readString(Path.of("src/docs/signatures.md")).split("```sh\n|\n```\n\nWith this")[1];
        assertTrue(recipe.startsWith("verify() {"), recipe);
        String run = "cd '" + folder + "'\n" + recipe + "\nverify envelope.json ";
        assertTrue(TestTools.works("bash", "-c", run + "key.pem"));
        assertEquals("hello world", Files.readString(folder.resolve("statement")));
        assertFalse(TestTools.works("bash", "-c", run + "other.pem"));
    }

    @Test
    void aNewKeyCanBeReadAgainAndOnlyByItsOwner() throws IOException {
        Path file = folder.resolve("key.pem");
        KeyPair made = SigningKeys.create(file);
        assertEquals(made.getPublic(), SigningKeys.read(file).getPublic());
        assertEquals(made.getPublic(), SigningKeys.publicKey(SigningKeys.pem(made.getPublic())));
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
        assertThrows(IOException.class, () -> SigningKeys.create(file));
    }

    @Test
    void aFileThatIsNoPairOfKeysSaysWhy() throws IOException {
        Path file = folder.resolve("key.pem");
        String other =
                SigningKeys.pem(SigningKeys.create(folder.resolve("other.pem")).getPublic());
        String own = Files.readString(TestKey.FILE);
        Files.writeString(file, own.substring(0, own.indexOf("-----BEGIN PUBLIC")) + other);
        assertEquals("its private and its public key do not belong together", refusal(file));
        Files.writeString(file, own.substring(0, own.indexOf("-----BEGIN PUBLIC")));
        assertEquals("it has no part \"BEGIN PUBLIC KEY\"", refusal(file));
        Files.writeString(file, "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n");
        assertEquals("its public key is not an Ed25519 key", refusal(file));
        Throwable refused = assertThrows(ConfigurationException.class, () -> StatementSigner.of(Optional.of(file)));
        assertEquals(
                "The signing key file " + file + " is not valid: its public key is not an Ed25519 key.",
                refused.getMessage());
        assertNull(refused.getCause(), "a cause hides the message behind a stack trace");
    }

    private static String refusal(Path file) {
        return assertThrows(InvalidKeyFileException.class, () -> SigningKeys.read(file))
                .getMessage();
    }

    @Test
    void theEmbeddedServiceMakesAKeyOnceAndAnExternalOneSignsNothingWithoutAFile() throws IOException {
        Statement statement = Statement.of(List.of(Subject.of("file", "ab")), "urn:test", Map.of("n", 1));
        Optional<Path> home = Optional.of(folder);
        String first = new StatementSigner(Optional.empty(), home, true)
                .sign(statement)
                .json();
        Path file = folder.resolve("signing-key.pem");
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix) {
            // Regression: a key that the operator had put back after a restoration stayed readable for everyone.
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
        assertEquals(
                first,
                new StatementSigner(Optional.empty(), home, true)
                        .sign(statement)
                        .json());
        if (posix) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
        StatementSigner unsigned = new StatementSigner(Optional.empty(), home, false);
        assertEquals(List.of(), unsigned.sign(statement).envelope().signatures());
        assertEquals(
                false,
                new StatementSigner.SignatureCheck(unsigned)
                        .call()
                        .getData()
                        .orElseThrow()
                        .get("signed"));
    }

    @Test
    void aSignedStatementIsReadAgain() {
        Statement statement = Statement.of(List.of(Subject.of("file", "ab")), "urn:test", Map.of("n", 1));
        SignedStatement signed =
                new StatementSigner(Optional.of(TestKey.FILE), Optional.empty(), false).sign(statement);
        SignedStatement read = Statement.read(signed.json());
        assertEquals(statement, read.statement());
        assertTrue(read.envelope().isSignedBy(TestKey.publicKey()));
        assertThrows(IllegalArgumentException.class, () -> Statement.read("{}"));
        assertThrows(IllegalArgumentException.class, () -> Statement.read("not JSON"));
    }
}
