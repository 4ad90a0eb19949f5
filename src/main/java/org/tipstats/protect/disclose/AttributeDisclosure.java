package org.tipstats.protect.disclose;

/**
 * A published total whose persons are all in one published category. Anybody who knows that a person is included in the
 * total also learns the category. Such a disclosure does not block a release.
 *
 * @param total the key of the total
 * @param category the key of the only category
 */
public record AttributeDisclosure(long total, long category) {}
