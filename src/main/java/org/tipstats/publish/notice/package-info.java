/**
 * What publishers say about a release after its publication: errata and the reason for a withdrawal.
 *
 * <p>Notices stand beside a release. The release itself never changes.
 */
package org.tipstats.publish.notice;
