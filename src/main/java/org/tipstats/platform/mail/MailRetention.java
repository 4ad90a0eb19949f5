package org.tipstats.platform.mail;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.tipstats.platform.retention.RetentionConfig;
import org.tipstats.platform.retention.RetentionRule;
import org.tipstats.platform.retention.RetentionRule.RetentionDeletion;
import org.tipstats.platform.retention.RetentionRule.RetentionStock;

/** Messages that were sent, refused or given up. */
class MailRetention {

    @Produces
    @Singleton
    static RetentionRule finishedMail(MailRepository messages, RetentionConfig config) {
        return new RetentionRule(
                "mail",
                config.mail(),
                () -> new RetentionStock(
                        messages.countFinished(),
                        null,
                        messages.oldestFinished().orElse(null)),
                before -> new RetentionDeletion(messages.deleteFinishedBefore(before), 0, List.of()));
    }
}
