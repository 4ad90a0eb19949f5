/**
 * The calendar: dates that publishers announce, and releases that became public, also those withdrawn later.
 *
 * <p>A release under embargo is in the calendar only if a publisher announces its date. Everyone then sees this date
 * and a title, but nothing else about the release.
 */
package org.tipstats.disseminate.calendar;
