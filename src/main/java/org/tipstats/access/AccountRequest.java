package org.tipstats.access;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a new account should be like, as received. */
@Schema(examples = "{\"name\": \"Statistics Austria\", \"roles\": [\"submitter\"], \"areas\": [\"AUT\"]}")
public record AccountRequest(String name, List<String> roles, List<String> areas) {}
