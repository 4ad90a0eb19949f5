package org.tipstats.platform.access;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A request for a new account, as received.
 *
 * @param source the agency whose figures it submits beside the official ones; null for official figures
 */
@Schema(examples = "{\"name\": \"Statistics Austria\", \"roles\": [\"submitter\"], \"areas\": [\"AUT\"]}")
public record AccountRequest(String name, List<String> roles, List<String> areas, String source) {

    /** Creates a request for an account of the official source. */
    public AccountRequest(String name, List<String> roles, List<String> areas) {
        this(name, roles, areas, null);
    }
}
