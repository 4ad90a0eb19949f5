package org.tipstats.platform.access;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a new account should be like, as received.
 *
 * @param source the agency whose figures it sends beside the official ones of its areas; null for these themselves
 */
@Schema(examples = "{\"name\": \"Statistics Austria\", \"roles\": [\"submitter\"], \"areas\": [\"AUT\"]}")
public record AccountRequest(String name, List<String> roles, List<String> areas, String source) {

    /** One for no other source. */
    public AccountRequest(String name, List<String> roles, List<String> areas) {
        this(name, roles, areas, null);
    }
}
