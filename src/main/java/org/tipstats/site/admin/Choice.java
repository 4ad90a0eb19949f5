package org.tipstats.site.admin;

/** Something to choose in a form. @param id as the form sends it; empty for all or none */
record Choice(String id, String text, boolean chosen) {}
