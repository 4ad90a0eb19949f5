package org.tipstats.platform.mail;

import java.util.Optional;

/**
 * Makes secrets for the links of one kind of message. {@code MailWorker} puts a secret into a link only when it sends
 * the message, so that no stored link has a secret.
 */
public interface SecretLinks {

    /** The text in a link that stands in place of the secret. */
    String BLANK = "{secret}";

    String kind();

    /**
     * Returns a new secret for the link of a message; empty if the link is not needed any more.
     *
     * @param key the key of the message
     */
    Optional<String> secret(String key);
}
