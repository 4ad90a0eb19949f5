package org.tipstats.platform.access;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an account may do from now on, in place of what it might. @param areas null for none */
@Schema(examples = "{\"roles\": [\"submitter\", \"reviewer\"], \"areas\": [\"AUT\"]}")
public record RightsRequest(List<String> roles, List<String> areas) {}
