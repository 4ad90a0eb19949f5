/**
 * Figures as series over time: decides where the line of a chart breaks and at which points the reporting areas have
 * only a small share of the group's people.
 */
package org.tipstats.disseminate.series;
