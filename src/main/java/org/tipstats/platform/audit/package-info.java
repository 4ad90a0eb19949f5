/**
 * The log of every change of state: append-only and hash-chained, so that nobody can change, delete or reorder an entry
 * without being found, the operator included. A trigger refuses it in the first place.
 *
 * <p>The capabilities record in the transaction of the change itself. The recorder takes the actor's id as text, so that
 * this package need not know accounts.
 *
 * <p>Public: {@code AuditRecorder} with {@code AuditEvent}; {@code AuditVerifier} with {@code AuditVerification} and
 * {@code ChainHead}; {@code AuditLog} with {@code AuditFilter} and {@code RecordedEvent}.
 */
package org.tipstats.platform.audit;
