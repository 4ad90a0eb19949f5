/**
 * Alerts for administrators: each {@code AlertCause} measures one thing, and is an alert while the measure is beyond its
 * threshold. Other rooms add causes of their own. Thresholds are settings ({@code AlertConfig}).
 */
package org.tipstats.platform.alert;
