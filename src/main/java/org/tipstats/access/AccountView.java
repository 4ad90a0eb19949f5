package org.tipstats.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An account as administrators see it. @param closedAt null while it is open */
public record AccountView(
        UUID id,
        String name,
        List<Role> roles,
        List<String> areas,
        Instant createdAt,
        Instant closedAt,
        List<TokenView> tokens) {}
