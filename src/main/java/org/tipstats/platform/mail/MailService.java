package org.tipstats.platform.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.tipstats.platform.contact.MessageKind;
import org.tipstats.platform.mail.Audience.Recipient;

/**
 * Queues messages to people, in the transaction of the change that the messages are about. No message is sent before
 * this transaction commits, and none if it is rolled back. Queues nothing while mail is off.
 */
@ApplicationScoped
public class MailService {

    private final MailRepository messages;
    private final MailConfig config;
    private final Clock clock;

    MailService(MailRepository messages, MailConfig config, Clock clock) {
        this.messages = messages;
        this.config = config;
        this.clock = clock;
    }

    public boolean isOn() {
        return config.isOn();
    }

    /**
     * Queues a message in the language of each recipient.
     *
     * @param key identifies what the message is about; a person gets no second message with the same key
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void queue(MessageKind kind, String key, Audience audience, Function<String, MailText> texts) {
        Map<String, MailText> written = new HashMap<>();
        queueEach(kind, key, audience, to -> written.computeIfAbsent(to.lang(), texts));
    }

    /**
     * Queues a message for which each recipient gets a separate text.
     *
     * @param texts returns null for a recipient who needs no message
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void queueEach(MessageKind kind, String key, Audience audience, Function<Recipient, MailText> texts) {
        queueEach(kind, to -> key, audience, texts);
    }

    /** Queues a message for which each recipient gets a separate text with a separate key. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void queueEach(
            MessageKind kind, Function<Recipient, String> key, Audience audience, Function<Recipient, MailText> texts) {
        if (!config.isOn()) {
            return;
        }
        Map<Recipient, MailText> written = new LinkedHashMap<>();
        for (Recipient to : messages.recipients(kind, audience)) {
            MailText text = texts.apply(to);
            if (text != null) {
                written.put(to, text);
            }
        }
        messages.add(kind.id(), key, written, clock.instant());
    }

    /**
     * Returns when the first message about an area was queued, by account and area. Finds messages with this key, or
     * with a key that begins with it and a slash.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, Map<String, Instant>> times(String key) {
        return messages.times(key);
    }

    /** Deletes the messages that were not sent, with this key, or with a key that begins with it and a slash. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void cancel(String key) {
        messages.deleteUnsent(key);
    }

    /** Deletes messages as {@link #cancel(String)} does, but only those about an area. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void cancel(String key, String area) {
        messages.deleteUnsent(key, area);
    }

    /** Queues a message for one account, which must have an address. People cannot refuse this kind of message. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void queueTo(UUID account, String lang, String kind, String key, MailText text) {
        if (config.isOn()) {
            messages.add(kind, to -> key, Map.of(new Recipient(account, lang, List.of()), text), clock.instant());
        }
    }
}
