package org.tipstats.audit;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which entries of the log are asked for; null means all. */
public record AuditFilter(String actor, String action, String subject) {

    /** The values asked for by property of the entry. */
    Map<String, String> criteria() {
        Map<String, String> criteria = new LinkedHashMap<>();
        put(criteria, "actor", actor);
        put(criteria, "action", action);
        put(criteria, "subject", subject);
        return criteria;
    }

    private static void put(Map<String, String> criteria, String property, String value) {
        if (value != null) {
            criteria.put(property, value);
        }
    }
}
