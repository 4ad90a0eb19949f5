/**
 * The rules: one class for each rule, with the annotation {@code Rule.Info} for its facts. {@code src/docs/adding.md}
 * explains how to add a rule.
 */
package org.tipstats.validate.rule;
