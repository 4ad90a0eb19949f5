/**
 * The log of every change of state. It is append-only and hash-chained, so that nobody, not even the operator, can
 * change, delete or reorder an entry without detection. A database trigger refuses such changes as well.
 *
 * <p>Each part of the service records a change in the transaction of the change itself. The recorder takes the actor's
 * id as text, so this package does not depend on accounts.
 */
package org.tipstats.platform.audit;
