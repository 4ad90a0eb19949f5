package org.tipstats.platform.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An account as administrators see it.
 *
 * @param source the agency whose figures it submits; absent for the official source
 * @param closedAt null while it is open
 */
public record AccountView(
        UUID id,
        String name,
        List<Role> roles,
        List<String> areas,
        @JsonInclude(JsonInclude.Include.NON_NULL) String source,
        Instant createdAt,
        Instant closedAt,
        List<TokenView> tokens) {}
