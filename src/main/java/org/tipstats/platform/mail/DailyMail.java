package org.tipstats.platform.mail;

import java.util.Optional;
import java.util.function.Supplier;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.contact.MessageKind;

/**
 * A daily message to the people of a role, sent only if it has content. Any room can produce such messages as beans.
 *
 * @param content makes the content of today; empty if there is no message today
 */
public record DailyMail(MessageKind kind, AccountRole role, Supplier<Optional<DailyContent>> content) {

    /** The content of today, in each language. */
    @FunctionalInterface
    public interface DailyContent {
        MailText in(String language);
    }
}
