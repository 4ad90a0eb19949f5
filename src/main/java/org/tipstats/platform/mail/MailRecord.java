package org.tipstats.platform.mail;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A message as administrators see it: without its text, and without the address of the person.
 *
 * @param dueAt the time of the next attempt, if the message waits
 * @param finishedAt the time at which the message was sent, refused or given up; null while it waits
 * @param trouble the reason why the last attempt failed; null if it did not fail
 * @param cause the reply of the mail server at the last attempt, in the words of the server, or the error message if
 *     the connection failed; null if there is neither
 */
public record MailRecord(
        UUID id,
        UUID account,
        String name,
        String kind,
        String subject,
        MailState state,
        int attempts,
        Instant createdAt,
        Instant dueAt,
        Instant finishedAt,
        MailTrouble trouble,
        String cause) {

    /** The state of a message. */
    @Schema(name = "MailState")
    public enum MailState {
        WAITING,
        SENT,
        /** The mail server refused the message permanently. */
        REFUSED,
        /**
         * All attempts failed for a long time, the person has no address any more, or the message is not needed any
         * more.
         */
        GIVEN_UP;

        /** Returns the name that the API uses. */
        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The reason why an attempt failed. Each reason has a remedy. */
    @Schema(name = "MailTrouble")
    public enum MailTrouble {
        /** The mail server does not accept the address of the person. */
        RECIPIENT,
        /** The mail server does not accept the message. */
        CONTENT,
        /** The mail server does not accept the sender. */
        SENDER,
        /** The mail server does not let the service sign in. */
        SIGN_IN,
        /** The mail server could not be reached, or the connection was not safe or broke. */
        CONNECTION,
        /** The person has no address any more, or the message is not needed any more. */
        NO_ADDRESS;

        /** Returns the name that the API uses. */
        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Returns whether the trouble concerns only this message, so that other messages may still be sent. */
        boolean isOfOneMessage() {
            return this == RECIPIENT || this == CONTENT || this == NO_ADDRESS;
        }
    }
}
