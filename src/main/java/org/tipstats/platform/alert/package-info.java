/**
 * Alerts for administrators: each {@code AlertCause} measures one thing, and is an alert while the measure is beyond its
 * threshold. Other rooms produce causes of their own as beans. Thresholds are settings ({@code AlertConfig}).
 */
package org.tipstats.platform.alert;
