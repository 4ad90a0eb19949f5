package org.tipstats.access;

import java.util.List;

/** What a new account should be like, as received. */
public record AccountRequest(String name, List<String> roles, List<String> areas) {}
