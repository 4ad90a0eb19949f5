/**
 * The rules: one class for each, which states its facts in a {@code Rule.Info}. {@code src/docs/adding.md} says how to add
 * one.
 */
package org.tipstats.validate.rule;
