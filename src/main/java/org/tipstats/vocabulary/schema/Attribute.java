package org.tipstats.vocabulary.schema;

/**
 * An attribute of an observation.
 *
 * @param codes its code list, or null for free text
 * @param maxLength the longest text allowed, or 0 for no own limit
 * @param publishedOnly whether only published data has it
 */
public record Attribute(String id, LocalText name, Role role, CodeList codes, int maxLength, boolean publishedOnly) {}
