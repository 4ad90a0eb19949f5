package org.tipstats.page;

/**
 * What is wrong with a field of a form: shown at the field and, in the same words, in the summary at the head of the page.
 *
 * @param field the id of the field
 */
public record Fault(String field, String message) {}
