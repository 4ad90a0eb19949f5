package org.tipstats.platform.mail;

import java.util.Optional;
import java.util.function.Supplier;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.contact.MessageKind;

/**
 * A message that the people of a role get once a day if there is something to say. Any room can produce some as beans.
 *
 * @param content finds out what there is to say today; empty if there is nothing
 */
public record DailyMail(MessageKind kind, AccountRole role, Supplier<Optional<DailyContent>> content) {

    /** What there is to say today, in each language. */
    @FunctionalInterface
    public interface DailyContent {
        MailText in(String language);
    }
}
