/**
 * Collection: files are received, validated, justified, reviewed and accepted; accepted values keep their history.
 *
 * <p>Imports {@code access}, {@code audit} and the pure packages; what it needs of releases it asks through {@link
 * org.tipstats.submission.PublicFigures}. Public: the services and the records that they take and return, and {@link
 * org.tipstats.submission.AcceptedObservations}, the view of releases on what is accepted.
 */
package org.tipstats.submission;
