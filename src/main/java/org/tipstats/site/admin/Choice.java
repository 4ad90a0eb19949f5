package org.tipstats.site.admin;

/**
 * A choice in a form.
 *
 * @param id the value that the form sends; empty for all or none
 */
record Choice(String id, String text, boolean chosen) {}
