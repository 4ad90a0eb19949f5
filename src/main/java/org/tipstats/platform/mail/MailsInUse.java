package org.tipstats.platform.mail;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Keys of messages whose records must stay, although other records of that time are deleted: otherwise people might get
 * these messages again. Any room can produce such beans.
 *
 * @param keys returns the keys in use after a time. Each also stands for the keys that begin with it and a slash
 */
public record MailsInUse(Function<Instant, List<String>> keys) {}
