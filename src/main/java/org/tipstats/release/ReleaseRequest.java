package org.tipstats.release;

import java.time.Instant;

/** What a draft is made from. @param embargoUntil nothing of it is visible before; null for none */
public record ReleaseRequest(String id, String title, String notes, Instant embargoUntil) {}
