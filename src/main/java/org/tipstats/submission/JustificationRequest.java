package org.tipstats.submission;

import java.util.Map;

/**
 * Why warnings are right as they are. Without line and key it is meant for all findings of the rule.
 *
 * @param key codes by dimension id, as a finding gives them
 */
public record JustificationRequest(String rule, Integer line, Map<String, String> key, String text) {}
