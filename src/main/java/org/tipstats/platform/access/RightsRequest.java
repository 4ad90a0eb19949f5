package org.tipstats.platform.access;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The roles and areas that replace those of an account.
 *
 * @param areas null for none
 */
@Schema(examples = "{\"roles\": [\"submitter\", \"reviewer\"], \"areas\": [\"AUT\"]}")
public record RightsRequest(List<String> roles, List<String> areas) {}
