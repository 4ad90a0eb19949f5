package org.tipstats.platform.mail;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tipstats.platform.retention.RetentionConfig;
import org.tipstats.platform.retention.RetentionRule;

/** Messages that were sent, refused or given up. */
@Singleton
final class MailRetention implements RetentionRule {

    private final MailRepository messages;
    private final RetentionConfig config;

    MailRetention(MailRepository messages, RetentionConfig config) {
        this.messages = messages;
        this.config = config;
    }

    @Override
    public String id() {
        return "mail";
    }

    @Override
    public Duration kept() {
        return config.mail();
    }

    @Override
    public RetentionStock stock() {
        return new RetentionStock(
                messages.countFinished(), null, messages.oldestFinished().orElse(null));
    }

    @Override
    public RetentionDeletion deleteSome(Instant before) {
        return new RetentionDeletion(messages.deleteFinishedBefore(before), 0, List.of());
    }
}
