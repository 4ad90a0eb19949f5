package org.tipstats.protect.disclose;

/**
 * A published total of which all persons are in one published category: whoever knows that someone is among them knows
 * the category too. Doesn't block a release.
 *
 * @param total the key of the total
 * @param category the key of the only category
 */
public record AttributeDisclosure(long total, long category) {}
