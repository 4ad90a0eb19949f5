/**
 * Public notices about a release after its publication: errata and the reason for a withdrawal.
 *
 * <p>Notices are stored separately. The release itself never changes.
 */
package org.tipstats.publish.notice;
