/**
 * Alerts for administrators. Each {@code AlertCause} measures one thing. There is an alert while the measure is
 * beyond its threshold. Other rooms add their own causes as beans. Thresholds are settings ({@code AlertConfig}).
 */
package org.tipstats.platform.alert;
