package org.tipstats.vocabulary.schema;

/**
 * An attribute of an observation.
 *
 * @param codes its code list, or null if it holds free text
 * @param maxLength the largest number of characters of its text, or 0 if the attribute sets no limit
 * @param publishedOnly whether only published data has the attribute
 */
public record Attribute(String id, LocalText name, Role role, CodeList codes, int maxLength, boolean publishedOnly) {}
